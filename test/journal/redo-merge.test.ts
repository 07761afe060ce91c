// What took a merge back can be taken back in turn: then the two are one again, or nothing is done at all.
import { expect, it } from 'vitest';
import { everything } from '@/test/connectors/local/book';
import { ownBook, someoneIn } from '@/test/support/own-book';
import { address } from '@/test/support/people';
import { rooms } from '@/test/support/rooms';
import type { PersonRef } from '@/utils/people/types';

async function threePeople() {
  const book = await ownBook();
  const { acting } = rooms([book]);
  const { get } = book.session;
  const people = [await someoneIn(book.session), await someoneIn(book.session), await someoneIn(book.session)] as const;
  const merge = async (stays: PersonRef, goes: PersonRef) => {
    const version = async ({ id }: PersonRef) => (await get(id)).version ?? null;
    const versions = { stays: await version(stays), goes: await version(goes) };
    const input = { goes: goes.id, keep: { summary: 'goes' as const }, primary: null, versions };
    return acting['action.run']({ ref: stays, chosen: { action: 'merge', input } });
  };
  return { book, acting, merge, people };
}

it('Undoing the undo of a merge makes one of the two again, with all that either had', async () => {
  const { book, acting, merge, people } = await threePeople();
  const [stays, goes] = people;
  const ran = await merge(stays.ref, goes.ref);
  const one = await book.session.get(stays.ref.id);
  const undone = await acting['action.undo'](ran);
  await acting['action.undo'](undone);
  const { version: _version, ...again } = await book.session.get(goes.ref.id);
  expect(one).toMatchObject(again);
  const found = await book.session.find(address(`third@${goes.domain}`));
  expect(found.map(({ person }) => person.ref)).toEqual([stays.ref]);
});

it('Who has been merged into somebody else meanwhile is not merged a second time, and gives nothing to whoever had them', async () => {
  const { acting, merge, people } = await threePeople();
  const [stays, goes, third] = people;
  const undone = await acting['action.undo'](await merge(stays.ref, goes.ref));
  await acting['action.run']({
    ref: goes.ref,
    chosen: { action: 'set-label', input: { label: 'only theirs', on: true } },
  });
  await merge(third.ref, goes.ref);
  const before = await everything('own');
  await expect(acting['action.undo'](undone)).rejects.toMatchObject({ problem: { kind: 'conflict' } });
  expect(await everything('own')).toEqual(before);
});

it('Once a merge is undone, an address of the one who came back is theirs alone: nobody is given it without a word', async () => {
  const { book, acting, merge, people } = await threePeople();
  const [stays, goes] = people;
  await acting['action.undo'](await merge(stays.ref, goes.ref));
  const theirs = address(`home@${goes.domain}`);
  const input = { from: null, to: { address: theirs } };
  await expect(
    acting['action.run']({ ref: stays.ref, chosen: { action: 'edit-address', input } }),
  ).rejects.toMatchObject({ problem: { kind: 'conflict', owner: { id: goes.ref.id } } });
  expect((await book.session.find(theirs)).map(({ person }) => person.ref)).toEqual([goes.ref]);
});
