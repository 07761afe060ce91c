import { mayRead, originOf } from '@/utils/browser/permissions';
import { type KnownLogin, readLogins } from '@/utils/connections/logins';
import { inOrder, readConnections, type StoredConnection } from '@/utils/connections/stored';
import { readSecrets, type Secrets } from '@/utils/connections/vault';
import { connectorOf } from '@/utils/connectors';
import { countPeople } from '@/utils/connectors/local';
import type { Connection } from '@/utils/connectors/types';
import type { ConnectionRow } from '@/utils/messages/connections';
import { toProblem } from '@/utils/problem';
import { readSettings } from '@/utils/settings/store';
import { books } from './connections';
import type { Contact, Contacts } from './contacts';

interface Parts {
  readonly contacts: Contacts;
  /** Answers that are kept of a server. */
  readonly kept: (connection: string) => Promise<number>;
  /** Changes that wait, by connection. */
  readonly unsent: () => Promise<Readonly<Record<string, number>>>;
}

interface Known {
  /** Null: a passphrase is wanted. */
  readonly secrets: Secrets | null;
  readonly contact: Contact | null;
  readonly login: KnownLogin | null;
}

/** The connections as the settings page lists them, those that are paused or locked too. Nothing secret is among it. */
export async function listConnections({ contacts, kept, unsent }: Parts): Promise<readonly ConnectionRow[]> {
  const [settings, { servers, order }, secrets, waiting, told, logins] = await Promise.all([
    readSettings(),
    readConnections(),
    unlocked(),
    unsent(),
    contacts.all(),
    readLogins(),
  ]);
  const own = books(settings).map(async (book) => bookRow(book, waiting[book.id] ?? 0));
  const rows = servers.map(async (server): Promise<ConnectionRow> => {
    const { id } = server;
    const contact = told[id] ?? null;
    return {
      ...server,
      local: false,
      filled: Object.keys(secrets?.[id] ?? {}),
      ...(await stateOf(server, { secrets, contact, login: logins[id] ?? null })),
      contact: contact === null || contact.at === null ? null : { at: contact.at, ms: contact.ms },
      people: await kept(id).catch(() => 0),
      unsent: waiting[id] ?? 0,
    };
  });
  return inOrder(await Promise.all([...own, ...rows]), order);
}

/** Null while it is locked. */
export async function unlocked(): Promise<Secrets | null> {
  return readSecrets().catch((error: unknown) => {
    if (toProblem(error).kind === 'locked') return null;
    throw error;
  });
}

async function bookRow({ id, connector, name, mark, settings }: Connection, unsent: number): Promise<ConnectionRow> {
  return {
    id,
    connector,
    name,
    mark,
    local: true,
    settings,
    filled: [],
    pausedAt: null,
    keeps: true,
    state: 'ready',
    contact: null,
    people: await countPeople(id === 'sample' ? 'sample' : 'own'),
    unsent,
  };
}

async function stateOf(
  { id, connector, settings, pausedAt }: StoredConnection,
  { secrets, contact, login }: Known,
): Promise<Pick<ConnectionRow, 'state' | 'problem' | 'since'>> {
  if (pausedAt !== null) return { state: 'paused' };
  if (secrets === null) return { state: 'locked' };
  if (connectorOf(connector) === undefined) {
    return { state: 'failed', problem: { kind: 'invalid', connection: id, detail: connector } };
  }
  const origin = originOf(settings['address'] ?? '');
  if (origin !== null && !(await mayRead(origin))) return { state: 'no-access' };
  const failed = contact?.failed;
  if (failed) return { state: 'failed', problem: failed.problem, since: failed.since };
  return { state: contact === null && login === null ? 'unknown' : 'ready' };
}
