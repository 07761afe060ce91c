import { readConnections, type StoredConnection, type StoredConnections, writeConnections } from './stored';

/** The same given back is no change. Gives what stands after the change, or fails with what `change` throws; then nothing has changed. */
export type ChangeConnections = (
  change: (stored: StoredConnections) => StoredConnections | Promise<StoredConnections>,
) => Promise<StoredConnections>;

/** Changes go one after the other, so that two at once do not lose each other's. */
export function connectionsWriter(): ChangeConnections {
  const queue: { last: Promise<unknown> } = { last: Promise.resolve() };
  return (change) => {
    const done = queue.last.then(async () => {
      const stored = await readConnections();
      const next = await change(stored);
      if (next !== stored) await writeConnections(next);
      return next;
    });
    queue.last = done.catch(() => undefined);
    return done;
  };
}

/** With one server as it is now, in the place where it stood, or at the end. */
export function withServer(stored: StoredConnections, server: StoredConnection): StoredConnections {
  const known = stored.servers.some(({ id }) => id === server.id);
  const servers = known
    ? stored.servers.map((one) => (one.id === server.id ? server : one))
    : [...stored.servers, server];
  return { ...stored, servers };
}

export function withoutServer({ servers, order }: StoredConnections, id: string): StoredConnections {
  return { servers: servers.filter((one) => one.id !== id), order: order.filter((one) => one !== id) };
}
