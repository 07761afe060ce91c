// Who each connection is signed in as and what they may do, as it was told last: kept on disk, so that offline too
// nothing is offered that would be refused.
import * as v from 'valibot';
import { readStored, writeStored } from '@/utils/browser/storage';

const login = v.object({
  name: v.string(),
  role: v.nullable(v.string()),
  version: v.nullable(v.string()),
  denied: v.array(v.string()),
  missing: v.exactOptional(v.record(v.string(), v.string())),
  queues: v.exactOptional(v.number()),
  /** ms since the epoch. */
  at: v.number(),
});

export type KnownLogin = Readonly<v.InferOutput<typeof login>>;

const KEY = 'logins';
const logins = v.fallback(v.record(v.string(), v.fallback(v.nullable(login), null)), {});

/** By connection; one that was never reached is missing. */
export async function readLogins(): Promise<Readonly<Record<string, KnownLogin | null>>> {
  return v.parse(logins, (await readStored('local', KEY)) ?? {});
}

/** Null: it is forgotten. Callers go one after the other. */
export async function writeLogin(connection: string, known: KnownLogin | null): Promise<void> {
  const { [connection]: _before, ...others } = await readLogins();
  await writeStored('local', KEY, known === null ? others : { ...others, [connection]: known });
}
