import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, test } from 'vitest';
import { CardsPage } from '@/components/cards/CardsPage';
import type { Answers } from '@/test/support/asking';
import { boxes, card, choose, drawPictures, PHOTO, ran, vcf } from '@/test/support/cards';
import { drawPart } from '@/test/support/draw-part';
import { person as personOf } from '@/test/support/people';
import { answer, sources, view } from '@/test/support/views';
import { speak } from '@/test/support/words';
import { ProblemError } from '@/utils/problem';

beforeEach(() => speak('en'));
beforeEach(drawPictures);

describe('New people', () => {
  const bert = ['FN:Bert Braun', 'EMAIL:bert@x.example', 'ORG:Braun AG', 'TEL;TYPE=cell:+49 170 2'];
  const found = (some: Parameters<typeof personOf>[0]) => ({
    items: [{ person: personOf(some), openTickets: 0, source: sources.book }],
    total: 1,
  });
  const none = { items: [], total: 0 };

  function drawNew(answers: Answers = {}) {
    const made = { count: 0 };
    return drawPart(<CardsPage view={view({ answers: [answer([])] })} person={null} />, {
      search: () => none,
      'person.create': () => {
        made.count += 1;
        return { connection: 'book', id: `new${made.count}` };
      },
      'action.undo': ran,
      ...answers,
    });
  }

  test('are made with all that their cards say, and shown', async () => {
    const { container, questions, notices } = drawNew();
    choose(container, vcf(card(...bert, `PHOTO;ENCODING=b:${PHOTO}`) + card('FN:Cora', 'EMAIL:cora@x.example')));
    fireEvent.click(await screen.findByRole('button', { name: 'Create 2 people' }));
    await screen.findByRole('heading', { name: '2 people created' });
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
    expect(questions('person.create')).toEqual([
      {
        tab: 1,
        of: 'vCard',
        draft: {
          name: 'Bert Braun',
          address: 'bert@x.example',
          organisation: 'Braun AG',
          connection: 'book',
          more: {
            addresses: [],
            position: '',
            summary: '',
            timezone: '',
            language: '',
            labels: [],
            groups: [],
            fields: [{ type: 'phone', value: '+49 170 2', label: 'Mobile' }],
            picture: `data:image/jpeg;base64,${PHOTO}`,
          },
        },
      },
      expect.objectContaining({ draft: expect.objectContaining({ name: 'Cora' }) }),
    ]);
    expect(notices.map(({ title }) => title)).toEqual(['2 people created']);
  });

  const mark = (ref: { readonly id: string }, action: 'set-name' | 'create-person') => ({
    id: `${ref.id} ${action}`,
    action,
    at: '2026-11-17T13:32:00.000Z',
    state: 'done' as const,
    canUndo: true,
  });
  const two = card(...bert) + card('FN:Cora', 'EMAIL:cora@x.example');

  test('can all be taken back, the last one first', async () => {
    const { container, questions, said } = drawNew({ entries: ({ ref }) => [mark(ref, 'create-person')] });
    choose(container, vcf(two));
    fireEvent.click(await screen.findByRole('button', { name: 'Create 2 people' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo all 2' }));
    await waitFor(() => expect(said).toHaveLength(3));
    expect(said.at(-1)).toContain('2 people created');
    expect(questions('action.undo')).toEqual([{ entry: 'new2 create-person' }, { entry: 'new1 create-person' }]);
    expect(screen.queryByRole('button', { name: 'Undo all 2' })).toBeNull();
  });

  test('one who was changed since stays, and that is told', async () => {
    const { container, warned } = drawNew({
      entries: ({ ref }) => [mark(ref, 'set-name'), mark(ref, 'create-person')],
      'action.undo': ({ entry }) => {
        if (entry === 'new1 create-person') throw new ProblemError({ kind: 'conflict' });
        return ran();
      },
    });
    choose(container, vcf(two));
    fireEvent.click(await screen.findByRole('button', { name: 'Create 2 people' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo all 2' }));
    await screen.findByRole('heading', { name: '1 person created' });
    expect(warned).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Bert Braun' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cora' })).toBeNull();
  });

  test('whoever has one of the addresses is not made again, and can be filled up', async () => {
    const { container, questions } = drawNew({
      search: ({ query }) =>
        query.text === 'bert@x.example' ? found({ name: 'Albert', mail: 'bert@x.example' }) : none,
      people: () => [personOf({ name: 'Albert', mail: 'bert@x.example' })],
      'action.runAll': ran,
    });
    choose(container, vcf(card(...bert)));
    expect((await screen.findByText(/has this address already/)).textContent).toContain('Albert');
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getByRole('button', { name: /Create 0/ }).getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: /Compare with/ }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Albert');
    await screen.findByRole('checkbox', { name: /Phone/ });
    fireEvent.click(screen.getByRole('button', { name: 'Take 2 values' }));
    await waitFor(() => expect(questions('action.runAll')).toHaveLength(1));
    expect(questions('person.create')).toEqual([]);
  });

  test('a namesake is told, and a second one is made only if it is ticked', async () => {
    const { container, questions } = drawNew({
      search: ({ query }) => (query.text === 'Bert Braun' ? found({ name: 'bert braun', mail: 'b@y.example' }) : none),
    });
    choose(container, vcf(card(...bert)));
    expect((await screen.findByText(/is called the same/)).textContent).toContain('b@y.example');
    expect(boxes()).toEqual(['[ ] Bert Braun bert@x.example']);
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(screen.getByRole('button', { name: 'Create 1 person' }));
    await waitFor(() => expect(questions('person.create')).toHaveLength(1));
  });

  test('a card with a name and no address is made all the same', async () => {
    const { container, questions } = drawNew();
    choose(container, vcf(card('FN:Dora Dunn', 'TEL:+44 20 7946 0000')));
    fireEvent.click(await screen.findByRole('button', { name: 'Create 1 person' }));
    await waitFor(() => expect(questions('person.create')).toHaveLength(1));
    expect(questions('person.create')).toMatchObject([{ draft: { name: 'Dora Dunn', address: '' } }]);
  });

  test('cards with neither name nor address, and a second one with the same, are named and not made', async () => {
    const { container } = drawNew();
    choose(container, vcf(card('TEL:+49 170 3') + card(...bert) + card('FN:Bertie', 'EMAIL:bert@x.example')));
    expect(await screen.findByText(/Without a name or an e-mail address/)).toBeTruthy();
    expect(screen.getByText(/has the same address/).textContent).toContain('Bert Braun');
    expect(boxes()).toEqual(['[x] Bert Braun bert@x.example']);
  });

  test('one that is refused is told by name, the others are made', async () => {
    const { container, warned } = drawNew({
      'person.create': ({ draft }) => {
        if (draft.name === 'Cora') throw new Error('no');
        return { connection: 'book', id: 'new1' };
      },
    });
    choose(container, vcf(card('FN:Cora', 'EMAIL:cora@x.example') + card(...bert)));
    fireEvent.click(await screen.findByRole('button', { name: 'Create 2 people' }));
    await screen.findByRole('heading', { name: '1 person created' });
    expect(screen.getByText(/^Cora: /)).toBeTruthy();
    expect(warned).toEqual(['1 person was not created']);
  });
});
