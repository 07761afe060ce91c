import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';

const anna = person({ summary: 'Prefers mail.' });
const set = (from: string, to: string) => planned(anna, { action: 'set-summary', input: { from, to } });

it('A summary is set as it was typed', async () => {
  expect(await set('Prefers mail.', ' Two\nlines ')).toEqual([
    { type: 'person.set', person: '1', field: 'summary', from: 'Prefers mail.', to: ' Two\nlines ' },
  ]);
});

it('A summary that somebody else has changed is told, not overwritten', async () => {
  expect(await set('', 'mine')).toEqual(['conflict', 'Prefers mail.']);
  expect(await set('', 'Prefers mail.')).toEqual([]);
});

it.each(['new', ''])('A summary set to "%s" is undone', async (to) => {
  const { before, after, undone } = await ranAndUndone(({ person: { summary } }) => ({
    action: 'set-summary',
    input: { from: summary, to },
  }));
  expect(after.person.summary).toBe(to);
  expect(undone).toEqual(before);
});
