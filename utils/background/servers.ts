// What the settings page asks about servers. The work is done next door.
import { giveBack, originOf } from '@/utils/browser/permissions';
import { type ChangeConnections, withoutServer, withServer } from '@/utils/connections/change';
import { readConnections, type StoredConnection, type StoredConnections } from '@/utils/connections/stored';
import { keepSecrets } from '@/utils/connections/vault';
import type { Cache } from '@/utils/lookup/cache';
import type { PanelAnswers } from '@/utils/messages';
import { ProblemError } from '@/utils/problem';
import type { Contacts } from './contacts';
import type { Forgetting } from './forgetting';
import type { Logins } from './login';
import { forgetMemory } from './memory';
import { quietly } from './quietly';
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

export function makeServers(parts: Parts): ServerAnswers {
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
    if (signedInAnew && before !== null) await Promise.all([forgetServer(server.id), cache.clear(server.id)]);
    if (moved) await forget.people(server.id);
    if (!server.keeps) await forget.kept(server.id);
    if (before !== null) await giveBackOf(before, server);
    if (signedInAnew) quietly(views.lookAgain());
    else await views.rename(server);
  };

  return {
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
        return withoutServer(stored, id);
      });
      await views.withdraw(id);
      await forget.kept(id);
      await Promise.all([forgetServer(id), forget.people(id), forget.calls(id)]);
      if (gone.server) await giveBackOf(gone.server, null);
      return null;
    },
  };
}

function serverIn({ servers }: StoredConnections, id: string): StoredConnection {
  const server = servers.find((one) => one.id === id);
  if (server === undefined) throw missing(id);
  return server;
}

/** The permission of a host that no connection is at any more is given back. */
async function giveBackOf(before: StoredConnection, now: StoredConnection | null): Promise<void> {
  const origin = originOf(before.settings['address'] ?? '');
  if (origin === null || origin === originOf(now?.settings['address'] ?? '')) return;
  const { servers } = await readConnections();
  // The user may have taken it back already, or it is not theirs to take.
  if (!isHostNeeded(origin, servers)) await giveBack(origin).catch(() => false);
}
