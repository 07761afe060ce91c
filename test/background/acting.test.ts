import { describe, expect, it } from 'vitest';
import { person } from '@/test/support/people';
import { place } from '@/test/support/places';
import { makeActing } from '@/utils/background/acting';
import { makeTyping } from '@/utils/background/typing';
import { applied } from '@/utils/changes/apply';
import { makeJournal, openStore } from '@/utils/journal';

describe('an edit', () => {
  it('is made, stands among the entries and can be undone', async () => {
    let anna = person({ summary: 'old' });
    const { session } = place('book', {
      get: async () => anna,
      writes: {
        'person.set': async (change) => {
          anna = applied(anna, change);
          return { id: '1', version: '2' };
        },
      },
    });
    const journal = makeJournal({
      store: openStore(),
      sessionOf: async () => session,
      changed: async () => undefined,
      now: () => new Date(),
    });
    const acting = makeActing({ journal, typing: makeTyping() });
    const ran = await acting['action.run']({
      ref: anna.ref,
      chosen: { action: 'set-summary', input: { from: 'old', to: 'new' } },
    });
    expect(anna.summary).toBe('new');
    expect(await acting.entries({ ref: anna.ref, limit: 5 })).toMatchObject([
      { id: ran.entry, state: 'done', canUndo: true, action: 'set-summary' },
    ]);
    await acting['action.undo']({ entry: ran.entry });
    expect(anna.summary).toBe('old');
    expect(await acting.entries({ ref: anna.ref, limit: 5 })).toMatchObject([
      { action: 'undo', state: 'done' },
      { id: ran.entry, state: 'undone', canUndo: false },
    ]);
    await expect(
      acting['action.run']({ ref: anna.ref, chosen: { action: 'set-summary', input: { from: 'x', to: 'new' } } }),
    ).rejects.toMatchObject({ problem: { kind: 'conflict', theirs: 'old' } });
  });
});
