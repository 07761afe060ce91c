import { openSession } from '@/test/support/open';
import type { ChangeType } from '@/utils/changes/types';
import type { Connection, Session } from '@/utils/connectors/types';
import { zammad } from '@/utils/connectors/zammad';
import { type Heard, openHttp } from '@/utils/http';
import type { OpenHttp } from '@/utils/http/types';
import { type FakeZammad, SITE, TOKEN } from './server';
import type { Store } from './store';

export const connection: Connection = {
  id: 'support',
  connector: 'zammad',
  name: 'Support',
  mark: { shape: 'circle', letter: 'Z' },
  local: false,
  settings: { address: `${SITE}/`, token: TOKEN, group: 'Users' },
};

/** All that can be written to a Zammad. */
export const WRITES: readonly ChangeType[] = [
  'person.create',
  'person.erase',
  'erase.cancel',
  'account.enable',
  'account.unlock',
  'login.password',
  'login.view',
  'factor.remove',
  'person.set',
  'email.set',
  'email.primary',
  'contact.set',
  'custom.set',
  'membership.set',
  'ticket.create',
  'ticket.state',
  'ticket.urgent',
  'ticket.move',
];

/** The way to a fake server. */
export const way =
  (server: Pick<FakeZammad, 'fetch'>, heard?: (call: Heard) => void): OpenHttp =>
  (settings) =>
    openHttp({
      ...settings,
      connection: 'support',
      timeoutMs: 5_000,
      fetch: server.fetch,
      ...(heard ? { heard } : {}),
    });

export const open = (server: FakeZammad, settings: Connection['settings'] = {}): Promise<Session> =>
  openSession(zammad, { ...connection, settings: { ...connection.settings, ...settings } }, way(server));

/** What people can see: nothing that only counts on, no organisation that nobody is in. */
export function dump({ users, tickets, organizations, tasks, factors, passwords }: Store): unknown {
  const used = new Set(
    users.flatMap(({ organization_id: first, organization_ids: more }) => [
      first,
      ...(Array.isArray(more) ? more : []),
    ]),
  );
  return structuredClone({
    users: users.map(({ updated_at: _, ...user }) =>
      Object.fromEntries(Object.entries(user).map(([key, value]) => [key, plain(value)])),
    ),
    tickets: tickets.map(({ updated_at: _, ...ticket }) => ticket),
    organizations: organizations.filter(({ id }) => used.has(id)),
    tasks,
    factors,
    passwords,
  });
}

/** Nothing is nothing, however it is kept; without what a job counts. */
function plain(value: unknown): unknown {
  if (value === null || (Array.isArray(value) && value.length === 0)) return '';
  if (typeof value !== 'object' || !('tickets_open' in value)) return value;
  return { ...value, tickets_open: 0, tickets_closed: 0 };
}
