import { isolate } from '@/components/panel/person-words';
import { changedWord } from '@/components/queue/change-words';
import { listText } from '@/components/ui/list-text';
import type { Holdings } from '@/utils/connectors/types';
import { type CountKey, formatNumber, plural, t } from '@/utils/i18n';
import type { Plan } from '@/utils/messages/protocol';
import type { Source } from '@/utils/messages/view';
import { primaryOf } from '@/utils/people/primary';
import type { Person } from '@/utils/people/types';

/** What a count is of. */
const kinds = {
  'ticket.move': 'merge_tickets',
  'note.move': 'merge_notes',
  'file.move': 'merge_files',
  'charge.move': 'merge_charges',
  'chat.move': 'merge_chats',
} as const satisfies Readonly<Record<string, CountKey>>;

type Moves = keyof typeof kinds;
const order: readonly Moves[] = ['ticket.move', 'note.move', 'file.move', 'charge.move', 'chat.move'];

export interface Moved {
  readonly count: number;
  /** "tickets" */
  readonly word: string;
}

/** Where a server merges by itself, what it counts of the one that goes is what moves. */
const counted = (goes: Holdings | null): Readonly<Record<Moves, number>> => ({
  'ticket.move': goes?.tickets?.count ?? 0,
  'note.move': goes?.notes?.count ?? 0,
  'file.move': goes?.files ?? 0,
  'charge.move': goes?.charges?.count ?? 0,
  'chat.move': goes?.chats ?? 0,
});

const mergesItself = ({ changes }: Plan): boolean => changes.some(({ type }) => type === 'person.merge');

/** How much goes from one to the other, by kind; what there is nothing of is left out. */
export function whatMoves(plan: Plan, goes: Holdings | null): readonly Moved[] {
  const itself = mergesItself(plan) ? counted(goes) : null;
  return order.flatMap((kind) => {
    const steps = plan.changes.reduce((sum, change) => sum + (change.type === kind ? change.items.length : 0), 0);
    const count = itself?.[kind] ?? steps;
    return count === 0 ? [] : [{ count, word: plural(kinds[kind], count) }];
  });
}

/** What the server can, what is done in its place, and what of it cannot be taken back. */
export function howItIsDone(plan: Plan, source: Source, person: Person): string {
  const { changes, final } = plan;
  if (mergesItself(plan)) {
    return t(final.length > 0 ? 'merge_itself_final' : 'merge_itself', [source.name]);
  }
  const steps = formatNumber(changes.length);
  const lost = new Set(final.flatMap((step) => changes[step] ?? []).map((change) => changedWord(change, person)));
  const done =
    lost.size === 0
      ? plural('merge_steps', changes.length, [steps])
      : plural('merge_steps_final', changes.length, [steps, listText([...lost])]);
  // What the server says of it begins with that.
  return source.local || source.says?.merging !== undefined ? done : `${t('merge_not_itself', [source.name])} ${done}`;
}

/** Tickets that are out of reach stay with who is merged in, and so does the address by which answers to them come. */
export function unseenText(count: number, goes: Person): string {
  const address = primaryOf(goes);
  const who = [formatNumber(count), isolate(goes.name)];
  return address === null
    ? plural('merge_unseen', count, who)
    : plural('merge_unseen_address', count, [...who, isolate(address)]);
}
