import { expect, it } from 'vitest';
import { journalOn, planned } from '@/test/support/acted';
import { ownBook, someoneIn } from '@/test/support/own-book';
import { address, person } from '@/test/support/people';

it('To lift a ban is about the address, and about nobody', async () => {
  const home = address('home@example.com');
  expect(await planned(person(), { action: 'lift-ban', input: { address: home } })).toEqual([
    { type: 'address.ban', person: null, address: home, from: true, to: false },
  ]);
});

it('An address can be somebody’s once its ban is lifted, and cannot once that is undone', async () => {
  const { session } = await ownBook();
  const { ref, domain } = await someoneIn(session);
  const journal = journalOn(session);
  const gone = address(`gone@${domain}`);
  const ban = { type: 'address.ban', person: null, address: gone, from: false, to: true } as const;
  await session.writes['address.ban']?.(ban, { entry: `ban-${domain}`, step: 0, at: new Date().toISOString() });
  const take = () => journal.act(ref, { action: 'edit-address', input: { from: null, to: { address: gone } } });
  const lift = () => journal.act(ref, { action: 'lift-ban', input: { address: gone } });

  await expect(take()).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  await journal.undo((await lift())?.id ?? '');
  await expect(take()).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  await lift();
  expect((await take())?.state).toBe('done');
});
