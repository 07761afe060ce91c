import { beforeEach, describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/contract';
import type { Change } from '@/utils/changes/types';
import { bookDatabase } from '@/utils/connectors/local/database';
import { emptyBooks, openBook } from './book';
import { addWhole, merge, runAll } from './merging';
import { create, found, refused, rowOf, run } from './writing';

beforeEach(emptyBooks);

const own = () => bookDatabase('own');
const hide = (person: string, into: string, to = true): Change<'person.hide'> => ({
  type: 'person.hide',
  person,
  into,
  from: !to,
  to,
});
const email = (person: string, text: string): Change<'email.set'> => ({
  type: 'email.set',
  person,
  at: 9,
  from: null,
  to: { address: address(text) },
});

/** All of the store but what says when and how it was written. */
async function store(): Promise<unknown> {
  const {
    changeLog: _,
    touched: __,
    bin: ___,
    counts: ____,
    ...rest
  } = Object.fromEntries(
    await Promise.all(own().tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
  return rest;
}

/** A merge writes the survivor's row, and takes it back, more than once. */
const withoutRevisionOf = (all: unknown, id: string): unknown =>
  JSON.parse(JSON.stringify(all), (_key, value) =>
    value?.id === Number(id) && 'revision' in value ? { ...value, revision: 0 } : value,
  );

describe('Who was merged into another', () => {
  it('is found by no address, name, label, group or organisation any more', async () => {
    const anna = await create({ name: 'Anna Keller', addresses: ['anna@example.com'] });
    await own().groups.add({ id: 1, name: 'Customers' });
    const draft = { organisation: { create: 'Nord' }, labels: ['vip'], groups: ['1'] };
    const anne = await create({ name: 'Anne Keller', addresses: ['anne+shop@example.com'], ...draft });
    const { reads } = await openBook('own');
    const [nord] = (await reads.organisations?.('Nord', { limit: 1 }))?.items ?? [];
    const everywhere = async () => ({
      found: [await found('anne+shop@example.com'), await found('anne@example.com')],
      near: (await reads.near?.({ address: address('anne@example.org'), name: 'Anne Keller' }))?.length,
      search: await Promise.all(
        [{ text: 'anne' }, { text: '', label: 'vip' }, { text: '', group: '1' }, { text: '' }].map(async (query) => {
          const asked = { role: 'anyone', group: null, label: null, sort: 'best', ...query } as const;
          return (await reads.search?.(asked, { limit: 5 }))?.total;
        }),
      ),
      labels: (await reads.labels?.('', { limit: 5 }))?.items,
      members: (await reads.organisations?.('Nord', { limit: 1 }))?.items[0]?.people,
      people: (await reads.organisation?.(nord?.id ?? '', { limit: 5 }))?.people.total,
    });
    const before = await everywhere();
    expect(before).toEqual({
      found: [['Anne Keller'], ['Anne Keller']],
      near: 1,
      search: [1, 1, 1, 2],
      labels: [{ label: 'vip', people: 1 }],
      members: 1,
      people: 1,
    });
    await run(hide(anne, anna));
    expect(await everywhere()).toEqual({
      found: [[], []],
      near: 0,
      search: [0, 0, 0, 1],
      labels: [],
      members: 0,
      people: 0,
    });
    await run(hide(anne, anna, false));
    expect(await everywhere()).toEqual(before);
  });

  it('is whom they were merged into for everybody who still asks for the old record', async () => {
    const [a, b, c] = [
      await addWhole('Anna', 'a@example.com'),
      await create({ name: 'B' }),
      await create({ name: 'C' }),
    ];
    await run(hide(c, b));
    await run(hide(b, a));
    const session = await openBook('own');
    expect((await session.get(c)).ref.id).toBe(a);
    const { reads } = session;
    const all = async (id: string) => [
      await reads.tickets?.(id, 'open', { limit: 9 }),
      await reads.notes?.(id, { limit: 9 }),
      await reads.files?.(id, { limit: 9 }),
      await reads.billing?.(id, { limit: 9, now: '2026-11-21T12:00:00Z' }),
      await reads.chats?.(id, { limit: 9 }),
      await reads.history?.(id, { which: 'all', text: '' }, { limit: 99 }),
      await reads.details?.(id, { limit: 9 }),
      await reads.belongings?.(id),
      await reads.holdings?.(id),
    ];
    expect(await all(c)).toEqual(await all(a));
    expect(await refused({ type: 'label.set', person: c, label: 'x', at: 0, from: false, to: true })).toMatchObject({
      kind: 'missing',
    });
  });

  it('comes back exactly as they were, and so does the other, once a whole merge is taken back', async () => {
    const anna = await addWhole('Anna', 'anna@example.com');
    const anne = await addWhole('Anne', 'anne@example.com', {
      picture: 'data:image/png;base64,AAAA',
      timezone: 'Asia/Tokyo',
    });
    const before = withoutRevisionOf(await store(), anna);
    const back = await merge(anna, anne);
    const session = await openBook('own');
    expect((await session.get(anna)).emails.map((one) => one.address)).toEqual([
      'anna@example.com',
      'anne@example.com',
    ]);
    expect(await session.reads.holdings?.(anna)).toEqual({
      tickets: { count: 4, open: 2 },
      notes: { count: 2, files: 2 },
      files: 2,
      charges: { count: 2, seconds: 1200 },
      chats: 2,
    });
    expect(await found('anne@example.com')).toEqual(['Anna']);
    await runAll(back, 'the way back');
    expect(withoutRevisionOf(await store(), anna)).toEqual(before);
    const again = await merge(anna, anne);
    await runAll(again, 'the second way back');
    expect(withoutRevisionOf(await store(), anna)).toEqual(before);
  });

  it('gives their addresses to the survivor, though others share one of them or it is banned', async () => {
    const anna = await create({ name: 'Anna', addresses: ['anna@example.com'] });
    const ben = await create({ name: 'Ben', addresses: ['ben@example.com'] });
    const anne = await create({ name: 'Anne', addresses: ['anne@example.com'] });
    const office = address('office@example.com');
    for (const id of [ben, anne]) {
      const row = await rowOf(id);
      await own().people.put({ ...row, emails: [...row.emails, { address: office }], keys: [...row.keys, office] });
    }
    expect(await refused(email(anna, 'office@example.com'))).toMatchObject({ kind: 'conflict' });
    await run({ type: 'address.ban', person: null, address: address('anne@example.com'), from: false, to: true });
    const before = withoutRevisionOf(await store(), anna);
    const back = await runAll([hide(anne, anna), email(anna, 'office@example.com'), email(anna, 'anne@example.com')]);
    expect(await found('office@example.com')).toEqual(['Anna', 'Ben']);
    await runAll(back);
    expect(withoutRevisionOf(await store(), anna)).toEqual(before);
  });

  it('stays away while somebody else has one of their addresses', async () => {
    const anna = await create({ name: 'Anna', addresses: ['anna@example.com'] });
    const anne = await create({ name: 'Anne', addresses: ['anne@example.com'] });
    await own().tickets.add({
      ...{ person: Number(anna), number: '1', title: 'x', state: 'new', open: 1 },
      ...{ createdAt: '2026-01-01', updatedAt: '2026-01-01' },
    });
    await run(hide(anne, anna));
    const ben = await create({ name: 'Ben', addresses: ['anne@example.com'] });
    const trace = await store();
    const taken = { kind: 'conflict', owner: { id: ben, name: 'Ben' } };
    expect(await refused(hide(anne, anna, false))).toMatchObject(taken);
    // Nothing goes back to somebody whom nobody could see.
    expect(await refused({ type: 'ticket.move', person: anna, items: ['1'], from: anna, to: anne })).toMatchObject(
      taken,
    );
    expect(await store()).toEqual(trace);
  });

  it('stays away while whom they were merged into is hidden too', async () => {
    const [a, b, c] = [await create({ name: 'A' }), await create({ name: 'B' }), await create({ name: 'C' })];
    await run(hide(c, b));
    await run(hide(b, a));
    expect(await refused(hide(c, b, false))).toMatchObject({ kind: 'conflict', owner: { id: a, name: 'A' } });
    await run(hide(b, a, false));
    await run(hide(c, b, false));
    expect(await own().people.toCollection().primaryKeys()).toEqual([a, b, c].map(Number));
  });

  it('is no agent, not themselves, not merged twice, and into somebody who is there', async () => {
    const [anna, anne, ben] = [await create(), await create({ name: 'Anne' }), await create({ name: 'Ben' })];
    const agent = String(await own().people.add({ ...(await rowOf(ben)), id: 99, kind: 'agent' }));
    const trace = await store();
    expect(await refused(hide(anna, anna))).toMatchObject({ kind: 'invalid' });
    expect(await refused(hide(agent, anna))).toMatchObject({ kind: 'invalid' });
    expect(await refused(hide(anna, agent))).toMatchObject({ kind: 'invalid' });
    expect(await refused(hide(anna, '12345'))).toMatchObject({ kind: 'missing' });
    expect(await store()).toEqual(trace);
    await run(hide(anne, anna));
    expect(await refused(hide(anne, ben))).toMatchObject({ kind: 'conflict', theirs: true });
    expect(await refused(hide(anne, ben, false))).toMatchObject({ kind: 'conflict', theirs: true });
    expect(await refused(hide(ben, anne))).toMatchObject({ kind: 'missing' });
  });

  it('keeps alive an organisation that nobody else is in, until they are back', async () => {
    const anna = await create({ name: 'Anna', organisation: { create: 'Nord' } });
    const anne = await create({ name: 'Anne' });
    const nord = { id: String((await rowOf(anna)).orgs?.[0]), name: 'Nord' };
    const place = { position: '', manager: false };
    await run({ type: 'membership.set', person: anne, organisation: nord, at: 0, from: null, to: place });
    await run(hide(anne, anna));
    await run({ type: 'membership.set', person: anna, organisation: nord, at: 0, from: place, to: null });
    await run(hide(anne, anna, false));
    expect((await (await openBook('own')).get(anne)).memberships.map(({ name }) => name)).toEqual(['Nord']);
  });

  it('is named in both histories, with the run that did it', async () => {
    const [anna, anne] = [await create({ name: 'Anna' }), await create({ name: 'Anne' })];
    const back = await runAll([hide(anne, anna)], 'a merge');
    await runAll(back, 'the way back');
    const { reads } = await openBook('own');
    const lines = async (id: string) =>
      ((await reads.history?.(id, { which: 'mine', text: '' }, { limit: 9 }))?.items ?? []).flatMap((item) =>
        item.kind === 'change' && item.field === 'merged' ? [[item.which, item.from, item.to, item.entry]] : [],
      );
    expect(await lines(anna)).toEqual([
      ['in', 'Anne', null, 'the way back'],
      ['in', null, 'Anne', 'a merge'],
    ]);
    expect(await lines(anne)).toEqual([
      ['into', 'Anna', null, 'the way back'],
      ['into', null, 'Anna', 'a merge'],
    ]);
  });

  it('keeps the one they were merged into from being taken back as if just made', async () => {
    const [anna, anne] = [await create({ name: 'Anna' }), await create({ name: 'Anne' })];
    await run(hide(anne, anna));
    expect(await refused({ type: 'person.delete', person: anna, version: '1' })).toMatchObject({ kind: 'conflict' });
  });
});
