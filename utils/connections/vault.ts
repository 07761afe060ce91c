// Where the secrets are: one value on disk that only the background and our own pages can read.
import * as v from 'valibot';
import { readStored, writeStored } from '@/utils/browser/storage';

const secrets = v.record(v.string(), v.record(v.string(), v.string()));

/** Connection → field of its form → what was typed there. */
export type Secrets = Readonly<v.InferOutput<typeof secrets>>;

const KEY = 'vault';
const vault = v.object({ kind: v.literal('open'), secrets });

/** All secrets. Fails with `locked` while a passphrase is wanted. */
export async function readSecrets(): Promise<Secrets> {
  const read = v.safeParse(vault, await readStored('local', KEY));
  return read.success ? read.output.secrets : {};
}

/** Puts or takes away (null) the secrets of one connection. Fails with `locked`. */
export async function keepSecrets(connection: string, kept: Readonly<Record<string, string>> | null): Promise<void> {
  const { [connection]: _before, ...others } = await readSecrets();
  await writeStored('local', KEY, {
    kind: 'open',
    secrets: kept === null ? others : { ...others, [connection]: kept },
  });
}
