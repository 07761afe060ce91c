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

export const zammadKind: ConnectionKind = {
  id: 'zammad',
  name: 'connector_zammad',
  mark: { shape: 'hexagon', letter: 'Z' },
  form: [
    { id: 'address', kind: 'address', required: true, label: 'zammad_address', hint: 'zammad_address_hint' },
    { id: 'token', kind: 'secret', required: true, label: 'zammad_token', hint: 'zammad_token_hint' },
  ],
};

/** With a field to choose from, and calls that its administrator may describe. Its words are those of other things. */
export const deskKind: ConnectionKind = {
  id: 'desk',
  name: 'connector_deskpro',
  mark: { shape: 'circle', letter: 'D' },
  form: [
    { id: 'address', kind: 'address', required: true, label: 'rt_address', hint: 'rt_address_hint' },
    {
      id: 'auth',
      kind: 'choice',
      required: true,
      label: 'options_shortcuts',
      hint: 'rt_token_hint',
      choices: [
        { id: 'key', label: 'shape_shield' },
        { id: 'token', label: 'shape_house' },
      ],
    },
    { id: 'token', kind: 'secret', required: true, label: 'rt_token', hint: 'rt_token_hint' },
    { id: 'agent', kind: 'text', required: false, label: 'rt_queue', hint: 'rt_queue_hint' },
  ],
  calls: true,
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
