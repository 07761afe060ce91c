import type { ConnectionKind, ConnectionRow, ConnectionTest } from '@/utils/messages/protocol';

/** A row of the list of connections: a Request Tracker that is ready, unless told otherwise. */
export function connectionRow(some: Partial<ConnectionRow> = {}): ConnectionRow {
  return {
    id: 'rt',
    connector: 'rt',
    name: 'RT Support',
    mark: { shape: 'diamond', letter: 'R' },
    local: false,
    settings: { address: 'https://tickets.example.org:8443/rt' },
    filled: ['token'],
    pausedAt: null,
    keeps: true,
    state: 'ready',
    contact: null,
    people: 0,
    unsent: 0,
    ...some,
  };
}

export const ownRow = connectionRow({
  id: 'book',
  connector: 'local',
  name: 'My book',
  mark: { shape: 'square', letter: 'B' },
  local: true,
  settings: {},
  filled: [],
  people: 1204,
});

export const rtKind: ConnectionKind = {
  id: 'rt',
  name: 'connector_rt',
  mark: { shape: 'diamond', letter: 'R' },
  form: [
    { id: 'address', kind: 'address', required: true, label: 'rt_address', hint: 'rt_address_hint' },
    { id: 'token', kind: 'secret', required: true, label: 'rt_token', hint: 'rt_token_hint' },
    { id: 'queue', kind: 'text', required: false, label: 'rt_queue', hint: 'rt_queue_hint' },
  ],
};

export function connectionTest(some: Partial<ConnectionTest> = {}): ConnectionTest {
  return {
    at: Date.now(),
    ms: 812,
    calls: 4,
    has: ['tickets', 'person.set', 'account.enable', 'login.password', 'groups'],
    unproven: [],
    problem: null,
    login: {
      name: 'Mira Okafor',
      role: 'lead',
      version: null,
      denied: ['login.password', 'groups'],
      missing: { 'login.password': 'AdminUsers' },
      queues: 4,
    },
    ...some,
  };
}
