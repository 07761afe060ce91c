// The search of the local books, as the worker holds it.

import { type Book, bookDatabase } from '@/utils/connectors/local/database';
import type { PersonRow } from '@/utils/connectors/local/schema';
import { makeSearcher } from '@/utils/connectors/local/search-answer';
import { dropSaved } from '@/utils/connectors/local/search-saved';
import type { SearchAsked, SearchTold } from '@/utils/connectors/told';
import type { SearchQuery } from '@/utils/connectors/types';
import { emptyBooks } from './book';

export const NOW = new Date('2026-11-17T12:00:00Z');
export const anybody: SearchQuery = { text: '', role: 'anyone', group: null, label: null, sort: 'best' };

/** No books, and no index of one. */
export async function nothingSaved(): Promise<void> {
  await emptyBooks();
  await dropSaved('own');
  await dropSaved('sample');
}

/** A searcher as the worker holds one; `ask` waits for the whole answer. */
export function searcher() {
  const waiting: ((told: SearchTold) => void)[] = [];
  const all: SearchTold[] = [];
  const made = makeSearcher((told) => {
    all.push(told);
    for (const one of [...waiting]) one(told);
  });
  const turns = { last: 0 };
  const next = (wanted: (told: SearchTold) => boolean) =>
    new Promise<SearchTold>((done) => {
      const hear = (told: SearchTold): void => {
        if (!wanted(told)) return;
        waiting.splice(waiting.indexOf(hear), 1);
        done(told);
      };
      waiting.push(hear);
    });
  return {
    ...made,
    all,
    next,
    ask: (query: Partial<SearchQuery>, some: Partial<SearchAsked> = {}) => {
      turns.last += 1;
      const turn = turns.last;
      const answered = next((told) => told.turn === turn && told.whole && !told.making);
      made.ask({ turn, connections: ['sample'], limit: 50, query: { ...anybody, ...query }, ...some });
      return answered;
    },
  };
}

export const names = ({ part }: SearchTold) => part.items.map(({ person }) => person.name);
export const reasons = ({ part }: SearchTold) => part.items.map(({ because }) => because);

/** People straight into the rows; `touch`: search is told of them. */
export async function add(book: Book, people: readonly Partial<PersonRow>[], touch = true): Promise<void> {
  const database = bookDatabase(book);
  await database.transaction('rw', database.people, database.touched, async () => {
    for (const some of people) {
      const id = await database.people.add({
        name: '',
        keys: [],
        names: [],
        emails: [],
        facts: { createdAt: NOW.toISOString(), creationSystem: 'test' },
        revision: 1,
        ...some,
      });
      if (touch) await database.touched.add({ person: id });
    }
  });
}
