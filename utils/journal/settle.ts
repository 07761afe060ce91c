import { type Current, contactsOf, currentOf, membershipOf } from '@/utils/changes/current';
import { same } from '@/utils/changes/same';
import type { Change, Stamp } from '@/utils/changes/types';
import type { Session } from '@/utils/connectors/types';
import type { FieldValue, Person } from '@/utils/people/types';
import { findMade } from './find-made';
import type { Settled } from './types';

/**
 * What became of a change whose answer was never heard. A connection that keeps stamps is asked; of any other the
 * value is read. Fails as the connection does.
 */
export async function settled(session: Session, change: Change, stamp: Stamp): Promise<Settled> {
  if (session.made) {
    const made = await session.made(stamp);
    return made ? { state: 'made', made } : { state: 'not-made' };
  }
  if (change.person === null || !('from' in change) || isListed(change)) return findMade(session, change, stamp);
  const person = await session.get(change.person);
  const current = session.room?.contacts === undefined ? currentOf(person, change) : placedOf(person, change);
  if (!current.known) return findMade(session, change, stamp);
  if (same(current.value, change.to)) {
    return { state: 'made', made: { id: idOf(change, person), version: person.version ?? '' } };
  }
  return same(current.value, change.from) ? { state: 'not-made' } : { state: 'else', theirs: current.value };
}

/** Where a server has places of its own for contacts, a value comes back by the name of its place, not by the one given. */
function placedOf(person: Person, change: Change): Current {
  if (change.type !== 'contact.set') return currentOf(person, change);
  const isThere = (one: FieldValue | null): one is FieldValue =>
    one !== null &&
    contactsOf(person).some(({ type, value }) => type === one.type && value.trim() === one.value.trim());
  const { from, to } = change;
  // Of one that was only called otherwise, the new name is the last that was asked for.
  if (isThere(to) && !(isThere(from) && from.value.trim() !== to.value.trim())) return { known: true, value: to };
  return { known: true, value: isThere(from) ? from : null };
}

/** What is changed stands in a list of its own, not on the record; of somebody hidden there may be no record. */
const isListed = ({ type }: Change): boolean =>
  type.startsWith('note.') || type.startsWith('ticket.') || type.endsWith('.move') || type === 'person.hide';

/** What the change made has an id of its own only where that is an organisation. */
function idOf(change: Change, person: Person): string {
  const organisation = change.type === 'membership.set' ? membershipOf(person, change.organisation) : undefined;
  return organisation?.organisation ?? person.ref.id;
}
