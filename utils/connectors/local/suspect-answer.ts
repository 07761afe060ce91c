import type { SuspectsAsked, SuspectsTold } from '@/utils/connectors/told';
import type { Weights } from '@/utils/duplicates/types';
import { bookAt } from './connections';
import { type Book, bookDatabase } from './database';
import { startPace } from './pace';
import type { Searcher } from './search-answer';
import { learnWeights, readSuspects } from './suspects';

/** Answers who may be the same person, over the index that the search holds. Never rejects. */
export function makeSuspecter(
  held: Searcher['held'],
  tell: (told: SuspectsTold) => void,
  databaseOf = bookDatabase,
): (asked: SuspectsAsked) => Promise<void> {
  // As long as the panel is open: what is common in a book does not change with a person.
  const learned = new Map<Book, Promise<Weights>>();

  const weightsOf = (book: Book): Promise<Weights> => {
    const there = learned.get(book);
    if (there !== undefined) return there;
    const pace = startPace();
    const weights = learnWeights(databaseOf(book), async () => pace());
    learned.set(book, weights);
    weights.catch(() => learned.delete(book));
    return weights;
  };

  return async ({ turn, connection, suspectsOf, limit }) => {
    const book = bookAt(connection);
    const found = async () => {
      const index = book === null ? null : await held(book);
      if (book === null || index === null) return null;
      return readSuspects({ database: databaseOf(book), connection }, index, await weightsOf(book), suspectsOf, limit);
    };
    tell({ turn, connection, suspects: await found().catch(() => null) });
  };
}
