import { membershipOf, placeOf } from '@/utils/changes/current';
import { same } from '@/utils/changes/same';
import { type Action, outdated, senseless } from './types';

/** Leaves one organisation and stands in another at the same place of the list. */
export const changeOrganisation: Action<'change-organisation'> = {
  id: 'change-organisation',
  needs: ['membership.set'],
  waits: true,
  plan({ person, input: { from, to } }) {
    const name = to.name.replace(/\s+/gu, ' ').trim();
    if (to.id === null && name === '') throw senseless('an organisation without a name');
    const there = membershipOf(person, from);
    const wanted = membershipOf(person, { id: to.id, name });
    if (there === undefined) {
      if (wanted && same(placeOf(wanted), to.place)) return [];
      throw outdated(null);
    }
    const now = placeOf(there);
    if (!same(now, from.place)) throw outdated(now);
    const at = person.memberships.indexOf(there);
    const old = { id: there.organisation, name: there.name };
    const change = { type: 'membership.set', person: person.ref.id, at } as const;
    if (wanted === there) {
      return same(now, to.place) ? [] : [{ ...change, organisation: old, from: now, to: to.place }];
    }
    if (wanted) throw senseless('the person is in this organisation already');
    return [
      { ...change, organisation: old, from: now, to: null },
      { ...change, organisation: { id: to.id, name }, from: null, to: to.place },
    ];
  },
};
