import { describe, expect, it } from 'vitest';
import { address, there } from '@/test/connectors/changes';
import type { SearchQuery } from '@/utils/connectors/types';
import { DIALECTS, open } from './desk';
import { type FakeDeskpro, fakeDeskpro } from './server';
import { ANNA, addMember, addNote, addPerson } from './store';

const id = String(ANNA);
const reading = async (server: FakeDeskpro) => (await open(server)).reads;

describe.each(DIALECTS)('Notes in Deskpro (%s)', (dialect) => {
  it('come newest first, each with author and time, whatever the order of the server', async () => {
    const server = fakeDeskpro(dialect);
    const reads = await reading(server);
    expect(await reads.notes?.(id, { limit: 1 })).toEqual({
      items: [{ id: '2', author: 'Bob Bill', text: 'Wants a refund.', createdAt: expect.any(String), files: [] }],
      total: 2,
    });
    expect((await reads.notes?.(id, { limit: 5 }))?.items.map(({ author }) => author)).toEqual([
      'Bob Bill',
      'Lena Lead',
    ]);
  });

  it('are all read where there are more than are given at a time', async () => {
    const server = fakeDeskpro(dialect);
    for (let more = 0; more < 250; more += 1) addNote(server.store, { person: ANNA, note: `Note ${more}` });
    const reads = await reading(server);
    const { items, total } = there(await reads.notes?.(id, { limit: 3 }));
    expect(total).toBe(252);
    expect(items.map(({ text }) => text)).toEqual(['Note 249', 'Note 248', 'Note 247']);
  });

  it('of which nothing but the text is told are still shown', async () => {
    const server = fakeDeskpro(dialect);
    const bare = { data: [{ id: 7, note: 'Bare' }], meta: [], linked: [] };
    const reads = await reading(server);
    server.instead.push(Response.json({ responses: { notes: { headers: { 'status-code': 200 }, ...bare } } }));
    expect((await reads.notes?.(id, { limit: 3 }))?.items).toMatchObject([{ author: '', text: 'Bare' }]);
  });

  it('of somebody who is not there are missing', async () => {
    const reads = await reading(fakeDeskpro(dialect));
    await expect(reads.notes?.('999999', { limit: 3 })).rejects.toMatchObject({
      problem: { kind: 'missing', call: 'notes' },
    });
    await expect(reads.notes?.('x', { limit: 3 })).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });
});

