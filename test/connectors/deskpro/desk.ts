import { address } from '@/test/connectors/changes';
import { openSession } from '@/test/support/open';
import { deskpro } from '@/utils/connectors/deskpro';
import type { Connection, Memory, Session } from '@/utils/connectors/types';
import { type Heard, openHttp } from '@/utils/http';
import type { OpenHttp } from '@/utils/http/types';
import { type FakeDeskpro, KEY, SITE } from './fake';
import { ANNA, type PersonRow } from './store';

export const connection: Connection = {
  id: 'desk',
  connector: 'deskpro',
  name: 'Help desk',
  mark: { shape: 'circle', letter: 'D' },
  local: false,
  settings: { address: `${SITE}/`, access: 'key', secret: KEY },
};

export const DIALECTS = ['legacy', 'horizon'] as const;

/** The way to a fake server. */
export const way =
  (server: Pick<FakeDeskpro, 'fetch'>, heard?: (call: Heard) => void): OpenHttp =>
  (settings) =>
    openHttp({
      ...settings,
      connection: 'desk',
      timeoutMs: 5_000,
      fetch: server.fetch,
      ...(heard ? { heard } : {}),
    });

export const open = (server: FakeDeskpro, settings: Connection['settings'] = {}, memory?: Memory): Promise<Session> =>
  openSession(deskpro, { ...connection, settings: { ...connection.settings, ...settings } }, way(server), memory);

/** Whom an address leads to. */
export const personOf = async (server: FakeDeskpro, text = 'anna.keller@example.com') => {
  const [found] = await (await open(server)).find(address(text));
  if (found === undefined) throw new Error(`nobody has ${text}`);
  return found.person;
};

/** What the fake keeps of somebody. */
export const rowOf = (server: FakeDeskpro, id = ANNA): PersonRow => {
  const row = server.store.people.find((person) => person.id === id);
  if (row === undefined) throw new Error(`no person ${id}`);
  return row;
};
