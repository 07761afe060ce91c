// The small Zammad of the unit tests, behind an address of this machine, with people whom the sample book does not have.
import { type FakeZammad, fakeZammad, TOKEN } from '@/test/connectors/zammad/server';
import { addTicket, addUser, type Row, seeded } from '@/test/connectors/zammad/store';
import { ZAMMAD_GROUND } from '@/test/support/grounds';
import { type Served, serve } from '@/test/support/served';
import type { Harness } from './harness';

export type ServedZammad = Served<FakeZammad>;

export const VERA = { name: 'Vera Lund', address: 'vera.lund@kestrel.test', second: 'vera@home.test' } as const;

/** Vera, whom agents should know a lot about, and the record that her letters from home made. */
export async function serveZammad(): Promise<ServedZammad & { readonly vera: Row; readonly home: Row }> {
  const store = seeded();
  const vera = addUser(store, {
    email: VERA.address,
    firstname: 'Vera',
    lastname: 'Lund',
    phone: '+44 1632 960222',
    note: '<div>Prefers <b>letters</b>.</div>',
    plan: 'pro',
    code: 'K-77',
    vip: true,
    source: 'ldap',
    login_failed: 9,
    organization_id: 8,
    organization_ids: [7],
    preferences: { locale: 'en-gb', tickets_open: 2, tickets_closed: 1, mail_delivery_failed: true },
  });
  store.factors[vera.id] = ['authenticator_app', 'security_keys'];
  addTicket(store, { customer_id: vera.id, organization_id: 8, title: 'Pallets are late' });
  addTicket(store, { customer_id: vera.id, organization_id: 8, title: 'Wrong colour', priority_id: 3 });
  addTicket(store, { customer_id: vera.id, organization_id: 8, title: 'Opening hours', state_id: 4 });
  const home = addUser(store, {
    email: VERA.second,
    firstname: 'Vera',
    lastname: 'Lund',
    mobile: '+44 7700 900222',
    plan: 'free',
    preferences: { locale: 'en-gb', tickets_open: 1, tickets_closed: 0 },
  });
  addTicket(store, { customer_id: home.id, title: 'From home' });
  return { ...(await serve(fakeZammad('6.5', store), ZAMMAD_GROUND)), vera, home };
}

/** Adds it as the form does; the permission has to be there. Answers the connection's id. */
export async function addZammad(
  browser: Pick<Harness, 'ask'>,
  { address }: Pick<ServedZammad, 'address'>,
  name: string,
) {
  const draft = {
    id: null,
    connector: 'zammad',
    name,
    mark: { shape: 'circle', letter: 'Z' },
    settings: { address, group: 'Users' },
    secrets: { token: TOKEN },
    keeps: true,
  };
  const { id }: { readonly id?: unknown } = Object(await browser.ask('connection.save', { draft }));
  return String(id);
}
