// What is kept in this browser about the people of a connection, besides the answers themselves.
import type { ChangeSettings } from '@/utils/settings/store';

/** Recent people and begun forms: what is there only to save typing. */
export async function forgetAtHand(settings: ChangeSettings, connection: string): Promise<void> {
  await settings(({ recent, drafts }) => ({
    recent: recent.filter(({ ref }) => ref.connection !== connection),
    drafts: without(drafts, (draft) => draft.connection === connection),
  }));
}

/** What names people of it by their ids: who was shown lately, and who of several always is. */
export async function forgetIds(settings: ChangeSettings, connection: string): Promise<void> {
  await settings(({ recent, always }) => ({
    recent: recent.filter(({ ref }) => ref.connection !== connection),
    always: without(always, (ref) => ref.connection === connection),
  }));
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  drop: (value: Value) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !drop(value)));
}
