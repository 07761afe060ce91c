import { openSession } from '@/test/support/open';
import type { ChangeType } from '@/utils/changes/types';
import { rt } from '@/utils/connectors/rt';
import type { Connection, Session } from '@/utils/connectors/types';
import { type Heard, openHttp } from '@/utils/http';
import type { OpenHttp } from '@/utils/http/types';
import { type FakeRt, SITE, TOKEN } from './server';
import type { Store } from './store';

export const connection: Connection = {
  id: 'desk',
  connector: 'rt',
  name: 'Helpdesk',
  mark: { shape: 'circle', letter: 'H' },
  local: false,
  settings: { address: `${SITE}/`, token: TOKEN, others: 'Other addresses', queue: 'Support' },
};

/** All that can be written to a Request Tracker. */
export const WRITES: readonly ChangeType[] = [
  'person.create',
  'account.enable',
  'person.set',
  'email.set',
  'email.primary',
  'contact.set',
  'custom.set',
  'group.set',
  'membership.set',
  'ticket.create',
  'ticket.delete',
  'ticket.state',
  'ticket.move',
];

/** The way to a fake server. */
export const way =
  (server: Pick<FakeRt, 'fetch'>, heard?: (call: Heard) => void): OpenHttp =>
  (settings) =>
    openHttp({ ...settings, connection: 'desk', timeoutMs: 5_000, fetch: server.fetch, ...(heard ? { heard } : {}) });

export const open = (server: FakeRt, settings: Connection['settings'] = {}): Promise<Session> =>
  openSession(rt, { ...connection, settings: { ...connection.settings, ...settings } }, way(server));

/** What people can see: nothing that only counts on, and lists that RT keeps in no order. */
export function dump({ users, tickets }: Store): unknown {
  return {
    users: users.map(({ id, columns: { LastUpdated: _, ...columns }, custom, groups, disabled }) => ({
      id,
      columns: Object.fromEntries(
        Object.entries(columns)
          .filter(([, value]) => value !== '')
          .sort(),
      ),
      custom: Object.fromEntries(
        Object.entries(custom)
          .map(([field, values]) => [field, values.toSorted()] as const)
          .filter(([, values]) => values.length > 0),
      ),
      groups: [...groups].sort(),
      disabled,
    })),
    tickets: tickets
      .filter(({ Status }) => Status !== 'deleted')
      .map(({ LastUpdated: _, ...ticket }) => ({ ...ticket, Requestor: ticket.Requestor.toSorted() })),
  };
}
