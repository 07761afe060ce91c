import { mayRead, originOf, patternOf } from '@/utils/browser/permissions';
import { type ChangeConnections, withServer } from '@/utils/connections/change';
import type { StoredConnection, StoredConnections } from '@/utils/connections/stored';
import { writeUnsettled } from '@/utils/connections/unsettled';
import { keepSecrets, readSecrets } from '@/utils/connections/vault';
import { connectorOf } from '@/utils/connectors';
import { callKey } from '@/utils/connectors/call-check';
import type { ConnectionDraft } from '@/utils/messages/connections';
import { foldName } from '@/utils/people/fold';
import { ProblemError } from '@/utils/problem';
import { readSettings } from '@/utils/settings/store';
import { books } from './connections';
import { checkForm, wrong } from './server-form';

interface Parts {
  readonly change: ChangeConnections;
  readonly unsent: (connection: string) => Promise<number>;
}

/** What was saved, and in what it is another connection than it was. */
export interface Saved {
  readonly server: StoredConnection;
  readonly before: StoredConnection | null;
  /** It may be another server now: ids of people mean nobody there, or others. */
  readonly moved: boolean;
  /** Whoever is signed in there may be somebody else now. */
  readonly signedInAnew: boolean;
}

/**
 * Keeps a draft and its secrets. Fails with `invalid` (`detail`: the field), `locked`, `forbidden` without the host's
 * permission, `missing` if it is gone meanwhile, and `conflict` where another server's address is given to a connection
 * with changes that are not sent: they would be made there, upon somebody else.
 */
export async function saveConnection(draft: ConnectionDraft, { change, unsent }: Parts): Promise<Saved> {
  const form = connectorOf(draft.connector)?.settings;
  if (form === undefined || draft.connector === 'local') throw wrong('connector', draft.id);
  const result: { saved?: Saved; secrets?: Readonly<Record<string, string>> } = {};
  await change(async (stored) => {
    const before = knownOf(stored, draft);
    const name = await nameOf(stored, draft);
    const all = await readSecrets();
    const known = before === null ? null : { server: before, secrets: all[before.id] ?? {} };
    const { settings: asked, secrets } = checkForm(form, draft, known);
    // No form asks for these: they are set beside it.
    const settings = { ...(before === null ? {} : ownCallsIn(before.settings)), ...asked };
    const origin = originOf(settings['address'] ?? '');
    if (origin !== null && !(await mayRead(origin))) {
      throw new ProblemError({ kind: 'forbidden', call: 'connection.save', detail: origin });
    }
    const server: StoredConnection = {
      id: before?.id ?? crypto.randomUUID(),
      connector: draft.connector,
      name,
      mark: { shape: draft.mark.shape, letter: draft.mark.letter },
      settings,
      pausedAt: before?.pausedAt ?? null,
      keeps: draft.keeps,
    };
    const moved = before !== null && placeOf(before) !== placeOf(server);
    if (moved && (await unsent(server.id)) > 0) {
      throw new ProblemError({ kind: 'conflict', connection: server.id, call: 'connection.save', detail: 'unsent' });
    }
    const signedInAnew =
      moved || before === null || !same(secrets, known?.secrets ?? {}) || !same(settings, before.settings);
    if (moved) await writeUnsettled(server.id, before.settings['address'] ?? '');
    if (before !== null && originOf(before.settings['address'] ?? '') !== origin) {
      // Never is a secret on disk beside the address of another server: a stopped background would lead it there.
      await keepSecrets(server.id, null);
      result.secrets = secrets;
    } else if (!same(secrets, known?.secrets ?? {})) await keepSecrets(server.id, secrets);
    result.saved = { server, before, moved, signedInAnew };
    return withServer(stored, server);
  });
  if (result.saved && result.secrets) await keepSecrets(result.saved.server.id, result.secrets);
  if (!result.saved) throw new ProblemError({ kind: 'bug', call: 'connection.save' });
  return result.saved;
}

function knownOf({ servers }: StoredConnections, { id, connector }: ConnectionDraft): StoredConnection | null {
  if (id === null) return null;
  const server = servers.find((one) => one.id === id);
  if (server === undefined) throw new ProblemError({ kind: 'missing', connection: id, call: 'connection.save' });
  if (server.connector !== connector) throw wrong('connector', id);
  return server;
}

/** Two of one name could not be told apart wherever a value names its source. */
async function nameOf({ servers }: StoredConnections, { id, name: typed }: ConnectionDraft): Promise<string> {
  const name = typed.trim().replace(/\s+/gu, ' ');
  const others = [...books(await readSettings()), ...servers].filter((one) => one.id !== id);
  if (name === '' || others.some((one) => foldName(one.name) === foldName(name))) throw wrong('name', id);
  return name;
}

const ownCallsIn = (settings: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => key.startsWith(callKey(''))));

/** Host, port and path: the same server may be called by https now. */
function placeOf({ settings }: StoredConnection): string {
  return (settings['address'] ?? '').replace(/^https?:\/\//u, '');
}

function same(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => a[key] === b[key]);
}

/** Whether one of these is called at that origin's host, all its ports with it. */
export function isHostNeeded(origin: string, servers: readonly StoredConnection[]): boolean {
  return servers.some(({ settings }) => {
    const other = originOf(settings['address'] ?? '');
    return other !== null && patternOf(other) === patternOf(origin);
  });
}
