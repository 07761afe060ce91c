import type { Change, ChangeType } from '@/utils/changes/types';
import type { Belongings } from '@/utils/connectors/types';
import type { Two } from './types';

const KINDS = {
  tickets: 'ticket.move',
  notes: 'note.move',
  files: 'file.move',
  charges: 'charge.move',
  chats: 'chat.move',
  activity: 'activity.move',
} as const satisfies Record<keyof Belongings, ChangeType>;

const ORDER = [
  'tickets',
  'notes',
  'files',
  'charges',
  'chats',
  'activity',
] as const satisfies readonly (keyof Belongings)[];

interface Moved {
  readonly belongings: Belongings;
  can(type: ChangeType): boolean;
  /** How many things one change takes at most. */
  readonly atOnce: number;
}

/** All that belongs to the one merged in goes to whoever stays. */
export function moveChanges({ stays, goes }: Two, { belongings, can, atOnce }: Moved): readonly Change[] {
  const from = goes.ref.id;
  const to = stays.ref.id;
  return ORDER.filter((kind) => can(KINDS[kind])).flatMap((kind) =>
    portions(belongings[kind] ?? [], atOnce).map(
      (items): Change => ({ type: KINDS[kind], person: from, items, from, to }),
    ),
  );
}

function portions<Item>(items: readonly Item[], atOnce: number): readonly (readonly Item[])[] {
  const size = Math.max(1, Math.min(atOnce, items.length));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
