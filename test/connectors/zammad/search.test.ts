import { describe, expect, it } from 'vitest';
import { write } from '@/test/connectors/changes';
import type { SearchQuery } from '@/utils/connectors/types';
import { open } from './desk';
import { fakeZammad } from './server';
import { ANNA, addUser } from './store';

const all: SearchQuery = { text: '', role: 'anyone', group: null, label: null, sort: 'name' };

async function found(asked: Partial<SearchQuery>, server = fakeZammad(), limit = 50) {
  const part = await (await open(server)).reads.search?.({ ...all, ...asked }, { limit });
  return { names: part?.items.map(({ person }) => person.name) ?? [], total: part?.total };
}

describe.each(['6.5', '6.4'] as const)('A search in Zammad %s', (dialect) => {
  it('finds whom all words fit, in whatever column each stands', async () => {
    expect(await found({ text: 'Keller Anna' }, fakeZammad(dialect))).toEqual({ names: ['Anna Keller'], total: 1 });
    expect(await found({ text: 'Keller Ben' }, fakeZammad(dialect))).toEqual({ names: [], total: 0 });
  });

  it('by a role leaves the others out', async () => {
    expect((await found({ role: 'agents' }, fakeZammad(dialect))).names.toSorted()).toEqual(['Lena Lead', 'Rita Root']);
    const customers = await found({ role: 'customers' }, fakeZammad(dialect));
    expect(customers.total).toBe(5);
    expect(customers.names).not.toContain('Lena Lead');
  });

  it('for nothing is everybody but Zammad itself', async () => {
    const { names, total } = await found({}, fakeZammad(dialect));
    expect(total).toBe(7);
    expect(names).toContain('Anna Keller');
    expect(names).not.toContain('-');
  });

  it('has no label and no group', async () => {
    expect((await found({ label: 'VIP' }, fakeZammad(dialect))).total).toBe(0);
    expect((await found({ group: '1' }, fakeZammad(dialect))).total).toBe(0);
  });
});

describe('A long search', () => {
  it('goes on beyond the 200 that Zammad gives at a time, with the right total', async () => {
    const server = fakeZammad();
    for (let index = 0; index < 430; index += 1) addUser(server.store, { firstname: `Pat ${index}`, lastname: 'Many' });
    const { names, total } = await found({ text: 'many' }, server, 300);
    expect(total).toBe(430);
    expect(new Set(names).size).toBe(300);
    expect((await found({ text: 'many' }, server, 1_000)).names).toHaveLength(430);
  });
});

describe('Who is near', () => {
  it('is who is called so, or has the address at a domain that is nearly the same', async () => {
    const { reads } = await open(fakeZammad());
    const near = await reads.near?.({ address: null, name: 'Anna Keller' });
    expect(near?.map(({ person, reason }) => [person.name, reason.kind])).toEqual([['Anna Keller', 'name']]);
  });
});

describe('An organisation in Zammad', () => {
  it('has its people and tickets with totals', async () => {
    const { reads } = await open(fakeZammad());
    expect(await reads.organisations?.('acm', { limit: 5 })).toEqual({
      items: [{ id: '7', name: 'Acme', people: 1 }],
      total: 1,
    });
    expect(await reads.organisation?.('7', { limit: 5 })).toMatchObject({
      name: 'Acme',
      people: { total: 1, items: [{ name: 'Anna Keller' }] },
      open: { total: 2, items: [{ title: 'Phone', person: { id: '4' } }, { title: 'Printer' }] },
      resolved: { total: 1 },
    });
    await expect(reads.organisation?.('99', { limit: 5 })).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });
});

describe('The history of a person in Zammad', () => {
  const asked = { which: 'all', text: '' } as const;

  it('has what was changed, by whom, and when they wrote and signed in; failed sign-ins are no changes', async () => {
    const server = fakeZammad();
    const session = await open(server);
    const person = String(ANNA);
    await write(session, { type: 'account.enable', person, from: true, to: false });
    await write(session, { type: 'custom.set', person, field: 'plan', from: 'Professional', to: null });
    const last = server.store.log.at(-1);
    if (last !== undefined) server.store.log.push({ ...last, id: 99, attribute: 'login_failed', value_to: 8 });
    const part = await session.reads.history?.(person, asked, { limit: 20 });
    const seen = part?.items.map((item) => (item.kind === 'change' ? [item.field, item.by] : [item.what]));
    expect(seen).toEqual([
      ['custom', 'Lena Lead'],
      ['status', 'Lena Lead'],
      ['wrote'],
      ['wrote'],
      ['wrote'],
      ['signed-in'],
    ]);
    expect(part?.total).toBe(6);
    const mine = await session.reads.history?.(person, { ...asked, which: 'mine' }, { limit: 20 });
    expect(mine?.items).toHaveLength(2);
  });
});
