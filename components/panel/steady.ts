import type { FoundPerson } from '@/utils/messages/protocol';
import { sameRef } from '@/utils/people/ref';

const sourcesOf = ({ source, also }: FoundPerson) => [source, ...also];
const primary = ({ person }: FoundPerson): string | undefined => person.emails.find((one) => one.primary)?.address;

/** The same row, maybe with the record of one more server in it. */
function isSame(row: FoundPerson, held: FoundPerson): boolean {
  if ((row.because?.kind === 'ticket') !== (held.because?.kind === 'ticket')) return false;
  if (sameRef(row.person.ref, held.person.ref)) return row.because?.title === held.because?.title;
  return sourcesOf(row).some(({ id }) => id === held.source.id) && primary(row) === primary(held);
}

/**
 * The rows of a later answer, with the row that the highlight stands on in its place and with its own record: what
 * Enter opens does not change under the hand.
 */
export function steady(
  before: readonly FoundPerson[],
  next: readonly FoundPerson[],
  at: number,
): readonly FoundPerson[] {
  const held = before[at];
  const now = held === undefined ? -1 : next.findIndex((row) => isSame(row, held));
  const row = next[now];
  if (held === undefined || row === undefined) return next;
  const also = sourcesOf(row).filter(({ id }) => id !== held.source.id);
  const kept = sameRef(row.person.ref, held.person.ref) ? row : { ...held, also };
  const rest = next.filter((_, index) => index !== now);
  return [...rest.slice(0, at), kept, ...rest.slice(at)];
}
