// Somebody is deleted in Zammad, and the background is stopped at any call of it: there is one task, and it is known.
import { expect, it } from 'vitest';
import { memoryDisk } from '@/test/journal/memory';
import { freshMemory } from '@/test/support/open';
import type { Change } from '@/utils/changes/types';
import type { Run } from '@/utils/journal';
import { connection } from './desk';
import { startLife } from './lives';
import { fakeZammad } from './server';
import { ANNA } from './store';

const PERSON = String(ANNA);

const running = (changes: readonly Change[], action: Run['action']): Run => ({
  connection: connection.id,
  person: PERSON,
  action,
  needs: [],
  plan: async () => changes.map((change) => ({ change, of: 0 })),
});

it('A deletion, and taking it back, stopped at any call are made once', async () => {
  for (let at = 1; at <= 8; at += 1) {
    for (const heard of [false, true]) {
      const name = `${at} ${heard}`;
      const server = fakeZammad();
      const [disk, memory] = [memoryDisk(), freshMemory()];
      const begun = startLife(server, disk, memory);
      const held = await begun.journal.run(
        running([{ type: 'person.erase', person: PERSON, version: null }], 'delete'),
      );
      expect([held?.state, server.store.tasks], name).toEqual(['held', []]);
      // The seconds to think again are over.
      server.store.clock += 11_000;
      const sending = startLife(server, disk, memory, { at, heard });
      await sending.until(sending.journal.due());
      const last = startLife(server, disk, memory);
      await last.journal.settle();
      await last.journal.due();
      expect(server.store.tasks, name).toHaveLength(1);
      const leaving = await (await last.session()).reads.leaving?.(PERSON);
      expect(leaving, name).toMatchObject({ state: 'waiting' });

      const cancel: Change = { type: 'erase.cancel', person: PERSON, task: leaving?.task ?? '' };
      const taking = startLife(server, disk, memory, { at, heard });
      await taking.until(taking.journal.run(running([cancel], 'cancel-delete')));
      await startLife(server, disk, memory).journal.settle();
      expect(server.store.tasks, name).toEqual([]);
    }
  }
});
