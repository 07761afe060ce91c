// Each kind of server, opened as in the product, on the fake of its tests and with all rights there.
import 'fake-indexeddb/auto';
import { connection as deskproConnection, way as deskproWay } from '@/test/connectors/deskpro/desk';
import { fakeDeskpro } from '@/test/connectors/deskpro/server';
import { connection as bookConnection } from '@/test/connectors/local/book';
import { connection as rtConnection, way as rtWay } from '@/test/connectors/rt/desk';
import { fakeRt } from '@/test/connectors/rt/server';
import { connection as zammadConnection, way as zammadWay } from '@/test/connectors/zammad/desk';
import { fakeZammad } from '@/test/connectors/zammad/server';
import { addUser, seeded } from '@/test/connectors/zammad/store';
import { freshMemory, noWay } from '@/test/support/open';
import { callKey } from '@/utils/connectors/call-check';
import { deskpro } from '@/utils/connectors/deskpro';
import { loadSample, local } from '@/utils/connectors/local';
import { rt } from '@/utils/connectors/rt';
import type { CallPlace, Capability, Connection, Connector, Opened, OwnCall, Proof } from '@/utils/connectors/types';
import { zammad } from '@/utils/connectors/zammad';
import type { OpenHttp } from '@/utils/http/types';
import { parseAddress } from '@/utils/people/address';
import type { At } from './cells';

export interface Column {
  readonly name: string;
  /** As it is once what its form requires is filled in. */
  readonly plain: At;
  /** With all that its form has, and each call that an administrator may add. */
  readonly full: At;
}

interface Kind {
  readonly name: string;
  readonly connector: Connector;
  readonly connection: Connection;
  readonly http: OpenHttp;
  /** Texts that its form does not require. */
  readonly more?: Connection['settings'];
  readonly beside?: readonly Capability[];
  /** Addresses of people who have all that is told of people there. */
  readonly people: readonly string[];
  /** Paths of its own pages. */
  readonly pages?: readonly string[];
}

/** In the order of the table. */
export async function columns(): Promise<readonly Column[]> {
  await loadSample(new Date('2026-11-21T12:00:00Z'));
  return Promise.all(kinds().map(column));
}

const kinds = (): readonly Kind[] => [
  {
    name: 'Embedded',
    connector: local,
    connection: bookConnection('sample'),
    http: noWay,
    // A worker of the panel compares all of a book: utils/panel/suspecting.ts.
    beside: ['suspects'],
    people: ['anna.keller@example.com', 'thao.nguyen@harbourfinch.example.com', 'lukas@bauersohn.example.org'],
  },
  {
    name: 'Request Tracker',
    connector: rt,
    connection: rtConnection,
    http: rtWay(fakeRt()),
    more: { others: 'Other addresses' },
    people: ['anna.keller@example.com'],
    pages: ['/Ticket/Display.html?id=12', '/User/Summary.html?id=12'],
  },
  {
    name: 'Zammad',
    connector: zammad,
    connection: zammadConnection,
    http: zammadWay(fakeZammad('6.5', marked())),
    people: ['anna.keller@example.com', 'marked@example.org'],
    pages: ['/#ticket/zoom/1', '/#user/profile/4'],
  },
  {
    name: 'Deskpro',
    connector: deskpro,
    connection: deskproConnection,
    http: deskproWay(fakeDeskpro('horizon')),
    people: ['anna.keller@example.com'],
    pages: ['/app#/tickets/1', '/app#/people/10', '/agent/tickets/1', '/agent/people/10'],
  },
];

/** With somebody who has every mark. */
function marked(): ReturnType<typeof seeded> {
  const store = seeded();
  addUser(store, {
    email: 'marked@example.org',
    firstname: 'Mark',
    lastname: 'Marked',
    vip: true,
    source: 'ldap',
    out_of_office: true,
    out_of_office_start_at: '2026-01-01',
    out_of_office_end_at: '2036-01-01',
    preferences: { tickets_open: 0, tickets_closed: 0, mail_delivery_failed: true },
  });
  return store;
}

async function column(kind: Kind): Promise<Column> {
  const { name, connector, connection, more = {} } = kind;
  const required = Object.entries(connection.settings).filter(
    ([id]) => connector.settings.find((field) => field.id === id)?.required !== false,
  );
  const plain = Object.fromEntries(required);
  const calls = Object.fromEntries(
    (connector.calls ?? []).map((place) => [callKey(place.id), JSON.stringify(callOf(place))]),
  );
  const switches = Object.fromEntries(
    connector.settings.filter((field) => field.kind === 'switch').map(({ id }) => [id, 'yes']),
  );
  return {
    name,
    plain: await opened(kind, plain),
    full: await opened(kind, { ...connection.settings, ...plain, ...more, ...switches, ...calls }),
  };
}

/** As an old server makes it, or some call that fills all its places. */
const callOf = ({ preset, places }: CallPlace): OwnCall =>
  preset ?? { method: 'post', path: places.map((place) => `{${place}}`).join('/'), body: '', codes: [200] };

async function opened(kind: Kind, settings: Connection['settings']): Promise<At> {
  const { connector, connection, http, beside = [], people = [], pages = [] } = kind;
  const session = await connector.open({ ...connection, settings }, http, freshMemory());
  const proof = await session.proof?.();
  const found = await Promise.all(people.map((address) => session.find(addressOf(address))));
  return {
    connector,
    local: connection.local,
    opened: proven(session, proof),
    untried: proof?.untried ?? [],
    beside,
    people: found.flatMap((hits) => hits.map(({ person }) => person)),
    pages: pages.map((path) => `${session.site ?? ''}${path}`),
  };
}

/** As the product takes it: with what was found out by trying. */
function proven({ reads, writes, ...session }: Opened, proof: Proof | undefined): Opened {
  if (proof === undefined) return { ...session, reads, writes };
  const without = (methods: object) =>
    Object.fromEntries(Object.entries(methods).filter(([name]) => !proof.without.some((one) => one === name)));
  const { unproven, sets } = proof;
  return {
    ...session,
    reads: without(reads),
    writes: without(writes),
    unproven,
    ...(sets === undefined ? {} : { sets }),
  };
}

function addressOf(text: string): NonNullable<ReturnType<typeof parseAddress>> {
  const address = parseAddress(text);
  if (address === null) throw new Error(`no address: ${text}`);
  return address;
}
