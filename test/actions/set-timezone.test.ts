import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';

const anna = person({ timezone: 'Europe/Berlin' });
const set = (from: string | null, to: string | null, who = anna) =>
  planned(who, { action: 'set-timezone', input: { from, to } });

it('A time zone is set, and taken away', async () => {
  const change = { type: 'person.set', person: '1', field: 'timezone', from: 'Europe/Berlin' };
  expect(await set('Europe/Berlin', 'Asia/Tokyo')).toEqual([{ ...change, to: 'Asia/Tokyo' }]);
  expect(await set('Europe/Berlin', null)).toEqual([{ ...change, to: null }]);
  expect(await set('Europe/Berlin', '')).toEqual([{ ...change, to: null }]);
  expect(await set(null, 'Europe/Berlin', person())).toEqual([{ ...change, from: null, to: 'Europe/Berlin' }]);
});

it('A time zone that somebody else has changed is told, not overwritten', async () => {
  expect(await set(null, 'Asia/Tokyo')).toEqual(['conflict', 'Europe/Berlin']);
  expect(await set(null, 'Europe/Berlin')).toEqual([]);
});

it.each(['Asia/Tokyo', null])('A time zone set to %s is undone', async (to) => {
  const { before, after, undone } = await ranAndUndone(() => ({
    action: 'set-timezone',
    input: { from: 'Europe/Berlin', to },
  }));
  expect(after.person.timezone ?? null).toBe(to);
  expect(undone).toEqual(before);
});
