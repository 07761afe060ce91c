import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';

const anna = person({ language: 'de' });
const set = (from: string | null, to: string | null, who = anna) =>
  planned(who, { action: 'set-language', input: { from, to } });

it('A language is set, and taken away', async () => {
  const change = { type: 'person.set', person: '1', field: 'language', from: 'de' };
  expect(await set('de', 'pt-BR')).toEqual([{ ...change, to: 'pt-BR' }]);
  expect(await set('de', null)).toEqual([{ ...change, to: null }]);
  expect(await set('de', '')).toEqual([{ ...change, to: null }]);
  expect(await set(null, 'de', person())).toEqual([{ ...change, from: null, to: 'de' }]);
});

it('A language that somebody else has changed is told, not overwritten', async () => {
  expect(await set(null, 'pt-BR')).toEqual(['conflict', 'de']);
  expect(await set(null, 'de')).toEqual([]);
});

it.each(['pt-BR', null])('A language set to %s is undone', async (to) => {
  const { before, after, undone } = await ranAndUndone(() => ({
    action: 'set-language',
    input: { from: 'de', to },
  }));
  expect(after.person.language ?? null).toBe(to);
  expect(undone).toEqual(before);
});
