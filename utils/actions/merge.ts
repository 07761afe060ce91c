import { compare, mergeSteps, refusalOf, wayOf } from '@/utils/merge';
import { ProblemError } from '@/utils/problem';
import { type Action, outdated, senseless } from './types';

/**
 * Two records of one person become one: the person stays, the other is merged in. What moves and what is dropped is the
 * list of changes; all of it can be undone, unless the server merges by itself.
 */
export const merge: Action<'merge'> = {
  id: 'merge',
  needs: [],
  oneOf: ['person.hide', 'person.merge', 'account.enable'],
  menu: {
    label: 'action_merge',
    icon: 'merge',
    place: 'people',
    confirm: 'page',
    when: ({ kind }) => kind === 'person',
  },
  async plan({ person, input, reads, get, can, movesAtOnce, oneOrganisation = false, room, mergesAt, ...sight }) {
    const { goes: id, keep, primary, versions } = input;
    if (id === person.ref.id) throw senseless('merge-self');
    if (mergesAt !== undefined) {
      throw new ProblemError({ kind: 'forbidden', call: 'merge', detail: 'the server merges on a page of its own' });
    }
    if (wayOf(can) === null) throw new ProblemError({ kind: 'forbidden', call: 'merge' });
    const goes = await get(id);
    // Who was merged in answers to the old id: here that is done already, elsewhere it is news.
    if (goes.ref.id === person.ref.id) return [];
    if (goes.ref.id !== id) throw outdated(goes.version ?? null);
    const refused = refusalOf(person, goes);
    if (refused !== null) throw senseless(`merge-${refused}`);
    for (const [one, seen] of [[person, versions.stays] as const, [goes, versions.goes] as const]) {
      if ((one.version ?? null) !== seen) throw outdated(one.version ?? null);
    }
    const unseen = wayOf(can) === 'disable' ? ((await reads.unseen?.(id)) ?? 0) : 0;
    const limits = { unseen, oneOrganisation, ...(room && { room }), ...(sight.limits && { limits: sight.limits }) };
    const comparison = compare({ stays: person, goes, keep, primary, can, ...limits });
    if (primary !== null && comparison.primary !== primary) throw senseless('merge-primary');
    const belongings = wayOf(can) === 'own' ? {} : ((await reads.belongings?.(id)) ?? {});
    return mergeSteps({ stays: person, goes, comparison, belongings, unseen, can, movesAtOnce });
  },
};
