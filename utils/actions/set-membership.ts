import { membershipOf, placeOf } from '@/utils/changes/current';
import { same } from '@/utils/changes/same';
import { type Action, outdated, senseless } from './types';

/** Joins an organisation, leaves it, or has another position there. */
export const setMembership: Action<'set-membership'> = {
  id: 'set-membership',
  needs: ['membership.set'],
  waits: true,
  plan({ person, input: { organisation, from, to } }) {
    const { id } = organisation;
    const name = organisation.name.replace(/\s+/gu, ' ').trim();
    if (id === null && name === '') throw senseless('an organisation without a name');
    const there = membershipOf(person, { id, name });
    const now = there ? placeOf(there) : null;
    if (same(now, to)) return [];
    if (!same(now, from)) throw outdated(now);
    const at = there ? person.memberships.indexOf(there) : person.memberships.length;
    // Its id where it is known: two organisations can have one name.
    const which = there ? { id: there.organisation, name: there.name } : { id, name };
    return [{ type: 'membership.set', person: person.ref.id, organisation: which, at, from: now, to }];
  },
};
