import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';

const set = (from: boolean, to: boolean, autoReplies?: boolean) =>
  planned(person(autoReplies === undefined ? {} : { autoReplies }), {
    action: 'set-auto-replies',
    input: { from, to },
  });

it('Automatic replies go out unless they were stopped', async () => {
  const change = { type: 'person.set', person: '1', field: 'autoReplies' };
  expect(await set(true, false)).toEqual([{ ...change, from: true, to: false }]);
  expect(await set(false, true, false)).toEqual([{ ...change, from: false, to: true }]);
  expect(await set(true, true)).toEqual([]);
});

it('A switch that somebody else has turned already is as wanted', async () => {
  expect(await set(true, false, false)).toEqual([]);
});

it('Stopped automatic replies are undone', async () => {
  const { before, after, undone } = await ranAndUndone(() => ({
    action: 'set-auto-replies',
    input: { from: true, to: false },
  }));
  expect(after.person.autoReplies).toBe(false);
  expect(undone).toEqual(before);
});
