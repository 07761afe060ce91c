import { type Acts, useActs } from '@/components/panel/acts';
import type { Hit } from '@/components/panel/states';
import type { ActionId, Chosen } from '@/utils/actions/inputs';
import { type TextKey, t } from '@/utils/i18n';
import type { PersonStatus } from '@/utils/people/types';
import type { Command } from './command';
import { type Offer, offersFor } from './offers';

/** Done by one press, and what the notice says then. */
const atOnce: { readonly [Id in ActionId]?: { readonly chosen: Chosen<Id>; readonly done: TextKey } } = {
  disable: { chosen: { action: 'disable', input: {} }, done: 'done_disabled' },
  enable: { chosen: { action: 'enable', input: {} }, done: 'done_enabled' },
  unlock: { chosen: { action: 'unlock', input: {} }, done: 'done_unlocked' },
};

const states: Readonly<Record<PersonStatus, TextKey>> = {
  active: 'palette_account_active',
  disabled: 'palette_account_disabled',
  locked: 'palette_account_locked',
  banned: 'palette_account_banned',
};

/** Done at once, with a notice to undo it; a refusal is told over everything, and can be tried again. */
export async function runAtOnce(acts: Acts, hit: Hit, chosen: Chosen, title: string): Promise<void> {
  const answer = await acts.run(hit.match.person.ref, chosen, title);
  if (answer.ok) return;
  const again = () => void runAtOnce(acts, hit, chosen, title);
  acts.over({ kind: 'refused', problem: answer.problem, source: hit.answer.source.name, again });
}

function press(acts: Acts, hit: Hit, { id, confirm }: Offer): void {
  const now = atOnce[id];
  // What it means for them is another thing at each server.
  const done = id === 'disable' && hit.answer.source.says?.disabled !== undefined ? 'status_disabled' : now?.done;
  if (now !== undefined && done !== undefined) void runAtOnce(acts, hit, now.chosen, t(done));
  else if (confirm === 'page') acts.open({ kind: 'merge', stays: hit.match.person.ref, goes: null });
  else acts.over({ kind: 'action', action: id, hit });
}

/** The actions of a person as rows, each kind below a line of its own. */
export function useOffered(hit: Hit): readonly (Command & { readonly place: Offer['place'] })[] {
  const acts = useActs();
  const offers = offersFor(hit);
  return offers.map((offer, index) => {
    const { id, place, label, icon, mayNot, untried } = offer;
    const means = id === 'disable' ? (hit.answer.source.says?.disabled ?? 'disabled_means') : undefined;
    const notes = [...(means === undefined ? [] : [t(means)]), ...(untried ? [t('not_tried')] : [])];
    return {
      key: id,
      place,
      icon,
      text: t(label),
      onPress: () => press(acts, hit, offer),
      ...(place === 'account' ? { state: t(states[hit.match.person.status]) } : {}),
      ...(notes.length === 0 ? {} : { note: notes.join(' · ') }),
      ...(mayNot === undefined ? {} : { mayNot }),
      ...(place === 'danger' ? { danger: true } : { apart: offers[index - 1]?.place !== place }),
    };
  });
}
