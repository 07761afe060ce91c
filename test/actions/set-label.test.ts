import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';

const anna = person({ labels: ['vip', 'late'] });
const set = (label: string, on: boolean) => planned(anna, { action: 'set-label', input: { label, on } });
const change = { type: 'label.set', person: '1' };

it('A label comes after the others and goes from where it stands', async () => {
  expect(await set(' needs \n care ', true)).toEqual([
    { ...change, label: 'needs care', at: 2, from: false, to: true },
  ]);
  expect(await set('vip', false)).toEqual([{ ...change, label: 'vip', at: 0, from: true, to: false }]);
});

it('A label that is there already, in whatever letters, or gone already, is as wanted', async () => {
  expect(await set('VIP', true)).toEqual([]);
  expect(await set('paid', false)).toEqual([]);
});

it('A label without letters is none', async () => {
  expect(await set('  ', true)).toEqual(['invalid', undefined]);
});

it.each([
  ['paid', true],
  ['late', false],
])('Label %s, on: %s, is undone, in its place', async (label, on) => {
  const { before, after, undone } = await ranAndUndone(() => ({ action: 'set-label', input: { label, on } }));
  expect(after.person.labels.includes(label)).toBe(on);
  expect(undone).toEqual(before);
});