describe.each(DIALECTS)('What else Deskpro tells of a person (%s)', (dialect) => {
  it('are technical details', async () => {
    const reads = await reading(fakeDeskpro(dialect));
    expect(await reads.details?.(id, { limit: 5 })).toEqual({
      createdAt: expect.stringMatching(/^2026-01-05T/u),
      creationSystem: 'web.person',
      confirmed: true,
      lastLoginAt: '2026-01-03T08:00:00.000Z',
      lastSeenAt: '2026-01-04T08:00:00.000Z',
      browser: 'Firefox 128',
      signIns: { items: [], total: 0 },
    });
  });

  it('is where a new password is mailed: the primary address', async () => {
    const reads = await reading(fakeDeskpro(dialect));
    expect(await reads.security?.(id)).toMatchObject({
      locked: false,
      resetTo: 'anna.keller@example.com',
      mailsPasswordTo: 'anna.keller@example.com',
    });
    const server = fakeDeskpro(dialect);
    const { id: bare } = addPerson(server.store, { name: 'Pat', emails: [] });
    expect(await (await reading(server)).security?.(String(bare))).toMatchObject({
      resetTo: null,
      mailsPasswordTo: null,
    });
  });

  it('is a part of what they did, from tickets, notes and dates, and never a change log', async () => {
    const reads = await reading(fakeDeskpro(dialect));
    const history = there(reads.history);
    const all = await history(id, { which: 'all', text: '' }, { limit: 20 });
    expect(all.total).toBe(8);
    expect(all.items.map((item) => item.kind)).not.toContain('change');
    expect(all.items.map((item) => (item.kind === 'activity' ? [item.what, item.detail ?? ''] : []))).toEqual(
      expect.arrayContaining([
        ['signed-in', ''],
        ['wrote', 'Printer'],
        ['wrote', 'Long ago'],
        ['other', 'Wants a refund.'],
      ]),
    );
    expect(all.items.map(({ at }) => at)).toEqual(
      all.items
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    for (const which of ['changes', 'mine'] as const) {
      expect(await history(id, { which, text: '' }, { limit: 20 })).toEqual({ items: [], total: 0 });
    }
    expect((await history(id, { which: 'all', text: 'refund' }, { limit: 20 })).total).toBe(1);
    expect(await history(id, { which: 'all', text: '' }, { limit: 2 })).toMatchObject({
      items: { length: 2 },
      total: 8,
    });
  });

  it('has neither billing nor chats before an administrator sets up a call for them', async () => {
    const reads = await reading(fakeDeskpro(dialect));
    expect(reads.billing).toBeUndefined();
    expect(reads.chats).toBeUndefined();
  });
});

describe.each(DIALECTS)('What Deskpro has to choose from (%s)', (dialect) => {
  it.each(['person', 'people'] as const)('are labels, with %s_labels as the word for them', async (word) => {
    const server = fakeDeskpro(dialect);
    server.labelWord = word;
    addPerson(server.store, { name: 'Vera', emails: ['vera@example.org'], labels: ['vip', 'vendor'] });
    const reads = await reading(server);
    expect(await reads.labels?.('v', { limit: 5 })).toEqual({
      items: [
        { label: 'vip', people: 2 },
        { label: 'vendor', people: 1 },
      ],
      total: 2,
    });
  });

  it('are usergroups, and teams with their agents', async () => {
    const reads = await reading(fakeDeskpro(dialect));
    expect((await reads.groups?.())?.map(({ name }) => name)).toContain('Gold customers');
    expect(await reads.teams?.()).toEqual([
      { id: '1', name: 'Support', agents: 2 },
      { id: '2', name: 'Billing', agents: 1 },
    ]);
  });

  it('are organisations, by a part of the name', async () => {
    const server = fakeDeskpro(dialect);
    const reads = await reading(server);
    expect(await reads.organisations?.('acm', { limit: 5 })).toEqual({
      items: [{ id: '1', name: 'Acme', people: 1 }],
      total: 1,
    });
    expect((await reads.organisations?.('', { limit: 5 }))?.items.map(({ name }) => name)).toEqual([
      'Acme',
      'Kestrel Logistics',
    ]);
    expect(await reads.organisations?.('zzz', { limit: 5 })).toEqual({ items: [], total: 0 });
  });

  it('is the page of an organisation: people and tickets', async () => {
    const server = fakeDeskpro(dialect);
    const { id: other } = addPerson(server.store, { name: 'Carl Colleague', emails: ['carl@acme.test'] });
    addMember(server.store, { person: other, organization: 1 });
    const reads = await reading(server);
    expect(await reads.organisation?.('1', { limit: 1 })).toMatchObject({
      id: '1',
      name: 'Acme',
      summary: 'Pays late.',
      labels: ['key account'],
      domains: ['acme.test'],
      people: { items: [{ name: 'Anna Keller' }], total: 2 },
      open: { items: [{ title: 'Phone', person: { id, name: 'Anna Keller' } }], total: 3 },
      resolved: { items: [{ title: 'Invoice' }], total: 1 },
    });
    await expect(reads.organisation?.('77', { limit: 1 })).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });
});

describe.each(DIALECTS)('A search in Deskpro (%s)', (dialect) => {
  const asked = (given: Partial<SearchQuery>): SearchQuery => ({
    text: '',
    role: 'anyone',
    group: null,
    label: null,
    sort: 'best',
    ...given,
  });
  const searching = async (given: Partial<SearchQuery>, server = fakeDeskpro(dialect), limit = 20) => {
    const { items, total } = there(await (await reading(server)).search?.(asked(given), { limit }));
    return { names: items.map(({ person }) => person.name), items, total };
  };

  it.each([
    ['anna', ['Anna Keller']],
    ['keller anna', ['Anna Keller']],
    ['anna@home.example', ['Anna Keller']],
    ['prefers', ['Anna Keller']],
    ['10', ['Anna Keller']],
    ['zzz', []],
  ])('for "%s" finds %j', async (text, names) => {
    expect((await searching({ text })).names).toEqual(names);
  });

  it('tells where the words stand, if neither in the name nor in the address shown', async () => {
    const { items } = await searching({ text: 'prefers' });
    expect(items[0]?.because).toEqual({ kind: 'summary', text: 'Prefers e-mail.' });
    expect((await searching({ text: 'anna' })).items[0]).not.toHaveProperty('because');
  });

  it('is of agents alone, of a team, of customers, of a usergroup, by a label', async () => {
    expect((await searching({ role: 'agents' })).names.toSorted()).toEqual(['Bob Bill', 'Lena Lead']);
    expect((await searching({ role: 'agents', group: '2' })).names).toEqual(['Bob Bill']);
    expect((await searching({ role: 'customers', group: '5' })).names).toEqual(['Anna Keller']);
    expect((await searching({ label: 'press' })).names).toEqual(['Anna Keller']);
    expect((await searching({ role: 'customers' })).names).not.toContain('Lena Lead');
  });

  it('goes page by page to the end, with an honest total', async () => {
    const server = fakeDeskpro(dialect);
    for (let at = 0; at < 450; at += 1)
      addPerson(server.store, { name: `Zed ${at}`, emails: [`zed${at}@example.org`] });
    expect(await searching({ text: 'zed' }, server, 20)).toMatchObject({ total: 450, items: { length: 20 } });
    expect(await searching({ text: 'zed' }, server, 450)).toMatchObject({ total: 450, items: { length: 450 } });
    expect((await searching({}, server, 5)).total).toBe(server.store.people.filter((row) => !row.is_deleted).length);
  });

  it('shows nobody who does not fit where the name filter is not known, and reads not everybody for it', async () => {
    const server = fakeDeskpro(dialect);
    server.nameFilter = false;
    for (let at = 0; at < 450; at += 1)
      addPerson(server.store, { name: `Zed ${at}`, emails: [`zed${at}@example.org`] });
    server.bodies.length = 0;
    expect(await searching({ text: 'anna' }, server)).toMatchObject({ names: ['Anna Keller'], total: 1 });
    expect(JSON.stringify(server.bodies)).not.toContain('page=3');
  });

  it('comes by name or by when they were last there, if that is asked for', async () => {
    const server = fakeDeskpro(dialect);
    const { names } = await searching({ sort: 'name' }, server);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)));
    expect((await searching({ sort: 'last-seen' }, server)).names[0]).toBe('Anna Keller');
  });

  it('suggests who is called so or has a similar address, never who has the address itself', async () => {
    const server = fakeDeskpro(dialect);
    addPerson(server.store, { name: 'Anna Keller', emails: ['a.keller@work.example'] });
    const near = there((await reading(server)).near);
    expect(await near({ address: address('anna.keller@exampel.com'), name: 'Anna Keller' })).toMatchObject([
      {
        person: { ref: { id } },
        reason: { kind: 'similar-address', address: 'anna.keller@example.com', sameName: true },
      },
      { person: { name: 'Anna Keller' }, reason: { kind: 'name', address: 'a.keller@work.example' } },
    ]);
    expect(await near({ address: address('anna.keller@example.com'), name: '' })).toEqual([]);
    expect(await near({ address: null, name: '' })).toEqual([]);
  });
});
