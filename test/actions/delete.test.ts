import { expect, it } from 'vitest';
import { journalOn, planned, ranAndUndone } from '@/test/support/acted';
import { ownBook, someoneIn } from '@/test/support/own-book';
import { person } from '@/test/support/people';

const anna = person({ version: '7' });

it('Delete is one change that nothing takes back, of the record as the agent saw it', async () => {
  expect(await planned(anna, { action: 'delete', input: { version: '7' } })).toEqual([
    { type: 'person.erase', person: '1', version: '7' },
  ]);
  expect(await planned(anna, { action: 'delete', input: { version: '6' } })).toEqual(['conflict', '7']);
});

it('Delete is held, and dropped by Undo until then', async () => {
  const { entry, before, after, undone } = await ranAndUndone(({ person: { version = null } }) => ({
    action: 'delete',
    input: { version },
  }));
  expect(entry.state).toBe('held');
  expect([after, undone]).toEqual([before, before]);
});

it('Who is deleted is gone once the ten seconds are over, and not before', async () => {
  const { session } = await ownBook();
  const { ref } = await someoneIn(session);
  const journal = journalOn(session);
  const { version = null } = await session.get(ref.id);
  await journal.act(ref, { action: 'delete', input: { version } });
  await journal.wait(9_000);
  expect((await session.get(ref.id)).ref).toEqual(ref);
  await journal.wait(2_000);
  await expect(session.get(ref.id)).rejects.toMatchObject({ problem: { kind: 'missing' } });
});
