import { expect, it } from 'vitest';
import { everything } from '@/test/connectors/local/book';
import { ownBook, someoneIn } from '@/test/support/own-book';
import { address } from '@/test/support/people';
import { rooms } from '@/test/support/rooms';

it('A merge that cannot be taken back, since an address is another’s by now, stays whole; once it is free it can', async () => {
  const book = await ownBook();
  const [stays, goes] = [await someoneIn(book.session), await someoneIn(book.session)];
  const { acting } = rooms([book]);
  const { get, find } = book.session;
  const version = async (id: string) => (await get(id)).version ?? null;
  const versions = { stays: await version(stays.ref.id), goes: await version(goes.ref.id) };
  const input = { goes: goes.ref.id, keep: {}, primary: null, versions };
  const ran = await acting['action.run']({ ref: stays.ref, chosen: { action: 'merge', input } });
  const taken = address(`home@${goes.domain}`);
  await acting['action.run']({
    ref: stays.ref,
    chosen: { action: 'edit-address', input: { from: { address: taken }, to: null } },
  });
  const stamp = { entry: 'a third', step: 0, at: new Date().toISOString() };
  const draft = { name: 'Ben', addresses: [taken] };
  const made = await book.session.writes['person.create']?.({ type: 'person.create', person: null, draft }, stamp);
  const before = await everything('own');
  await expect(acting['action.undo'](ran)).rejects.toMatchObject({
    problem: { kind: 'conflict', owner: { id: made?.id, name: 'Ben' } },
  });
  expect(await everything('own')).toEqual(before);
  expect((await find(address(`third@${goes.domain}`))).map(({ person }) => person.ref)).toEqual([stays.ref]);
  const { id = '', version: now = '' } = made ?? {};
  await book.session.writes['person.erase']?.(
    { type: 'person.erase', person: id, version: now },
    { ...stamp, step: 1 },
  );
  // All but the address that was removed from the survivor meanwhile is theirs again.
  await acting['action.undo'](ran).catch(() => undefined);
  expect((await get(goes.ref.id)).emails.map((one) => one.address)).toEqual(
    ['mail', 'home', 'third'].map((local) => `${local}@${goes.domain}`),
  );
  expect((await get(stays.ref.id)).emails.map((one) => one.address)).toEqual(
    ['mail', 'home', 'third'].map((local) => `${local}@${stays.domain}`),
  );
});
