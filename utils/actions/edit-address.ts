import { addressOf, labelled, primaryOf } from '@/utils/changes/current';
import { same } from '@/utils/changes/same';
import { type Action, outdated, senseless } from './types';

/** Adds an address, changes it or its label, or removes it. The primary one is not removed, nor is the last. */
export const editAddress: Action<'edit-address'> = {
  id: 'edit-address',
  needs: ['email.set'],
  waits: true,
  plan({ person, input }) {
    const from = input.from && labelled(input.from);
    const to = input.to && labelled(input.to);
    if (from === null && to === null) throw senseless('neither added nor removed');
    const wanted = to && addressOf(person, to.address);
    if (to !== null && same(wanted, to) && (from === null || from.address === to.address)) return [];
    const now = from && addressOf(person, from.address);
    if (from !== null && now === undefined) {
      if (to === null) return [];
      throw outdated(wanted ?? null);
    }
    if (!same(now, from)) throw outdated(now);
    if (wanted && to?.address !== from?.address) {
      // Added twice with another label; or changed into one that is there beside it.
      if (from === null) throw outdated(wanted);
      throw senseless('the person has this address already');
    }
    const at = person.emails.findIndex(({ address }) => address === from?.address);
    if (to === null && person.emails.length === 1) throw senseless('the last address');
    if (to === null && from?.address === primaryOf(person)) throw senseless('the primary address');
    return [{ type: 'email.set', person: person.ref.id, at: at < 0 ? person.emails.length : at, from, to }];
  },
};
