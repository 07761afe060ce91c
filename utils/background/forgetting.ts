// What is kept in this browser about the people of a connection, besides the answers themselves.
import type { ChangeSettings } from '@/utils/settings/store';

/** Recent people and begun forms: what is there only to save typing. */
export async function forgetAtHand(settings: ChangeSettings, connection: string): Promise<void> {
  await settings(({ recent, drafts }) => ({
    recent: recent.filter(({ ref }) => ref.connection !== connection),
    drafts: without(drafts, (draft) => draft.connection === connection),
  }));
}

/** Who of several is always shown. */
export async function forgetAlways(settings: ChangeSettings, connection: string): Promise<void> {
  await settings(({ always }) => ({ always: without(always, (ref) => ref.connection === connection) }));
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  drop: (value: Value) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !drop(value)));
}
