import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';
import type { Place } from '@/utils/changes/types';

const bauer = { organisation: '7', name: 'Bauer & Sohn', position: 'Buyer' };
const anna = person({ memberships: [{ organisation: '5', name: 'Acme' }, bauer] });
const at = (position: string, manager = false): Place => ({ position, manager });
const set = (organisation: { id: string | null; name: string }, from: Place | null, to: Place | null) =>
  planned(anna, { action: 'set-membership', input: { organisation, from, to } });
const change = { type: 'membership.set', person: '1' };
const there = { id: '7', name: 'Bauer & Sohn' };

it('A person joins an organisation by its id, or by the name of one to make', async () => {
  expect(await set({ id: null, name: ' New  GmbH ' }, null, at('Head'))).toEqual([
    { ...change, organisation: { id: null, name: 'New GmbH' }, at: 2, from: null, to: at('Head') },
  ]);
  expect(await set({ id: '9', name: 'Nine' }, null, at(''))).toMatchObject([{ organisation: { id: '9' } }]);
  expect(await set({ id: null, name: ' ' }, null, at(''))).toEqual(['invalid', undefined]);
});

it('The position there changes, and the person leaves', async () => {
  expect(await set(there, at('Buyer'), at('Buyer', true))).toEqual([
    { ...change, organisation: there, at: 1, from: at('Buyer'), to: at('Buyer', true) },
  ]);
  expect(await set(there, at('Buyer'), null)).toMatchObject([{ at: 1, to: null }]);
});

it('An organisation typed by its name is the one the person is in', async () => {
  expect(await set({ id: null, name: 'bauer & sohn' }, null, at('Head'))).toEqual(['conflict', at('Buyer')]);
  expect(await set({ id: null, name: 'bauer & sohn' }, null, at('Buyer'))).toEqual([]);
});

it('A place that somebody else has changed is told, not overwritten', async () => {
  expect(await set(there, at('Clerk'), at('Head'))).toEqual(['conflict', at('Buyer')]);
  expect(await set({ id: '8', name: 'Eight' }, at('x'), null)).toEqual([]);
});

it.each([
  ['joined', null, at('Head', true)],
  ['changed', at('Buyer'), at('Head')],
  ['left', at('Buyer'), null],
])('An organisation that was %s is undone, and one that was made goes or comes back', async (what, from, to) => {
  const { before, after, undone } = await ranAndUndone(({ person: { memberships }, domain }) => {
    const own = memberships[0];
    const organisation =
      what === 'joined'
        ? { id: null, name: `Bauer Two ${domain}` }
        : { id: own?.organisation ?? '', name: own?.name ?? '' };
    return { action: 'set-membership', input: { organisation, from, to } };
  });
  expect(after).not.toEqual(before);
  expect(undone).toEqual(before);
});
