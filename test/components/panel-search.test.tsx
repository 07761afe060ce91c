import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { addressIn } from '@/components/panel/use-search';
import { drawPanel } from '@/test/support/draw-panel';
import { person } from '@/test/support/people';
import { answer, match, sources, view } from '@/test/support/views';
import { ProblemError } from '@/utils/problem';

const people = ['Anna Keller', 'Maximilian Kellermann', 'Lena Keller'].map((name, at) => ({
  source: sources.book,
  person: person({ ref: { connection: 'book', id: `k${at}` }, name, mail: `k${at}.kel@example.com` }),
}));
const found = view({ answers: [answer([match({ name: 'Ben' })])] });
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Search people, or paste an address' });
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const draw = (total = 3) =>
  drawPanel(found, {
    search: () => ({ items: people, total }),
    'lookup.person': () => null,
    'lookup.text': () => null,
  });

describe('Searching in the panel', () => {
  it('lists people as one types, marks the found letters, and counts honestly', async () => {
    draw(57);
    type('kel');
    expect(await screen.findByRole('heading', { name: 'First 3 of 57' })).toBeTruthy();
    const [first] = within(screen.getByRole('listbox', { name: 'People found' })).getAllByRole('option');
    expect(first?.querySelector('.person-name mark')?.textContent).toBe('Kel');
  });

  it('asks once for what is typed quickly', async () => {
    const { questions } = draw();
    for (const text of ['k', 'ke', 'kel']) type(text);
    await screen.findByRole('heading', { name: '3 people' });
    expect(questions('search')).toEqual([{ text: 'kel', limit: 20 }]);
  });

  it('loads more with each press', async () => {
    const { questions } = draw(570);
    type('kel');
    fireEvent.click(await screen.findByRole('button', { name: 'Load more' }));
    await waitFor(() => expect(questions('search')).toContainEqual({ text: 'kel', limit: 200 }));
    fireEvent.click(screen.getByRole('button', { name: 'Load more' }));
    await waitFor(() => expect(questions('search')).toContainEqual({ text: 'kel', limit: 400 }));
  });

  it('tries again on each press what failed', async () => {
    const { questions } = drawPanel(found, {
      search: () => {
        throw new ProblemError({ kind: 'bug' });
      },
    });
    type('kel');
    for (const times of [2, 3]) {
      fireEvent.click(await screen.findByRole('button', { name: 'Retry' }));
      await waitFor(() => expect(questions('search')).toHaveLength(times));
    }
    expect(questions('search')).toEqual(Array.from({ length: 3 }, () => ({ text: 'kel', limit: 20 })));
  });

  it('moves with the arrows and opens with Enter', async () => {
    const { questions } = draw();
    type('kel');
    await screen.findByRole('heading', { name: '3 people' });
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('Anna Keller');
    fireEvent.keyDown(field(), { key: 'ArrowDown' });
    expect(field().getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(questions('lookup.person')).toEqual([{ tab: 1, ref: { connection: 'book', id: 'k1' } }]);
    expect(field().value).toBe('');
  });

  it('looks up a typed address on Enter', () => {
    const { questions } = draw();
    type('anna@example.com');
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(questions('lookup.text')).toEqual([{ tab: 1, text: 'anna@example.com' }]);
  });

  it('looks up pasted text with an address in it at once', () => {
    const { questions } = draw();
    const text = 'From: Anna Keller <anna@example.com>, today';
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    fireEvent.paste(field(), { clipboardData });
    expect(questions('lookup.text')).toEqual([{ tab: 1, text }]);
  });

  it('is cleared by Esc, and the person is there again', async () => {
    draw();
    type('kel');
    await screen.findByRole('heading', { name: '3 people' });
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(field().value).toBe('');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ben');
  });

  it('says when nobody is called so', async () => {
    drawPanel(found);
    type('zzz');
    expect(await screen.findByText('Nobody’s name or address begins with “zzz”.')).toBeTruthy();
  });

  it('draws nothing of an answer to letters that are gone', async () => {
    const late: { answer?: () => void } = {};
    drawPanel(found, {
      search: ({ text }) =>
        text === 'kel'
          ? new Promise((answered) => Object.assign(late, { answer: () => answered({ items: people, total: 3 }) }))
          : { items: [], total: 0 },
    });
    type('kel');
    await waitFor(() => expect(late.answer).toBeDefined());
    type('kelx');
    late.answer?.();
    expect(await screen.findByText(/begins with “kelx”/)).toBeTruthy();
    expect(screen.queryByRole('option')).toBeNull();
  });
});

describe('An address inside text', () => {
  it.each([
    ['Anna Keller <Anna@Example.com>, later', 'anna@example.com'],
    ['mail (anna@example.com).', 'anna@example.com'],
    ['a@b', null],
    ['@anna on chat', null],
    ['nothing here', null],
  ])('of “%s” is %s', (text, address) => {
    expect(addressIn(text)).toBe(address);
  });
});
