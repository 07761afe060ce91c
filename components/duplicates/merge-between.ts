import type { AskBackground, EntryMark } from '@/utils/messages/protocol';

/** How many of a person's entries are looked through: the merge was a moment ago. */
const LOOKED_THROUGH = 10;
const STANDS: ReadonlySet<EntryMark['state']> = new Set(['done', 'waiting', 'queued', 'held']);

export interface Merge {
  readonly entry: string;
  readonly stays: string;
  readonly goes: string;
}

/** The merge that made these two one, whoever of them stays; null: there was none, or it was taken back. */
export async function mergeBetween(
  ask: AskBackground,
  connection: string,
  [left, right]: readonly [string, string],
): Promise<Merge | null> {
  const asked = [left, right].map((id) => ask('entries', { ref: { connection, id }, limit: LOOKED_THROUGH }));
  const marks = (await Promise.all(asked)).flatMap((answer) => (answer.ok ? answer.value : []));
  for (const { id, action, state, others = [] } of marks) {
    if (action !== 'merge' || !STANDS.has(state)) continue;
    if (others.includes(right)) return { entry: id, stays: left, goes: right };
    if (others.includes(left)) return { entry: id, stays: right, goes: left };
  }
  return null;
}
