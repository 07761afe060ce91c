// When the vault locks by itself, as the user chose.
import * as v from 'valibot';
import { readStored, writeStored } from '@/utils/browser/storage';

const schema = v.object({
  /** Minutes without a key or mouse; null: never by itself. */
  idleMinutes: v.optional(v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), 15), 15),
  /** With the screen. */
  onScreenLock: v.optional(v.fallback(v.boolean(), true), true),
  /** What was kept of servers' answers goes when it locks. */
  forgets: v.optional(v.fallback(v.boolean(), false), false),
});

export type LockChoice = Readonly<v.InferOutput<typeof schema>>;

const KEY = 'lock';

export async function readLockChoice(): Promise<LockChoice> {
  const read = v.safeParse(schema, (await readStored('local', KEY)) ?? {});
  return read.success ? read.output : v.parse(schema, {});
}

/** Gives what stands now. Callers go one after the other. */
export async function changeLockChoice(change: Partial<LockChoice>): Promise<LockChoice> {
  const next = { ...(await readLockChoice()), ...change };
  await writeStored('local', KEY, next);
  return next;
}
