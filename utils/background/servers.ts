// What the settings page asks about servers. The work is done next door.
import { giveBack, originOf } from '@/utils/browser/permissions';
import { type ChangeConnections, withoutServer, withServer } from '@/utils/connections/change';
import { isStored, readConnections, type StoredConnection, type StoredConnections } from '@/utils/connections/stored';
import { readUnsettled, writeUnsettled } from '@/utils/connections/unsettled';
import { keepSecrets, readSecrets } from '@/utils/connections/vault';
import type { Cache } from '@/utils/lookup/cache';
import type { PanelAnswers } from '@/utils/messages';
import { ProblemError, toProblem } from '@/utils/problem';
import type { Contacts } from './contacts';
import type { Forgetting } from './forgetting';
import type { Logins } from './login';
import { forgetMemory } from './memory';
import { quietly } from './quietly';
import { type CallAnswers, callAnswers } from './server-calls';
import type { HeardAt } from './server-http';
import { connectionKinds } from './server-kinds';
import { listConnections } from './server-list';
import { isHostNeeded, type Saved, saveConnection } from './server-save';
import { testConnection } from './server-test';
import type { ServerViews } from './server-views';

export type ServerAnswers = Pick<
  PanelAnswers,
  | 'connection.kinds'
  | 'connection.list'
  | 'connection.save'
  | 'connection.test'
  | 'connection.pause'
  | 'connection.remove'
  | 'connection.order'
  | 'connection.forget'
  | keyof CallAnswers
>;

interface Parts {
  readonly change: ChangeConnections;
  readonly contacts: Contacts;
  readonly cache: Cache;
  readonly heard: (call: HeardAt) => void;
  readonly logins: Logins;
  /** Of which connection each change is that waits in this browser. */
  readonly waiting: () => Promise<readonly string[]>;
  /** Sends what waits: a server can be asked again. */
  readonly send: () => Promise<void>;
  readonly views: ServerViews;
  readonly forget: Forgetting;
}

const missing = (connection: string): ProblemError => new ProblemError({ kind: 'missing', connection });

export interface Servers {
  readonly answers: ServerAnswers;
  /** At the background's start: brings to an end what a stopped one left in the middle. */
  settle(): Promise<void>;
}

export function makeServers(parts: Parts): Servers {
  const { change, contacts, cache, heard, logins, waiting, send, views, forget } = parts;
  const unsent = async (): Promise<Readonly<Record<string, number>>> => {
    const counts: Record<string, number> = {};
    for (const connection of await waiting()) counts[connection] = (counts[connection] ?? 0) + 1;
    return counts;
  };

  /** What was found out about a server, not about its people. */
  const forgetServer = async (id: string): Promise<void> => {
    await Promise.all([forgetMemory(id), contacts.forget(id), logins.forget(id)]);
  };

  const settle = async ({ server, before, moved, signedInAnew }: Saved): Promise<void> => {
    // What the one before still answers is kept as nobody's.
    if (signedInAnew && before !== null) views.stop();
    if (signedInAnew && before !== null) await Promise.all([forgetServer(server.id), cache.clear(server.id)]);
    if (moved) await forget.people(server.id);
    if (!server.keeps) await forget.kept(server.id);
    if (before !== null) await giveBackOf(addressOf(before), server);
    if (moved) await change(settled(server.id));
    if (signedInAnew) quietly(views.lookAgain());
    else await views.rename(server);
  };

  /** Nobody of it is known here any more. */
  const forgetAll = async (id: string, address: string): Promise<void> => {
    await forget.kept(id);
    await Promise.all([forgetServer(id), forget.people(id), forget.calls(id)]);
    await giveBackOf(address, null);
    await change(settled(id));
  };

  const finish = async (id: string, address: string): Promise<void> => {
    const server = (await readConnections()).servers.find((one) => one.id === id);
    if (server === undefined) return forgetAll(id, address);
    // Else it was not even begun.
    if (addressOf(server) !== address) {
      await Promise.all([forgetServer(id), cache.clear(id), forget.people(id)]);
      await giveBackOf(address, server);
    }
    await change(settled(id));
  };

  const answers: ServerAnswers = {
    'connection.kinds': async () => connectionKinds(),
    'connection.list': () => listConnections({ contacts, kept: cache.count, unsent }),
    async 'connection.save'({ draft }) {
      const saved = await saveConnection(draft, { change, unsent: async (id) => (await unsent())[id] ?? 0 });
      await settle(saved);
      return { id: saved.server.id };
    },
    'connection.test': ({ id }) => testConnection(id, { heard, told: logins.keep, ended: contacts.ended }),
    async 'connection.pause'({ id, paused }) {
      await change((stored) => {
        const server = serverIn(stored, id);
        if (paused === (server.pausedAt !== null)) return stored;
        return withServer(stored, { ...server, pausedAt: paused ? new Date().toISOString() : null });
      });
      if (paused) await views.withdraw(id);
      else {
        quietly(views.lookAgain());
        quietly(send());
      }
      return null;
    },
    async 'connection.order'({ ids }) {
      await change((stored) => ({ ...stored, order: [...new Set(ids)] }));
      await views.order(ids);
      return null;
    },
    async 'connection.forget'({ id }) {
      await cache.clear(id);
      return null;
    },
    async 'connection.remove'({ id }) {
      const gone: { server?: StoredConnection } = {};
      await change(async (stored) => {
        gone.server = serverIn(stored, id);
        // First, since it fails while it is locked: then nothing has happened.
        await keepSecrets(id, null);
        await writeUnsettled(id, addressOf(gone.server));
        return withoutServer(stored, id);
      });
      await views.withdraw(id);
      await forgetAll(id, gone.server ? addressOf(gone.server) : '');
      return null;
    },
    ...callAnswers({
      change,
      heard,
      async changed(id) {
        // What it still answers is of a server that has fewer calls, or others.
        views.stop();
        await forgetMemory(id);
        quietly(views.lookAgain());
      },
    }),
  };
  return {
    answers,
    async settle() {
      for (const [id, address] of Object.entries(await readUnsettled())) await finish(id, address);
      await change(withoutStrays).catch((error: unknown) => {
        // Then it is looked for at the next start.
        if (toProblem(error).kind !== 'locked') throw error;
      });
    },
  };
}

/** A secret of a connection that was never written down, since the background was stopped in the middle of that. */
async function withoutStrays(stored: StoredConnections): Promise<StoredConnections> {
  for (const id of Object.keys(await readSecrets())) if (!(await isStored(id))) await keepSecrets(id, null);
  return stored;
}

/** In the turn of the changes, as all that is written beside them. */
const settled =
  (id: string) =>
  async (stored: StoredConnections): Promise<StoredConnections> => {
    await writeUnsettled(id, null);
    return stored;
  };

const addressOf = ({ settings }: StoredConnection): string => settings['address'] ?? '';

function serverIn({ servers }: StoredConnections, id: string): StoredConnection {
  const server = servers.find((one) => one.id === id);
  if (server === undefined) throw missing(id);
  return server;
}

/** The permission of a host that no connection is at any more is given back. */
async function giveBackOf(before: string, now: StoredConnection | null): Promise<void> {
  const origin = originOf(before);
  if (origin === null || (now !== null && origin === originOf(addressOf(now)))) return;
  const { servers } = await readConnections();
  // The user may have taken it back already, or it is not theirs to take.
  if (!isHostNeeded(origin, servers)) await giveBack(origin).catch(() => false);
}
