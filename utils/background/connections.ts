import { originOf } from '@/utils/browser/permissions';
import { type KnownLogin, readLogins } from '@/utils/connections/logins';
import { inOrder, readConnections, type StoredConnection } from '@/utils/connections/stored';
import { readSecrets, type Secrets } from '@/utils/connections/vault';
import { connectorOf } from '@/utils/connectors';
import { OWN, SAMPLE } from '@/utils/connectors/local';
import type {
  Capability,
  Connection,
  Login,
  Memory,
  Opened,
  Proof,
  Reads,
  Session,
  Writes,
} from '@/utils/connectors/types';
import { t } from '@/utils/i18n';
import type { Place } from '@/utils/lookup/find';
import type { Source } from '@/utils/messages/view';
import { ProblemError, toProblem } from '@/utils/problem';
import type { Settings } from '@/utils/settings/schema';
import { readSettings } from '@/utils/settings/store';
import type { Logins } from './login';
import { memoryOf } from './memory';
import { type Calls, serverHttp } from './server-http';

/** What a login may do can be changed at the server at any time: it is asked anew after so many ms. */
const LOGIN_AGE = 10 * 60_000;

/** The books of this browser: the own one, and the sample people while they are loaded. */
export function books({ sampleLoaded }: Settings): readonly Connection[] {
  const own: Connection = {
    id: OWN,
    connector: 'local',
    name: t('source_own_book'),
    mark: { shape: 'square', letter: t('source_own_letter') },
    local: true,
    settings: { book: 'own' },
  };
  const sample: Connection = {
    ...own,
    id: SAMPLE,
    name: t('source_sample_book'),
    mark: { shape: 'house', letter: t('source_sample_letter') },
    settings: { book: 'sample' },
  };
  return sampleLoaded ? [own, sample] : [own];
}

/** As the connector opens it: its secrets stand among its settings from here on, in memory only. */
const withSecrets = ({ id, connector, name, mark, settings }: StoredConnection, secrets: Secrets): Connection => ({
  id,
  connector,
  name,
  mark,
  local: false,
  settings: { ...settings, ...secrets[id] },
});

/** All connections, in the user's order, without those that are paused or of an unknown kind. Fails with `locked`. */
async function connections(settings: Settings) {
  const { servers, order } = await readConnections();
  const asked = servers.filter(({ pausedAt, connector }) => pausedAt === null && connectorOf(connector) !== undefined);
  const secrets = await readSecrets();
  const list = inOrder([...books(settings), ...asked.map((server) => withSecrets(server, secrets))], order);
  return { list, unkept: new Set(servers.flatMap(({ id, keeps }) => (keeps ? [] : [id]))) };
}

function sourceOf({ id, connector, name, mark, local, settings }: Connection): Source {
  const origin = local ? null : originOf(settings['address'] ?? '');
  const says = connectorOf(connector)?.says;
  return { id, name, mark, local, ...(origin === null ? {} : { origin }), ...(says === undefined ? {} : { says }) };
}

/** One that cannot be opened says so in its own place, and holds up none of the others. */
function shut(connection: Connection, error: unknown): Place {
  const fail = async (): Promise<never> => {
    throw error;
  };
  return { source: sourceOf(connection), session: { find: fail, get: fail, reads: {}, writes: {}, denied: [] } };
}

export interface Places {
  /** Without those that are paused, or whose kind this version does not know. Fails with `locked`. */
  all(settings?: Settings): Promise<readonly Place[]>;
  /** Fails with `missing` if the connection is gone, with `offline` while it is paused: what waits for it, waits. */
  at(connection: string): Promise<Place>;
  /** The same; what the login may do is asked first, if nobody knows it and the server can be reached. */
  able(connection: string): Promise<Place>;
}

interface Parts extends Partial<Calls> {
  /** Keeps what a server told of a login. */
  readonly told?: Logins['keep'];
  readonly now?: () => number;
}

const NOBODY = async (): Promise<void> => undefined;

