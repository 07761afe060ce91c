import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { Options } from '@/components/options/Options';
import { type Answers, answering, pageActs } from '@/test/support/asking';
import { connectionRow } from '@/test/support/connections';
import { person } from '@/test/support/people';
import type { ApartPair } from '@/utils/messages/view';
import type { PersonRef } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

const book = { connection: 'book', id: '7' } as const;
const rt = { connection: 'rt-1', id: '53' } as const;
const names: Readonly<Record<string, string>> = { book: 'Anna Keller', 'rt-1': 'A. Keller-Bauer' };

/** A background that keeps pairs as it is told. */
function draw(pairs: readonly ApartPair[], answers: Answers = {}) {
  location.hash = '#apart';
  const kept = { now: pairs };
  const holds = (pair: ApartPair, refs: readonly PersonRef[]) =>
    pair.every(({ id, connection }) => refs.some((ref) => ref.id === id && ref.connection === connection));
  const background = answering({
    'connection.list': () => [
      connectionRow({ id: 'book', name: 'My book', local: true }),
      connectionRow({ id: 'rt-1', name: 'RT Support' }),
    ],
    'apart.across': () => kept.now,
    'apart.list': () => [],
    'apart.set': ({ a, b, apart }) => {
      kept.now = apart ? [...kept.now, [a, b]] : kept.now.filter((pair) => !holds(pair, [a, b]));
      return null;
    },
    people: ({ refs }) => refs.map((ref) => person({ ref, name: names[ref.connection] ?? '' })),
    ...answers,
  });
  render(<Options ask={background.ask} page={pageActs()} importState={null} />);
  return background;
}

const list = () => screen.findByRole('list', { name: 'Different people' });

beforeEach(() => {
  location.hash = '';
});

describe('Different people', () => {
  it('are listed with their servers', async () => {
    draw([[book, rt]]);
    const row = within(await list()).getByRole('listitem');
    expect(await within(row).findByText('Anna Keller')).toBeTruthy();
    expect(await within(row).findByText('A. Keller-Bauer')).toBeTruthy();
    expect(within(row).getByText('My book')).toBeTruthy();
    expect(within(row).getByText('RT Support')).toBeTruthy();
  });

  it('are one person again when that is taken back, and different again with Undo', async () => {
    const { questions } = draw([[book, rt]]);
    const name = /^Take back: .Anna Keller. at .My book. and .A. Keller-Bauer. at .RT Support. are different people$/;
    fireEvent.click(await screen.findByRole('button', { name }));
    expect(await screen.findByText(/are one person again$/)).toBeTruthy();
    expect(questions('apart.set')).toEqual([{ a: book, b: rt, apart: false }]);
    await screen.findByText('Nobody was declared different.');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name })).toBeTruthy();
    expect(screen.getByText(/are different people$/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('of one book stand there too, and keep their numbers where nobody tells the names', async () => {
    draw([], {
      'apart.list': ({ connection }) => (connection === 'book' ? [['7', '9']] : []),
      people: () => {
        throw new ProblemError({ kind: 'offline' });
      },
    });
    const row = within(await list()).getByRole('listitem');
    expect(row.textContent).toMatch(/#7 · My book.*#9 · My book/);
    expect(within(row).getByRole('button').getAttribute('aria-label')).toMatch(/^Take back: /);
  });

  it('that could not be put together stay, and it is said', async () => {
    draw([[book, rt]], {
      'apart.set': () => {
        throw new ProblemError({ kind: 'storage-full' });
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Take back/ }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
    expect(within(await list()).getAllByRole('listitem')).toHaveLength(1);
  });

  it('are asked for by name once, however often the window comes back', async () => {
    const { questions } = draw([[book, rt]]);
    await screen.findByText('A. Keller-Bauer');
    dispatchEvent(new Event('focus'));
    await waitFor(() => expect(questions('apart.across')).toHaveLength(2));
    expect(questions('people')).toHaveLength(2);
  });

  it('are shown twenty at a time', async () => {
    const pairs = Array.from({ length: 23 }, (_, at): ApartPair => [{ ...book, id: `${at}` }, rt]);
    const { questions } = draw(pairs);
    expect(within(await list()).getAllByRole('listitem')).toHaveLength(20);
    // The server's one is asked for once.
    await waitFor(() => expect(questions('people')).toHaveLength(21));
    fireEvent.click(screen.getByRole('button', { name: 'Load 3 more' }));
    await waitFor(async () => expect(within(await list()).getAllByRole('listitem')).toHaveLength(23));
  });
});
