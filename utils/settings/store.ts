import * as v from 'valibot';
import { readStored, writeStored } from '@/utils/browser/storage';
import { SETTINGS } from './appearance';
import { type Settings, settingsSchema } from './schema';

/** The settings as they are on disk; what is missing or unreadable there has its first value. */
export async function readSettings(): Promise<Settings> {
  const stored = v.safeParse(settingsSchema, (await readStored('local', SETTINGS)) ?? {});
  return stored.success ? stored.output : v.parse(settingsSchema, {});
}

export type ChangeSettings = (change: (settings: Settings) => Partial<Settings>) => Promise<Settings>;

/** Changes go one after the other, so that two at once do not lose each other's values. */
export function settingsWriter(): ChangeSettings {
  const queue = { last: Promise.resolve() };
  return (change) => {
    const result = queue.last.then(async () => {
      const now = await readSettings();
      const next = { ...now, ...change(now) };
      await writeStored('local', SETTINGS, next);
      return next;
    });
    queue.last = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  };
}
