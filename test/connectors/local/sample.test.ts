import { beforeEach, describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/contract';
import { countPeople, loadSample, removeSample } from '@/utils/connectors/local';
import { bookDatabase } from '@/utils/connectors/local/database';
import type { Session } from '@/utils/connectors/types';
import { dump, emptyBooks, openBook } from './book';

const now = new Date('2026-11-21T12:00:00Z');
const sample = () => bookDatabase('sample');

beforeEach(emptyBooks);

async function loaded(): Promise<Session> {
  await loadSample(now);
  return openBook('sample');
}

async function one(session: Session, text: string) {
  const found = await session.find(address(text));
  expect(found).toHaveLength(1);
  const [first] = found;
  if (first === undefined) throw new Error(`nobody has ${text}`);
  return first;
}

describe('The sample people', () => {
  it('are 60 people, 12 organisations and 150 tickets, some locked, disabled or banned, agents in two teams', async () => {
    expect(await loadSample(now)).toBe(60);
    const people = await sample().people.toArray();
    expect(people).toHaveLength(60);
    expect(await sample().organisations.count()).toBe(12);
    expect(await sample().tickets.count()).toBe(150);
    const status = (name: string) => people.filter((person) => person.status === name).length;
    expect([status('locked'), status('disabled'), status('banned')]).toEqual([2, 3, 1]);
    expect(await sample().bans.get('max@profit.example.net')).toBeDefined();
    const agents = people.filter((person) => person.kind === 'agent');
    expect(new Set(agents.flatMap((agent) => agent.teams ?? [])).size).toBe(2);
    expect(await sample().teams.count()).toBe(2);
    for (const table of ['notes', 'files', 'blobs', 'charges', 'chats', 'changeLog', 'activity', 'signIns']) {
      expect([table, await sample().table(table).count()]).not.toEqual([table, 0]);
    }
  });

  it('live only at addresses that belong to nobody', async () => {
    await loadSample(now);
    const addresses = (await sample().people.toArray()).flatMap((person) =>
      person.emails.map((email) => email.address),
    );
    const elsewhere = addresses.filter((text) => !/[@.](example\.(com|net|org)|test)$/u.test(text));
    expect(elsewhere).toEqual([]);
  });

  it('hold eight pairs of duplicates, and two pairs who only share an address or a phone', async () => {
    await loadSample(now);
    const rows = await sample().people.toArray();
    const marks = (row: (typeof rows)[number]) => [
      ...(row.fields ?? []).filter((field) => field.type === 'phone').map((field) => field.value),
      ...row.keys.map((key) => key.replace(/^\+ /u, '')),
      ...row.names,
    ];
    const pairs = rows.flatMap((a, index) =>
      rows
        .slice(index + 1)
        .filter((b) => b.kind === a.kind && marks(a).some((mark) => marks(b).includes(mark)))
        .map((b) => `${a.name} = ${b.name}`),
    );
    expect(pairs).toEqual([
      'Phương Thảo Nguyễn = Thao N.',
      'Peter Schmidt = Peter Schmidt',
      'Ebba Lindqvist = Oskar Lindqvist',
      'Ebba Lindqvist = E. Lindqvist',
      'Omar Haddad = عمر حداد',
      'Yuki Tanaka = 田中 由紀',
      'Krzysztof Wiśniewski = Krzysztof Wisniewski',
      'Hannah Doyle = Hannah Doyle (billing)',
      'Lê Minh Tuấn = Tuan Le Minh',
      'John Carter = Mary Carter',
    ]);
  });

  it('have Anna, who can be met on the welcome page', async () => {
    const session = await loaded();
    const { person, openTickets, reason } = await one(session, 'Anna.Keller@example.com');
    expect(reason).toEqual({ kind: 'primary' });
    expect(person).toMatchObject({
      name: 'Anna Keller',
      memberships: [{ name: 'Bauer & Sohn', position: 'Cellar manager', tickets: 8 }],
      timezone: 'Europe/Berlin',
      labels: ['vip', 'pays by invoice'],
      summary: 'Knows the product well. Short answers are welcome.',
    });
    expect(openTickets).toBe(2);
    const open = await session.reads.tickets?.(person.ref.id, 'open', { limit: 2 });
    expect(open).toMatchObject({
      total: 2,
      items: [
        {
          number: '1018',
          title: 'Weinkeller: label printer offline',
          state: 'waiting-us',
          updatedAt: '2026-11-21T11:00:00.000Z',
        },
        { number: '1007', title: 'Second user for the shop', state: 'waiting-them' },
      ],
    });
  });

  it('have Thảo as the design draws her', async () => {
    const session = await loaded();
    const { person, openTickets, tickets } = await one(session, 'thao.nguyen@harbourfinch.example.com');
    expect(person).toMatchObject({
      name: 'Phương Thảo Nguyễn',
      memberships: [{ name: 'Harbour & Finch Logistics', position: 'Accounts lead', tickets: 14 }],
      labels: ['key account', 'net 30', 'speaks vi, en'],
      timezone: 'Asia/Ho_Chi_Minh',
      groups: [{ id: '1', name: 'Key accounts' }],
    });
    expect(person.emails.map((email) => [email.address, email.primary])).toEqual([
      ['thao.nguyen@harbourfinch.example.com', true],
      ['accounts@harbourfinch.example.com', false],
      ['thao@home.example.org', false],
    ]);
    expect(person.fields).toContainEqual({ type: 'messenger', value: 'thao.hf', parts: { service: 'Signal' } });
    expect(person.fields.filter((field) => field.custom).map((field) => [field.label, field.value])).toEqual([
      ['Customer since', '2021-03-03'],
      ['Plan', 'Fleet, yearly'],
    ]);
    expect([openTickets, tickets]).toEqual([3, 14]);
    const notes = await session.reads.notes?.(person.ref.id, { limit: 1 });
    expect(notes).toMatchObject({
      total: 4,
      items: [
        { author: 'Jonas Wirth', files: [{ name: 'credit-note-2291.pdf', size: 184_000, type: 'application/pdf' }] },
      ],
    });
  });

  it('were charged 18:40 hours and 1,395.00 euros for Thảo', async () => {
    const session = await loaded();
    const { person } = await one(session, 'accounts@harbourfinch.example.com');
    const charges = await sample()
      .charges.filter((row) => String(row.person) === person.ref.id)
      .toArray();
    expect(charges).toHaveLength(17);
    expect(charges.reduce((sum, row) => sum + (row.seconds ?? 0), 0)).toBe((18 * 60 + 40) * 60);
    expect(charges.reduce((sum, row) => sum + (row.amount ?? 0), 0)).toBe(139_500);
  });

  it('keep for each file as many bytes as they say', async () => {
    await loadSample(now);
    for (const file of await sample().files.toArray()) {
      expect([file.name, (await sample().blobs.get(file.id))?.content.size]).toEqual([file.name, file.size]);
    }
  });

  it('share one office address, its owner first', async () => {
    const session = await loaded();
    const found = await session.find(address('office@lindqvist.example.org'));
    expect(found.map(({ person, reason, tickets }) => [person.name, person.kind, reason.kind, tickets])).toEqual([
      ['Ebba Lindqvist', 'person', 'primary', 6],
      ['Lindqvist Atelier', 'shared-mailbox', 'primary', 0],
      ['Oskar Lindqvist', 'person', 'other-address', 1],
    ]);
  });

  it.each([
    ['layla.alhaddad@example.org', 'ليلى بنت عبد الرحمن الحدّاد', 'active', 2, 9],
    [
      'nguyen-hoang.phuong-an.accounts-receivable@support.example.com',
      'Nguyễn Hoàng Thị Phương An-Kowalczyk',
      'locked',
      2,
      2,
    ],
  ])('have %s', async (text, name, status, open, all) => {
    const { person, openTickets, tickets } = await one(await loaded(), text);
    expect([person.name, person.status, openTickets, tickets]).toEqual([name, status, open, all]);
  });

  it('look alive whenever they are loaded', async () => {
    await loadSample(new Date('2031-05-05T08:00:00Z'));
    const newest = (await sample().tickets.toArray())
      .map((ticket) => ticket.updatedAt)
      .sort()
      .at(-1);
    expect(newest).toBe('2031-05-05T07:00:00.000Z');
  });

  it('number their tickets without repeating one', async () => {
    await loadSample(now);
    const numbers = (await sample().tickets.toArray()).map((ticket) => ticket.number);
    expect(new Set(numbers).size).toBe(150);
    expect(Math.max(...numbers.map(Number))).toBe(1042);
  });
});

describe('Loading and removing the sample', () => {
  it('never touches the own book', async () => {
    await loadSample(now);
    await openBook('own');
    expect(await bookDatabase('own').people.count()).toBe(0);
    await removeSample();
    expect(await countPeople('sample')).toBe(0);
  });

  it('is not done twice', async () => {
    await loadSample(now);
    await loadSample(now);
    expect(await countPeople('sample')).toBe(60);
  });

  it('works again after removing, with a session that was opened before', async () => {
    const session = await loaded();
    await removeSample();
    expect(await session.find(address('anna.keller@example.com'))).toEqual([]);
    await loadSample(now);
    expect(await session.find(address('anna.keller@example.com'))).toHaveLength(1);
  });

  it('leaves nothing when it is stopped', async () => {
    await expect(loadSample(now, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    const late = new AbortController();
    const loading = loadSample(now, late.signal);
    late.abort();
    await expect(loading).rejects.toBeDefined();
    expect(Object.values(await dump('sample')).flat()).toEqual([]);
  });

  it('counts nobody in a book that was never opened', async () => {
    expect(await countPeople('own')).toBe(0);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('sidecard-book-own');
  });
});
