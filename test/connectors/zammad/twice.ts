// Somebody who has two users in a Zammad.
import { address } from '@/test/connectors/changes';
import type { Dialect } from './answers';
import { type FakeZammad, fakeZammad } from './server';
import { ANNA, addTicket, addUser, type Row } from './store';

export const ID = String(ANNA);
export const HOME = address('a.keller@example.net');

/** Anna wrote from home for years, too. */
export function twice(some: Record<string, unknown> = {}, dialect?: Dialect): FakeZammad {
  const server = fakeZammad(dialect);
  const { id } = addUser(server.store, {
    email: HOME,
    firstname: 'A.',
    lastname: 'Keller',
    web: 'https://keller.example.net',
    note: '<div>Calls on <i>Mondays</i>.</div>',
    plan: 'free',
    areas: ['n'],
    organization_id: 8,
    preferences: { locale: 'en-gb', tickets_open: 2, tickets_closed: 1 },
    ...some,
  });
  addTicket(server.store, { customer_id: id, title: 'From home', organization_id: 8 });
  addTicket(server.store, { customer_id: id, title: 'Old one', organization_id: 8, state_id: 4 });
  addTicket(server.store, { customer_id: id, title: 'In Sales', group_id: 2, organization_id: 8 });
  return server;
}

export const goesOf = ({ store }: FakeZammad): Row => {
  const row = store.users.at(-1);
  if (row === undefined) throw new Error('nobody');
  return row;
};
export const staysOf = ({ store }: FakeZammad): Row | undefined => store.users.find(({ id }) => id === ANNA);
