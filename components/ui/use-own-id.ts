import { useState } from 'preact/hooks';

const ids = { next: 0 };

function newId(): string {
  ids.next += 1;
  return `own-${ids.next}`;
}

/**
 * An id that no other element of the document has. Preact's own `useId` (11.2) counts along the tree, and gives the
 * same id twice when parts of the tree come and go.
 */
export function useOwnId(): string {
  return useState(newId)[0];
}
