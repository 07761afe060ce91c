import { act, fireEvent, screen, within } from '@testing-library/preact';
import { vi } from 'vitest';
import type { SearchQuery } from '@/utils/connectors/types';
import type { FoundPeople, FoundPerson, SearchWish } from '@/utils/messages/protocol';
import { drawPanel } from './draw-panel';
import { person } from './people';
import { answer, match, sources, view } from './views';

/** Somebody found in the book. */
export const hit = (
  name: string,
  some: Partial<FoundPerson> = {},
  about: Parameters<typeof person>[0] = {},
): FoundPerson => ({
  source: sources.book,
  also: [],
  openTickets: 0,
  person: person({ ref: { connection: 'book', id: name }, name, mail: `${name.split(' ')[0]}@example.com`, ...about }),
  ...some,
});
export const people = ['Anna Keller', 'Maximilian Kellermann', 'Lena Keller'].map((name) => hit(name));
/** An answer with these rows. */
export const told = (items: readonly FoundPerson[], some: Partial<FoundPeople> = {}): FoundPeople => ({
  items,
  listed: items.length,
  total: items.length,
  waiting: [],
  failed: [],
  making: [],
  ...some,
});
export const shown = view({
  answers: [answer([match({ name: 'Ben' })])],
  sources: [sources.book, sources.rt],
});
export const field = () =>
  screen.getByRole<HTMLInputElement>('combobox', { name: 'Search people, or paste an address' });
export const type = (value: string) => fireEvent.input(field(), { target: { value } });
export const press = (key: string) => fireEvent.keyDown(field(), { key });
export const rows = () => within(screen.getByRole('listbox', { name: 'People found' })).getAllByRole('option');

/** A panel whose search the test answers by hand; `first` is told to each question at once. */
export function drawSearch(first?: FoundPeople) {
  const asked: { wanted: SearchWish; tell: (found: FoundPeople) => void; signal: AbortSignal }[] = [];
  const panel = drawPanel(
    shown,
    {
      'lookup.person': () => null,
      'lookup.text': () => null,
      groups: ({ connection }) => (connection === 'book' ? [{ id: '3', name: 'Gold' }] : []),
      teams: ({ connection }) => [{ id: '3', name: `Team of ${connection}`, agents: 1 }],
    },
    {
      search(wanted, tell, signal) {
        asked.push({ wanted, tell, signal });
        if (first !== undefined) tell(first);
      },
      warmSearch: vi.fn(),
    },
  );
  const queries = (): readonly SearchQuery[] => asked.map(({ wanted }) => wanted.query);
  const tell = (people: FoundPeople, at = -1): void => void act(() => asked.at(at)?.tell(people));
  return { ...panel, asked, queries, tell };
}
