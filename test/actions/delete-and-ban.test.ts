import { expect, it } from 'vitest';
import { journalOn, NO_SIGHT, planned } from '@/test/support/acted';
import { ownBook, someoneIn } from '@/test/support/own-book';
import { address, person } from '@/test/support/people';

const [mail, home] = [address('anna@example.com'), address('home@example.com')];
const anna = person({
  version: '7',
  emails: [
    { address: mail, primary: true },
    { address: home, primary: false },
  ],
});
const bans = async (...banned: readonly string[]) => ({
  items: banned.map((one) => ({ address: one, at: '2026-11-01T00:00:00.000Z' })),
  total: banned.length,
});
const plan = (version: string | null, ...banned: readonly string[]) =>
  planned(
    anna,
    { action: 'delete-and-ban', input: { version } },
    { ...NO_SIGHT, reads: { bans: () => bans(...banned) } },
  );
const ban = (one: typeof mail) => ({ type: 'address.ban', person: '1', address: one, from: false, to: true });
const erase = { type: 'person.erase', person: '1', version: '7' };

it('Every address of theirs is banned first, each once, then they are deleted', async () => {
  expect(await plan('7')).toEqual([ban(mail), ban(home), erase]);
  expect(await plan('7', home)).toEqual([ban(mail), erase]);
});

it('A record that was changed since the question was put is not deleted', async () => {
  expect(await plan(null)).toEqual(['conflict', '7']);
});

it('Their addresses become nobody’s again', async () => {
  const { session } = await ownBook();
  const [gone, other] = [await someoneIn(session), await someoneIn(session)];
  const journal = journalOn(session);
  const { version = null } = await session.get(gone.ref.id);
  await journal.act(gone.ref, { action: 'delete-and-ban', input: { version } });
  await journal.wait(60_000);
  await expect(session.get(gone.ref.id)).rejects.toMatchObject({ problem: { kind: 'missing' } });
  for (const start of ['mail', 'home', 'third']) {
    const to = { address: address(`${start}@${gone.domain}`) };
    const taken = journal.act(other.ref, { action: 'edit-address', input: { from: null, to } });
    await expect(taken).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  }
});
