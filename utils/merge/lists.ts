// What comes over from the lists of the one merged in, as changes of whoever stays. Places count on: the list of
// whoever stays first, then what comes over, one after the other.

import { applied } from '@/utils/changes/apply';
import { contactsOf, labelled, placeOf } from '@/utils/changes/current';
import { same } from '@/utils/changes/same';
import type { Change } from '@/utils/changes/types';
import { primaryOf } from '@/utils/people/primary';
import type { Address, Person } from '@/utils/people/types';
import type { Comparison, Two } from './types';

/** Addresses; and labels for those that both have. */
export function addressChanges({ stays }: Two, { addresses }: Comparison): readonly Change<'email.set'>[] {
  return addresses.flatMap(({ dropped, ...one }, at): readonly Change<'email.set'>[] => {
    const there = stays.emails[at];
    const from = there ? labelled(there) : null;
    const to = labelled(one);
    return dropped || same(from, to) ? [] : [{ type: 'email.set', person: stays.ref.id, at, from, to }];
  });
}

/** The primary address, upon what `before` will have made. */
export function primaryChanges(
  { ref, ...stays }: Person,
  before: readonly Change[],
  primary: Address | null,
): readonly Change<'email.primary'>[] {
  const mine = before.filter(({ person }) => person === ref.id);
  const { emails } = mine.reduce(applied, { ...stays, ref });
  const from = emails.find((one) => one.primary)?.address ?? null;
  if (primaryOf({ emails }) === primary || !emails.some(({ address }) => address === primary)) return [];
  return [{ type: 'email.primary', person: ref.id, from, to: primary }];
}

/** Phone numbers and the like. */
export function contactChanges({ stays }: Two, { contacts }: Comparison): readonly Change<'contact.set'>[] {
  const mine = contactsOf(stays);
  return contacts.flatMap(({ value, dropped }, at): readonly Change<'contact.set'>[] => {
    const from = mine[at] ?? null;
    return dropped || same(from, value) ? [] : [{ type: 'contact.set', person: stays.ref.id, at, from, to: value }];
  });
}

export function labelChanges({ stays }: Two, { labels }: Comparison): readonly Change<'label.set'>[] {
  return labels.flatMap(({ label, from, dropped }, at): readonly Change<'label.set'>[] =>
    from !== 'goes' || dropped ? [] : [{ type: 'label.set', person: stays.ref.id, label, at, from: false, to: true }],
  );
}

export function groupChanges({ stays }: Two, { groups }: Comparison): readonly Change<'group.set'>[] {
  return groups.flatMap(({ id, from, dropped }): readonly Change<'group.set'>[] =>
    from !== 'goes' || dropped ? [] : [{ type: 'group.set', person: stays.ref.id, group: id, from: false, to: true }],
  );
}

/** Organisations, and the place in one that both are in. Where only one can stay, the old one is left first. */
export function membershipChanges(
  { stays }: Two,
  { memberships, differing }: Comparison,
): readonly Change<'membership.set'>[] {
  const kept = memberships.map(({ membership }) => membership.organisation);
  const left =
    memberships.length === 0 ? [] : stays.memberships.filter(({ organisation }) => !kept.includes(organisation));
  const chosen = (what: 'position' | 'manager', organisation: string) =>
    differing.find((row) => row.key === `${what}:${organisation}` && row.wins === 'goes')?.goes;
  const change = (at: number, { organisation, name }: { readonly organisation: string; readonly name: string }) =>
    ({ type: 'membership.set', person: stays.ref.id, organisation: { id: organisation, name }, at }) as const;
  return [
    ...left.map((one): Change<'membership.set'> => ({ ...change(0, one), from: placeOf(one), to: null })),
    ...memberships.flatMap(({ membership, from, dropped }, at): readonly Change<'membership.set'>[] => {
      const now = placeOf(membership);
      if (from === 'goes') return dropped ? [] : [{ ...change(at, membership), from: null, to: now }];
      const { organisation } = membership;
      const manager = chosen('manager', organisation);
      const to = {
        position: chosen('position', organisation) ?? now.position,
        manager: manager === undefined ? now.manager : manager === 'true',
      };
      return same(now, to) ? [] : [{ ...change(at, membership), from: now, to }];
    }),
  ];
}
