import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';

const [old, fresh] = ['data:image/png;base64,AAAA', 'data:image/png;base64,BBBB'];
const set = (from: string | null, to: string | null, some: Parameters<typeof person>[0] = { picture: old }) =>
  planned(person(some), { action: 'set-picture', input: { from, to } });
const change = { type: 'person.set', person: '1', field: 'picture' };

it('A picture comes, changes, and goes', async () => {
  expect(await set(null, fresh, {})).toEqual([{ ...change, from: null, to: fresh }]);
  expect(await set(old, fresh)).toEqual([{ ...change, from: old, to: fresh }]);
  expect(await set(old, null)).toEqual([{ ...change, from: old, to: null }]);
  expect(await set(old, old)).toEqual([]);
});

it('A picture that somebody else has set meanwhile is told, not overwritten', async () => {
  expect(await set(null, fresh)).toEqual(['conflict', old]);
});

it('A picture is undone', async () => {
  const { before, after, undone } = await ranAndUndone(() => ({
    action: 'set-picture',
    input: { from: null, to: fresh },
  }));
  expect(after.person.picture).toBe(fresh);
  expect(undone).toEqual(before);
});
