import { beforeEach, describe, expect, it } from 'vitest';
import { inverse } from '@/utils/changes/inverse';
import type { Change, Place } from '@/utils/changes/types';
import { bookDatabase } from '@/utils/connectors/local/database';
import { dump, emptyBooks, openBook } from './book';
import { create, refused, rowOf, run } from './writing';

beforeEach(emptyBooks);

const plain: Place = { position: '', manager: false };
const member = (
  person: string,
  organisation: { readonly id: string | null; readonly name: string },
  from: Place | null,
  to: Place | null,
  at = 0,
): Change<'membership.set'> => ({ type: 'membership.set', person, organisation, at, from, to });
const names = async () => (await bookDatabase('own').organisations.toArray()).map(({ name }) => name);

describe('A place in an organisation', () => {
  it('is in the one of that name, however it is typed, or in one that is made', async () => {
    const id = await create({ organisation: { create: 'Bauer & Söhne' } });
    const other = await create({ name: 'Ben' });
    const first = await run(member(other, { id: null, name: ' bauer &  sohne ' }, null, plain));
    const second = await run(
      member(other, { id: null, name: 'Weingut  Nord' }, null, { ...plain, position: ' Chef ' }, 1),
    );
    expect(await names()).toEqual(['Bauer & Söhne', 'Weingut Nord']);
    expect((await rowOf(id)).orgs).toEqual([Number(first.id)]);
    expect((await rowOf(other)).orgs).toEqual([Number(first.id), Number(second.id)]);
    expect((await (await openBook('own')).get(other)).memberships).toMatchObject([
      { organisation: first.id, name: 'Bauer & Söhne' },
      { organisation: second.id, name: 'Weingut Nord', position: 'Chef' },
    ]);
  });

  it('changes its position and its manager', async () => {
    const id = await create({ organisation: { create: 'Bauer' }, position: 'Cellar' });
    const organisation = { id: String((await rowOf(id)).orgs?.[0]), name: 'Bauer' };
    await run(member(id, organisation, { ...plain, position: 'Cellar' }, { position: 'Chief', manager: true }));
    expect((await rowOf(id)).memberships).toMatchObject([{ position: 'Chief', manager: true }]);
    expect(await refused(member(id, organisation, plain, null))).toMatchObject({
      kind: 'conflict',
      theirs: { position: 'Chief', manager: true },
    });
    expect(await refused(member(id, organisation, null, plain))).toMatchObject({ kind: 'conflict' });
    await run(member(id, organisation, { position: 'Chief', manager: true }, plain));
    expect((await rowOf(id)).memberships).toEqual([{ organisation: Number(organisation.id) }]);
  });

  it.each([
    [{ id: null, name: ' ' }, plain],
    [{ id: null, name: 'x'.repeat(501) }, plain],
    [
      { id: null, name: 'Bauer' },
      { ...plain, position: 'x'.repeat(501) },
    ],
  ])('without a name, or with endless words, is refused', async (organisation, to) => {
    const id = await create();
    expect(await refused(member(id, organisation, null, to))).toMatchObject({ kind: 'invalid' });
    expect(await names()).toEqual([]);
  });
});

describe('An organisation that somebody leaves', () => {
  it('goes if it was made for them, and comes back with its id and place', async () => {
    const id = await create({ organisation: { create: 'Bauer' } });
    await run(member(id, { id: null, name: 'Nord' }, null, { position: 'Chef', manager: true }, 1));
    const before = await dump('own');
    const [bauer] = (await rowOf(id)).orgs ?? [];
    const change = member(id, { id: String(bauer), name: 'Bauer' }, plain, null);
    const back = inverse(change, await run(change));
    expect(await names()).toEqual(['Nord']);
    expect((await rowOf(id)).orgs).toHaveLength(1);
    if (typeof back !== 'string') await run(back);
    expect(await dump('own')).toEqual(before);
  });

  it.each(['a colleague', 'a ticket', 'a summary', 'nobody, but it was not made for them'])(
    'stays for %s',
    async (why) => {
      const database = bookDatabase('own');
      const [now, at] = ['2026-11-21T12:00:00Z', { createdAt: '2026-11-21', updatedAt: '2026-11-21' }];
      if (why.startsWith('nobody')) await database.organisations.add({ name: 'Bauer', key: 'bauer', createdAt: now });
      const id = await create({ organisation: { create: 'Bauer' } });
      const [organisation = 0] = (await rowOf(id)).orgs ?? [];
      if (why === 'a colleague') await create({ name: 'Ben', organisation: { create: 'Bauer' } });
      if (why === 'a summary') await database.organisations.update(organisation, { summary: 'Wine' });
      if (why === 'a ticket') {
        await database.tickets.add({
          person: 7,
          organisation,
          number: '1',
          title: 'Cork',
          state: 'new',
          open: 1,
          ...at,
        });
      }
      await run(member(id, { id: String(organisation), name: 'Bauer' }, plain, null));
      expect(await names()).toEqual(['Bauer']);
      expect(await rowOf(id)).not.toHaveProperty('orgs');
      expect(await rowOf(id)).not.toHaveProperty('memberships');
    },
  );

  it('comes back as the one of that name, if somebody made it anew meanwhile', async () => {
    const id = await create({ organisation: { create: 'Bauer' } });
    const organisation = { id: String((await rowOf(id)).orgs?.[0]), name: 'Bauer' };
    await run(member(id, organisation, plain, null));
    const other = await create({ name: 'Ben', organisation: { create: 'BAUER' } });
    await run(member(id, organisation, null, plain));
    expect(await names()).toEqual(['BAUER']);
    expect((await rowOf(id)).orgs).toEqual((await rowOf(other)).orgs);
  });
});
