// Connections that are being removed, or led to another server: what is kept of their people goes right after that. A
// background that is stopped in between finds them here, so that nobody of the one server is shown as the other's.
import * as v from 'valibot';
import { readStored, removeStored, writeStored } from '@/utils/browser/storage';

const KEY = 'unsettled';
const addresses = v.fallback(v.record(v.string(), v.string()), {});

/** Connection → the address that it had. */
export async function readUnsettled(): Promise<Readonly<Record<string, string>>> {
  return v.parse(addresses, (await readStored('local', KEY)) ?? {});
}

/** Null: nothing is left of that. Callers go one after the other. */
export async function writeUnsettled(connection: string, address: string | null): Promise<void> {
  const { [connection]: _before, ...others } = await readUnsettled();
  const next = address === null ? others : { ...others, [connection]: address };
  await (Object.keys(next).length === 0 ? removeStored('local', [KEY]) : writeStored('local', KEY, next));
}
