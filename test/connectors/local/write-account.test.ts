import { beforeEach, describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/contract';
import type { Change } from '@/utils/changes/types';
import { bookDatabase } from '@/utils/connectors/local/database';
import type { PersonStatus } from '@/utils/people/types';
import { emptyBooks, openBook } from './book';
import { create, refused, rowOf, run } from './writing';

beforeEach(emptyBooks);

const own = () => bookDatabase('own');
const enable = (person: string, to: boolean): Change => ({ type: 'account.enable', person, from: !to, to });
const ban = (text: string, to: boolean, person: string | null = null): Change => ({
  type: 'address.ban',
  person,
  address: address(text),
  from: !to,
  to,
});

describe('An account', () => {
  it.each<PersonStatus | null>([null, 'locked', 'banned'])(
    'that was %s is that again once it is enabled',
    async (status) => {
      const id = await create();
      if (status !== null) await own().people.update(Number(id), { status });
      const { revision: _, ...before } = await rowOf(id);
      await run(enable(id, false));
      const session = await openBook('own');
      expect((await session.get(id)).status).toBe('disabled');
      expect(await refused(enable(id, false))).toMatchObject({ kind: 'conflict', theirs: false });
      await run(enable(id, true));
      const { revision: __, ...after } = await rowOf(id);
      expect(after).toEqual(before);
      expect(await refused(enable(id, true))).toMatchObject({ kind: 'conflict', theirs: true });
      const history = await session.reads.history?.(id, { which: 'mine', text: '' }, { limit: 2 });
      expect(history?.items).toMatchObject([
        { field: 'status', from: 'disabled', to: status ?? 'active' },
        { field: 'status', from: status ?? 'active', to: 'disabled' },
      ]);
    },
  );
});

describe('A ban', () => {
  it('keeps an address from becoming a person’s, until it is lifted', async () => {
    const id = await create({ addresses: ['anna@example.com'] });
    await run(ban('b@example.com', true));
    const refusal = { kind: 'forbidden', banned: 'b@example.com' };
    const b = address('b@example.com');
    const create_ = { type: 'person.create', person: null, draft: { name: 'B', addresses: [b] } } as const;
    const add = { type: 'email.set', person: id, at: 1, from: null, to: { address: b } } as const;
    expect(await refused(create_)).toMatchObject(refusal);
    expect(await refused(add)).toMatchObject(refusal);
    expect(await refused(ban('b@example.com', true))).toMatchObject({ kind: 'conflict', theirs: true });
    await run(ban('b@example.com', false));
    expect(await refused(ban('b@example.com', false))).toMatchObject({ kind: 'conflict', theirs: false });
    await run(add);
  });

  it('that is lifted comes back as it was, a pattern too; one that is made anew is new', async () => {
    const old = { at: '2026-01-01T00:00:00Z', reason: 'Rude' };
    await own().bans.bulkAdd([
      { pattern: '*@spam.example', ...old },
      { pattern: 'b@example.com', ...old },
    ]);
    const before = await own().bans.toArray();
    for (const pattern of ['*@spam.example', 'b@example.com']) {
      await run(ban(pattern, false));
      expect(await own().bans.get(pattern)).toBeUndefined();
      await run(ban(pattern, true));
    }
    expect(await own().bans.toArray()).toEqual(before);
    await run(ban('b@example.com', false));
    await run(ban('b@example.com', true, await create()));
    expect(await own().bans.get('b@example.com')).not.toHaveProperty('reason');
    expect(await refused(ban('*@other.example', true))).toMatchObject({ kind: 'invalid' });
  });

  it('is listed, the newest first, with how many there are', async () => {
    await own().bans.bulkAdd([
      { pattern: 'old@example.com', at: '2026-01-01' },
      { pattern: 'new@example.com', at: '2026-03-01' },
      { pattern: '*@between.example', at: '2026-02-01' },
    ]);
    const { reads } = await openBook('own');
    expect(await reads.bans?.({ limit: 2 })).toEqual({
      items: [
        { address: 'new@example.com', at: '2026-03-01' },
        { address: '*@between.example', at: '2026-02-01' },
      ],
      total: 3,
    });
  });

  it('stands in the history of the person it was about; of nobody, it names no address', async () => {
    const id = await create({ addresses: ['anna@example.com'] });
    await run(ban('anna@example.com', true, id));
    await run(ban('b@example.com', true));
    const [about, nobody] = (await own().changeLog.toArray()).slice(-2);
    expect(about).toMatchObject({ person: Number(id), field: 'banned', from: null, to: 'anna@example.com' });
    expect(nobody).toMatchObject({ person: 0, field: 'banned', from: null, to: null });
    expect((await rowOf(id)).revision).toBe(1);
  });
});
