import { Dexie } from 'dexie';
import type { SearchAsked, SuspectsAsked } from '@/utils/connectors/told';
import { type Book, databaseName } from './database';
import { makeSearcher } from './search-answer';
import { makeSuspecter } from './suspect-answer';

const BOOKS: readonly Book[] = ['own', 'sample'];

/** Answers the page that started this worker. */
export function startSearchWorker(): void {
  const searcher = makeSearcher((told) => self.postMessage(told));
  const suspects = makeSuspecter(searcher.held, (told) => self.postMessage(told));
  // The library tells each commit to all places that hold the database, the background among them.
  Dexie.on('storagemutated', (parts) => {
    for (const book of BOOKS) {
      const table = `idb://${databaseName(book)}/touched/`;
      if (Object.keys(parts).some((part) => part.startsWith(table))) void searcher.changed(book);
    }
  });
  self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isAsked(data)) searcher.ask(data);
    else if (isOfSuspects(data)) void suspects(data);
  });
}

/** Only the page that started the worker can speak to it: its outline is proof enough. */
const isAsked = (asked: unknown): asked is SearchAsked =>
  typeof asked === 'object' && asked !== null && 'turn' in asked && 'query' in asked;

const isOfSuspects = (asked: unknown): asked is SuspectsAsked =>
  typeof asked === 'object' && asked !== null && 'turn' in asked && 'suspectsOf' in asked;
