import { describe, expect, it } from 'vitest';
import { journalOn, NO_SIGHT, planned, ranAndUndone } from '@/test/support/acted';
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
const ban = (one: typeof mail) => ({ type: 'address.ban', person: '1', address: one, from: false, to: true });
const erase = { type: 'person.erase', person: '1', version: '7' };

describe('Delete', () => {
  it('is one change that nothing takes back, of the record as the agent saw it', async () => {
    expect(await planned(anna, { action: 'delete', input: { version: '7' } })).toEqual([erase]);
    expect(await planned(anna, { action: 'delete', input: { version: '6' } })).toEqual(['conflict', '7']);
  });

  it('and ban keeps every address of theirs away first, each once', async () => {
    const plan = (...banned: readonly string[]) =>
      planned(
        anna,
        { action: 'delete-and-ban', input: { version: '7' } },
        { ...NO_SIGHT, reads: { bans: () => bans(...banned) } },
      );
    expect(await plan()).toEqual([ban(mail), ban(home), erase]);
    expect(await plan(home)).toEqual([ban(mail), erase]);
    expect(await planned(anna, { action: 'delete-and-ban', input: { version: null } })).toEqual(['conflict', '7']);
  });

  it('of anybody is dropped by Undo as long as it is held', async () => {
    const { entry, before, after, undone } = await ranAndUndone(({ person: { version = null } }) => ({
      action: 'delete',
      input: { version },
    }));
    expect(entry.state).toBe('held');
    expect([after, undone]).toEqual([before, before]);
  });
});

describe('a banned address', () => {
  it('becomes nobody’s again until the ban is lifted, which Undo takes back', async () => {
    const { session } = await ownBook();
    const [gone, other] = [await someoneIn(session), await someoneIn(session)];
    const journal = journalOn(session);
    const { version = null } = await session.get(gone.ref.id);
    await journal.act(gone.ref, { action: 'delete-and-ban', input: { version } });
    await journal.wait(60_000);
    await expect(session.get(gone.ref.id)).rejects.toMatchObject({ problem: { kind: 'missing' } });

    const theirs = address(`home@${gone.domain}`);
    const take = () =>
      journal.act(other.ref, { action: 'edit-address', input: { from: null, to: { address: theirs } } });
    await expect(take()).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
    const lifted = await journal.act(other.ref, { action: 'lift-ban', input: { address: theirs } });
    await journal.undo(lifted?.id ?? '');
    await expect(take()).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
    await journal.act(other.ref, { action: 'lift-ban', input: { address: theirs } });
    expect((await take())?.state).toBe('done');
  });
});

it('To lift a ban is about the address, and about nobody', async () => {
  expect(await planned(anna, { action: 'lift-ban', input: { address: home } })).toEqual([
    { type: 'address.ban', person: null, address: home, from: true, to: false },
  ]);
});