/** Opens connections when they are first needed and keeps them while the background lives; what is lost with it is only time. */
export function openPlaces({ told = NOBODY, now = Date.now, heard = () => undefined, ended }: Parts = {}): Places {
  const opened = new Map<string, { readonly as: string; readonly opened: Promise<Opened> }>();

  const open = (connection: Connection): Promise<Opened> => {
    const as = JSON.stringify(connection);
    const before = opened.get(connection.id);
    if (before?.as === as) return before.opened;
    const memory = memoryOf(connection.id);
    // A call of before that ends late tells of what may be another server now.
    const isNow = (): boolean => opened.get(connection.id)?.as === as;
    const write: Memory['write'] = async (key, value) => (isNow() ? memory.write(key, value) : undefined);
    const tell: Calls['ended'] = (...what) => (isNow() ? ended?.(...what) : undefined);
    const lasting: Memory['lasting'] = {
      ...memory.lasting,
      write: async (key, value) => (isNow() ? memory.lasting.write(key, value) : undefined),
    };
    const opening = openConnection(connection, { heard, ended: tell }, { ...memory, write, lasting });
    opened.set(connection.id, { as, opened: opening });
    opening.catch(() => {
      if (opened.get(connection.id)?.opened === opening) opened.delete(connection.id);
    });
    return opening;
  };

  const place = async (connection: Connection, known: KnownLogin | null): Promise<Place> => {
    const { id } = connection;
    const { login, proof, ...given } = await open(connection);
    const find: Session['find'] = (address, signal) =>
      given.find(address, signal).then(
        (found) => {
          if (!connection.local) ended?.(id, null, true);
          return found;
        },
        (error: unknown) => {
          // Answered, but with nothing that a server of this kind would answer: no call has failed for that.
          if (error instanceof ProblemError && error.problem.kind === 'server') ended?.(id, error.problem);
          throw error;
        },
      );
    const asProven = async (): Promise<Omit<Session, 'denied'>> =>
      proof === undefined ? { ...given, find } : proven({ ...given, find }, await proof());
    const first = await asProven();
    const source = sourceOf(connection);
    const has = (one: string): one is Capability => one in first.reads || one in first.writes;
    const { site } = first;
    const shows = connectorOf(connection.connector)?.shows;
    const placed = (denied: readonly Capability[], missing?: Login['missing'], session = first): Place => ({
      source,
      ...(shows === undefined || site === undefined ? {} : { shows: (url: string) => shows(site, url) }),
      session: { ...session, denied },
      ...(missing === undefined ? {} : { missing }),
    });
    if (login === undefined) return placed([]);
    const ask = async (signal: AbortSignal): Promise<Place> => {
      const answer = await login(signal, 'rights');
      await told(id, answer, () => isStill(connection));
      // What signing in has shown of the server counts from now on.
      return placed(answer.denied, answer.missing, await asProven());
    };
    if (known === null) return { ...placed([]), unasked: true, ask };
    const before = placed(known.denied.filter(has), known.missing);
    return now() - known.at > LOGIN_AGE ? { ...before, ask } : before;
  };

  const all: Places['all'] = async (settings) => {
    const [{ list, unkept }, logins] = await Promise.all([
      connections(settings ?? (await readSettings())),
      readLogins(),
    ]).catch((error: unknown) => {
      // What is open holds secrets of its own.
      if (toProblem(error).kind === 'locked') opened.clear();
      throw error;
    });
    const asked = new Set(list.map(({ id }) => id));
    for (const id of opened.keys()) if (!asked.has(id)) opened.delete(id);
    return Promise.all(
      list.map(async (connection): Promise<Place> => {
        const { id } = connection;
        const placed = await place(connection, logins[id] ?? null).catch((error) => shut(connection, error));
        return unkept.has(id) ? { ...placed, unkept: true } : placed;
      }),
    );
  };
  const at: Places['at'] = async (connection) => {
    const found = (await all()).find(({ source }) => source.id === connection);
    if (found) return found;
    const { servers } = await readConnections();
    const paused = servers.some(({ id, pausedAt }) => id === connection && pausedAt !== null);
    throw new ProblemError(
      paused ? { kind: 'offline', connection, detail: 'paused' } : { kind: 'missing', connection },
    );
  };
  return {
    all,
    at,
    async able(connection) {
      const found = await at(connection);
      if (!found.unasked || found.ask === undefined) return found;
      // Of a server that is away nothing is known; what it may refuse waits in the journal until then.
      return found.ask(AbortSignal.timeout(ABLE_MS)).catch(() => found);
    },
  };
}

/** What the server turned out not to have is not there; what nobody has tried yet is told. */
function proven(session: Omit<Session, 'denied'>, proof: Proof): Omit<Session, 'denied'> {
  const { unproven, without, sets, mergesAt, oneOrganisation } = proof;
  const left = <Methods extends Reads | Writes>(methods: Methods): Methods => {
    const copy = { ...methods };
    for (const name of without) Reflect.deleteProperty(copy, name);
    return copy;
  };
  return {
    ...session,
    reads: left(session.reads),
    writes: left(session.writes),
    unproven: unproven.filter((name) => !without.includes(name)),
    ...(sets === undefined ? {} : { sets }),
    ...(mergesAt === undefined ? {} : { mergesAt }),
    ...(oneOrganisation === undefined ? {} : { oneOrganisation }),
  };
}

/** As long as an action is held up by that. */
const ABLE_MS = 8000;

/** Opens one that need not be kept: for a test of what was just typed. Fails with `missing` for an unknown kind. */
export async function openConnection(
  connection: Connection,
  calls: Calls,
  memory: Memory = memoryOf(connection.id),
): Promise<Opened> {
  const connector = connectorOf(connection.connector);
  if (connector === undefined) {
    throw new ProblemError({ kind: 'missing', connection: connection.id, detail: connection.connector });
  }
  return connector.open(connection, serverHttp(connection, calls.heard, calls.ended), memory);
}

/** Whether it stands on disk as it was opened: an answer that comes late may be of another server, or of another login. */
export const isStill = (connection: Connection): Promise<boolean> =>
  connectionOf(connection.id).then(
    (now) => JSON.stringify(now) === JSON.stringify(connection),
    () => false,
  );

/** A stored connection with its secrets, however it stands with it. Fails with `missing`, `locked`. */
export async function connectionOf(id: string): Promise<Connection> {
  const { servers } = await readConnections();
  const server = servers.find((one) => one.id === id);
  if (server === undefined) throw new ProblemError({ kind: 'missing', connection: id });
  return withSecrets(server, await readSecrets());
}
