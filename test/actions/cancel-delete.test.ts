import { expect, it } from 'vitest';
import { journalOn, NO_SIGHT, planned } from '@/test/support/acted';
import { person } from '@/test/support/people';
import type { Leaving, Session } from '@/utils/connectors/types';
import { openStore } from '@/utils/journal';

const waiting: Leaving = { task: '5', state: 'waiting', tickets: 3 };
const keep = (leaving: Leaving | null, task = '5') =>
  planned(
    person(),
    { action: 'cancel-delete', input: { task } },
    { ...NO_SIGHT, reads: { leaving: async () => leaving } },
  );

it('Somebody who is about to be deleted is kept, while the server still waits with it', async () => {
  expect(await keep(waiting)).toEqual([{ type: 'erase.cancel', person: '1', task: '5' }]);
  expect(await keep(null)).toEqual([]);
  expect(await keep({ ...waiting, task: '6' })).toEqual(['conflict', '6']);
  expect(await keep({ ...waiting, state: 'failed' })).toEqual(['invalid', undefined]);
});

it('Keeping somebody is done at once, waits for nothing, and is not taken back by an undo', async () => {
  const there: { leaving: Leaving | null } = { leaving: waiting };
  const session: Session = {
    find: async () => [],
    get: async () => person(),
    reads: { leaving: async () => there.leaving },
    writes: {
      'erase.cancel': async () => {
        there.leaving = null;
        return { id: '1', version: '1' };
      },
    },
    denied: [],
  };
  const journal = journalOn(session, openStore(`keep-${crypto.randomUUID()}`));
  const ref = { connection: 'book', id: '1' };
  const entry = await journal.act(ref, { action: 'cancel-delete', input: { task: '5' } });
  expect([entry?.state, there.leaving]).toEqual(['done', null]);
});
