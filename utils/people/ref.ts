import type { PersonRef } from './types';

/** The same record of the same connection. Nobody is not the same as nobody. */
export const sameRef = (a: PersonRef | null, b: PersonRef | null): boolean =>
  a !== null && b !== null && a.connection === b.connection && a.id === b.id;
