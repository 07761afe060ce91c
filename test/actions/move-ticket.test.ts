import { expect, it } from 'vitest';
import { NO_SIGHT, planned, ranAndUndone } from '@/test/support/acted';
import { someoneIn } from '@/test/support/own-book';
import { person } from '@/test/support/people';
import { othersOf } from '@/utils/actions';
import { ProblemError } from '@/utils/problem';

const people = [person(), person({ ref: { connection: 'book', id: '2' } })];
const sight = {
  ...NO_SIGHT,
  // 3 was merged into 2, 4 into 1.
  get: async (id: string) => {
    const found = people[{ 1: 0, 2: 1, 3: 1, 4: 0 }[id] ?? -1];
    if (found === undefined) throw new ProblemError({ kind: 'missing' });
    return found;
  },
};
const move = (to: string) => planned(person(), { action: 'move-ticket', input: { ticket: '8', to } }, sight);

it('A ticket is given to somebody else of the same server, and not to whoever has it', async () => {
  expect(await move('2')).toEqual([{ type: 'ticket.move', person: '1', items: ['8'], from: '1', to: '2' }]);
  expect(await move('1')).toEqual([]);
  expect(await move('4')).toEqual([]);
  expect(await move('3')).toEqual(['invalid', undefined]);
  expect(await move('9')).toEqual(['missing', undefined]);
});

it('Whoever gets it is named with it: what else is done to them goes in order', () => {
  expect(othersOf([{ action: 'move-ticket', input: { ticket: '8', to: '2' } }])).toEqual(['2']);
});

it('A ticket that was given away comes back with an undo', async () => {
  const other = { id: '' };
  const { before, after, undone } = await ranAndUndone(async ({ session, ref }) => {
    const ticket = (await session.reads.tickets?.(ref.id, 'open', { limit: 1 }))?.items[0];
    other.id = (await someoneIn(session)).ref.id;
    return { action: 'move-ticket', input: { ticket: ticket?.id ?? '', to: other.id } };
  });
  expect((before.open?.length ?? 0) - (after.open?.length ?? 0)).toBe(1);
  expect(undone).toEqual(before);
});
