import { describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/changes';
import type { SearchQuery } from '@/utils/connectors/types';
import { open } from './desk';
import { type FakeRt, fakeRt } from './server';
import { addUser } from './store';

const AGENT = new Set(['ModifyCustomField', 'ModifyTicket', 'CreateTicket', 'ShowUserHistory']);

const asked = (query: Partial<SearchQuery>): SearchQuery => ({
  text: '',
  role: 'anyone',
  group: null,
  label: null,
  sort: 'name',
  ...query,
});

async function search(query: Partial<SearchQuery>, server: FakeRt = fakeRt(), limit = 20) {
  const { reads } = await open(server);
  const part = await reads.search?.(asked(query), { limit });
  return {
    total: part?.total,
    names: part?.items.map(({ person }) => person.name),
    because: part?.items.map(({ because }) => because ?? null),
  };
}

async function near(text: string | null, name: string, server: FakeRt = fakeRt()) {
  const { reads } = await open(server);
  const hits = await reads.near?.({ address: text === null ? null : address(text), name });
  return hits?.map(({ person, reason }) => [person.name, reason]);
}

describe('A search in Request Tracker', () => {
  it.each([
    ['a name', 'keller', null],
    ['an address', 'anna.keller@', null],
    ['one of the other addresses', 'anna@home', { kind: 'field', text: 'anna@home.example' }],
    ['a custom field', 'c-1001', { kind: 'field', title: 'Customer ID', text: 'C-1001' }],
    ['the choice of a custom field', 'enterprise', { kind: 'field', title: 'Plan', text: 'Enterprise' }],
    ['a city', 'hull', { kind: 'field', text: '14 Quay Street\nHU1 1AA Hull\nUnited Kingdom' }],
    ['two words in different places', 'anna c-1001', { kind: 'field', title: 'Customer ID', text: 'C-1001' }],
  ])('finds people by %s, and says where it stands', async (_, text, because) => {
    expect(await search({ text })).toEqual({ total: 1, names: ['Anna Keller'], because: [because] });
  });

  it('never tells everybody where Request Tracker ignores a field that the login may not search', async () => {
    const server = fakeRt();
    server.rights = AGENT;
    expect((await search({ text: 'hull' }, server)).names).toEqual([]);
    expect(await search({ text: 'keller' }, server)).toMatchObject({ total: 1, names: ['Anna Keller'] });
  });

  it('takes no letter that was typed for any letter', async () => {
    const server = fakeRt();
    addUser(server.store, { Name: 'axb@example.org', EmailAddress: 'axb@example.org', RealName: 'No Underscore' });
    addUser(server.store, { Name: 'a_b@example.org', EmailAddress: 'a_b@example.org', RealName: 'Underscore' });
    expect((await search({ text: 'a_b@' }, server)).names).toEqual(['Underscore']);
    expect((await search({ text: 'a%b@' }, server)).names).toEqual([]);
  });

  it('knows the case of letters that its database does not know', async () => {
    const server = fakeRt();
    addUser(server.store, { Name: 'm', RealName: 'Jörg Müller', Organization: 'Müller & Söhne GmbH' });
    expect((await search({ text: 'MÜLLER & SÖHNE' }, server)).names).toEqual(['Jörg Müller']);
  });

  it.each([
    ['agents', ['Enoch Root', 'Lena Lead']],
    ['customers', ['Anna Keller', 'Ben Shop', 'Moved Away', "Pat O'Neil", 'Took It']],
  ] as const)('of %s alone tells nobody else, and how many there are', async (role, names) => {
    expect(await search({ role })).toMatchObject({ total: names.length, names });
  });

  it('within a group tells its members alone, those whose other fields fit too', async () => {
    expect(await search({ group: '30' })).toMatchObject({ total: 1, names: ['Anna Keller'] });
    expect(await search({ group: '30', text: '7700 900101' })).toMatchObject({ total: 1, names: ['Anna Keller'] });
    expect(await search({ group: '30', text: 'pat' })).toMatchObject({ total: 0, names: [] });
    expect(await search({ group: '31' })).toMatchObject({ total: 0, names: [] });
  });

  it('by a label, or within the group of another server, finds nobody: Request Tracker has none', async () => {
    expect(await search({ label: 'vip' })).toMatchObject({ total: 0, names: [] });
    expect(await search({ group: 'Anna.Keller@example.com' })).toMatchObject({ total: 0, names: [] });
  });

  it('of agents says that it cannot where their group is not to be seen, and guesses nobody', async () => {
    const server = fakeRt();
    server.hidden.add('Privileged');
    await expect(search({ role: 'agents', text: 'lead' }, server)).rejects.toMatchObject({
      problem: { kind: 'forbidden', call: 'search' },
    });
  });

  it('tells the total of more people than it was asked for', async () => {
    const server = fakeRt();
    for (let at = 0; at < 250; at += 1) addUser(server.store, { Name: `n${at}`, RealName: `Norbert ${at}` });
    const { total, names } = await search({ text: 'norbert' }, server, 5);
    expect([total, names?.length]).toEqual([250, 5]);
    expect(await search({}, server, 3)).toMatchObject({ total: 257 });
  });
});

describe('Suggestions for an address that nobody has in Request Tracker', () => {
  it('are who has the same name', async () => {
    expect(await near('someone@else.example', 'anna keller')).toEqual([
      ['Anna Keller', { kind: 'name', address: 'anna.keller@example.com' }],
    ]);
    expect(await near(null, 'Anna Keller')).toHaveLength(1);
  });

  it('are who has nearly the same address', async () => {
    expect(await near('anna.keller@exampel.com', '')).toEqual([
      ['Anna Keller', { kind: 'similar-address', address: 'anna.keller@example.com', sameName: false }],
    ]);
    expect(await near('anna.keller@quite.other', '')).toEqual([]);
  });

  it('are who has the address with dots that do not count', async () => {
    const server = fakeRt();
    addUser(server.store, { Name: 'j.doe@gmail.com', EmailAddress: 'j.doe@gmail.com', RealName: 'J Doe' });
    addUser(server.store, { Name: 'jxdoe@gmail.com', EmailAddress: 'jxdoe@gmail.com', RealName: 'Other' });
    expect(await near('jd.oe@gmail.com', '', server)).toEqual([
      ['J Doe', { kind: 'dots', address: 'j.doe@gmail.com' }],
    ]);
  });

  it('are never who has the address, and cost two calls', async () => {
    const server = fakeRt();
    const { reads, find } = await open(server);
    await find(address('anna.keller@example.com'));
    server.calls.length = 0;
    expect(await reads.near?.({ address: address('anna.keller@example.com'), name: 'Anna Keller' })).toEqual([]);
    expect(server.calls).toEqual(['GET /users', 'GET /users']);
  });
});
