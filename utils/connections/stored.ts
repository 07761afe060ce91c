// The connections that the user set up, in their order. No secret stands here: those are in the vault.
import * as v from 'valibot';
import { readStored, writeStored } from '@/utils/browser/storage';

const MARKS = ['square', 'circle', 'diamond', 'hexagon', 'shield', 'house'] as const;

const stored = v.object({
  id: v.string(),
  connector: v.string(),
  name: v.string(),
  mark: v.object({ shape: v.picklist(MARKS), letter: v.string() }),
  /** As the connector's form asks for them, without those of kind 'secret'. */
  settings: v.record(v.string(), v.string()),
  /** ISO: since when it is left alone; null: it is asked. */
  pausedAt: v.optional(v.nullable(v.string()), null),
  /** Whether answers are kept on disk, to be there at once next time. */
  keeps: v.optional(v.boolean(), true),
});

/** A server that the user added. */
export type StoredConnection = Readonly<v.InferOutput<typeof stored>>;

const list = v.object({
  servers: v.array(v.fallback(v.nullable(stored), null)),
  /** Ids in the user's order, those of the books among them; whoever is missing stands at the end. */
  order: v.optional(v.fallback(v.array(v.string()), []), []),
});

export interface StoredConnections {
  readonly servers: readonly StoredConnection[];
  readonly order: readonly string[];
}

const KEY = 'connections';
const NONE: StoredConnections = { servers: [], order: [] };

/** The connections as they are on disk; one that cannot be read is left out, alone. */
export async function readConnections(): Promise<StoredConnections> {
  const read = v.safeParse(list, await readStored('local', KEY));
  if (!read.success) return NONE;
  const { servers, order } = read.output;
  return { servers: servers.filter((server) => server !== null), order };
}

/** Whether a connection of this id stands on disk, be it one that cannot be read. */
export async function isStored(connection: string): Promise<boolean> {
  return JSON.stringify((await readStored('local', KEY)) ?? null).includes(JSON.stringify(connection));
}

/** Whether the user wants nothing of its people kept on disk. */
export async function isUnkept(connection: string): Promise<boolean> {
  const { servers } = await readConnections();
  return servers.some(({ id, keeps }) => id === connection && !keeps);
}

/** Only the background writes, one change after the other: `connections/change`. */
export async function writeConnections(connections: StoredConnections): Promise<void> {
  await writeStored('local', KEY, connections);
}

/** `ids` as the user ordered them; those that are not in the order keep theirs, at the end. */
export function inOrder<Item extends { readonly id: string }>(
  items: readonly Item[],
  order: readonly string[],
): readonly Item[] {
  const place = (id: string): number => {
    const at = order.indexOf(id);
    return at === -1 ? order.length : at;
  };
  return [...items].sort((a, b) => place(a.id) - place(b.id));
}
