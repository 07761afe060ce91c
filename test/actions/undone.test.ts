import { describe, expect, it } from 'vitest';
import { ranAndUndone, refusedAt } from '@/test/support/acted';
import { samples } from './samples';

const all = Object.entries(samples).flatMap(([id, choose]) => (choose === null ? [] : [{ id, choose }]));

describe.each(all)('$id', ({ choose }) => {
  it('leaves the book, once undone, as it was in every table', async () => {
    const { entry, books } = await ranAndUndone(choose);
    // What nothing can take back was not sent yet: to undo it is to let it be.
    if (entry.state === 'held') expect(books.after).toEqual(books.before);
    else expect(books.after).not.toEqual(books.before);
    expect(books.undone).toEqual(books.before);
  });

  it('leaves no trace where any one of its writes is refused', async () => {
    for (let step = 0; ; step += 1) {
      const { before, after, problem, state } = await refusedAt(step, choose);
      if (problem === undefined) {
        // So many writes it has: none was refused this time.
        expect([state, step > 0]).toEqual(['done', true]);
        return;
      }
      expect(problem.kind, `write ${step}`).toBe('forbidden');
      expect(after, `write ${step}`).toEqual(before);
    }
  });
});
