import { type May, may } from '@/components/panel/may';
import type { Hit } from '@/components/panel/states';
import { actions } from '@/utils/actions';
import type { ActionId } from '@/utils/actions/inputs';
import type { Action, InMenu } from '@/utils/actions/types';
import type { Capability } from '@/utils/connectors/types';

/** An action that this person's server has. */
export interface Offer extends Pick<InMenu, 'label' | 'icon' | 'place' | 'confirm'> {
  readonly id: ActionId;
  /** Nobody has tried it on this server: it may turn out not to have it. */
  readonly untried: boolean;
  /** Why this login may not do it. */
  readonly mayNot?: string;
}

const places: readonly InMenu['place'][] = ['people', 'account', 'security', 'danger'];

function offerOf({ id, menu, needs, oneOf = [] }: Action, { match, answer }: Hit): Offer | null {
  if (menu === undefined || !menu.when(match.person)) return null;
  const all = may(answer, ...needs, ...(menu.reads ?? []));
  if (all === null) return null;
  // Nothing is merged from here then, whatever this login may: both are compared, and the server's page is opened.
  const elsewhere: readonly May[] = id === 'merge' && answer.mergesAt !== undefined ? [{}] : [];
  const ways = [...elsewhere, ...oneOf.map((need) => may(answer, need))].filter((way) => way !== null);
  if (oneOf.length > 0 && ways.length === 0) return null;
  // One way that is open is enough.
  const way = ways.find(({ mayNot }) => mayNot === undefined) ?? ways[0] ?? {};
  const { label, icon, place, confirm } = menu;
  const isUntried = (need: Capability): boolean => answer.unproven?.includes(need) === true;
  const open = oneOf.filter((need) => answer.can.includes(need));
  const untried = needs.some(isUntried) || (open.length > 0 && open.every(isUntried));
  return { id, label, icon, place, confirm, untried, ...way, ...all };
}

/** What can be done with a person beside editing, in the order of the menu: what destroys stands last. */
export function offersFor(hit: Hit): readonly Offer[] {
  const all = Object.values<Action>(actions).flatMap((action) => offerOf(action, hit) ?? []);
  return places.flatMap((place) => all.filter((offer) => offer.place === place));
}
