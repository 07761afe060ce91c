// Calls of a server that its administrator describes in the settings: what is kept, what is saved, and one try of it.
import { mayRead, originOf } from '@/utils/browser/permissions';
import { type ChangeConnections, withServer } from '@/utils/connections/change';
import { readConnections, type StoredConnection, type StoredConnections } from '@/utils/connections/stored';
import { readSecrets } from '@/utils/connections/vault';
import { connectorOf } from '@/utils/connectors';
import { callFaults, callKey, keptCall, toKept } from '@/utils/connectors/call-check';
import type { CallPlace, KeptCall, Memory } from '@/utils/connectors/types';
import { within } from '@/utils/lookup/wait';
import type { PanelAnswers } from '@/utils/messages';
import type { CallRow } from '@/utils/messages/connections';
import type { FromPanel } from '@/utils/messages/protocol';
import { type Problem, ProblemError, toProblem } from '@/utils/problem';
import { connectionOf, openConnection } from './connections';
import { memoryOf } from './memory';
import type { HeardAt } from './server-http';

export type CallAnswers = Pick<PanelAnswers, 'connection.calls' | 'connection.call.save' | 'connection.call.probe'>;

interface Parts {
  readonly change: ChangeConnections;
  readonly heard: (call: HeardAt) => void;
  /** What was found out about the server until now may be wrong. */
  readonly changed: (connection: string) => Promise<void>;
}

/** ms: as a test of the connection waits. */
const PATIENCE = 20_000;

export function callAnswers({ change, heard, changed }: Parts): CallAnswers {
  return {
    async 'connection.calls'({ id }) {
      const server = serverIn(await readConnections(), id);
      return placesOf(server).map((place) => rowOf(server, place));
    },
    async 'connection.call.save'({ id, call, value }) {
      const done = { saved: false };
      await change(async (stored) => {
        // Whoever may not read the token may not lead it elsewhere at its server.
        await readSecrets();
        const server = serverIn(stored, id);
        const place = placeIn(server, call);
        if (value?.on) mustBeMade(id, value, place);
        const { [callKey(call)]: before, ...others } = server.settings;
        const next = value === null ? undefined : toKept(value);
        if (next === before) return stored;
        done.saved = true;
        const settings = next === undefined ? others : { ...others, [callKey(call)]: next };
        return withServer(stored, { ...server, settings });
      });
      if (done.saved) await changed(id);
      return null;
    },
    async 'connection.call.probe'(asked) {
      const at = Date.now();
      const problem = await probe(asked, heard).then(
        () => null,
        (error: unknown): Problem => ({ call: 'connection.call', ...toProblem(error), connection: asked.id }),
      );
      return { at, ms: Date.now() - at, problem };
    },
  };
}

async function probe({ id, call, value }: FromPanel['connection.call.probe']['question'], heard: Parts['heard']) {
  const server = serverIn(await readConnections(), id);
  mustBeMade(id, value, placeIn(server, call));
  // Nothing is written for a try, and nobody's record is read for it but the login's own.
  if (value.method !== 'get') throw faulty(id, 'method');
  const connection = await connectionOf(id);
  const origin = originOf(connection.settings['address'] ?? '');
  if (origin !== null && !(await mayRead(origin))) throw new ProblemError({ kind: 'no-access' });
  const settings = { ...connection.settings, [callKey(call)]: toKept({ ...value, on: true }) };
  const { tries } = await openConnection({ ...connection, settings }, { heard }, forgetful(id));
  if (tries === undefined) throw new ProblemError({ kind: 'missing' });
  await within(PATIENCE, new AbortController().signal, (signal) => tries(call, signal));
}

/** What is found out by what is only typed is of no call that is kept. */
function forgetful(id: string): Memory {
  const memory = memoryOf(id);
  const write = async (): Promise<void> => undefined;
  return { ...memory, write, lasting: { ...memory.lasting, write } };
}

const placesOf = ({ connector }: StoredConnection): readonly CallPlace[] => connectorOf(connector)?.calls ?? [];

function rowOf({ settings }: StoredConnection, place: CallPlace): CallRow {
  const text = settings[callKey(place.id)];
  const kept = keptCall(text);
  return { place, kept, ...(kept === null && text !== undefined ? { garbage: text } : {}) };
}

function serverIn({ servers }: StoredConnections, id: string): StoredConnection {
  const server = servers.find((one) => one.id === id);
  if (server === undefined) throw new ProblemError({ kind: 'missing', connection: id });
  return server;
}

function placeIn(server: StoredConnection, call: string): CallPlace {
  const place = placesOf(server).find((one) => one.id === call);
  if (place === undefined) throw new ProblemError({ kind: 'missing', connection: server.id, detail: call });
  return place;
}

function mustBeMade(connection: string, value: KeptCall, place: CallPlace): void {
  const [fault] = callFaults(value, place);
  if (fault !== undefined) throw faulty(connection, fault.part);
}

const faulty = (connection: string, detail: string): ProblemError =>
  new ProblemError({ kind: 'invalid', connection, call: 'connection.call', detail });
