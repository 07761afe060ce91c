import type { Book } from './database';

/** Ids of the connections that the books in this browser have. */
export const OWN = 'book';
export const SAMPLE = 'sample';

/** The book behind a connection; null: it is no local one. */
export function bookAt(connection: string): Book | null {
  if (connection === OWN) return 'own';
  return connection === SAMPLE ? 'sample' : null;
}
