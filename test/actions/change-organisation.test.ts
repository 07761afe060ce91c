import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';

const place = { position: 'Buyer', manager: false };
const anna = person({
  memberships: [
    { organisation: '7', name: 'Bauer', position: 'Buyer' },
    { organisation: '5', name: 'Acme' },
  ],
});
const bauer = { id: '7', name: 'Bauer', place };
const change = (to: { id: string | null; name: string }, from = bauer) =>
  planned(anna, { action: 'change-organisation', input: { from, to: { ...to, place } } });
const step = { type: 'membership.set', person: '1', at: 0 };

it('One organisation comes in the place of another, with the same position', async () => {
  expect(await change({ id: null, name: ' New ' })).toEqual([
    { ...step, organisation: { id: '7', name: 'Bauer' }, from: place, to: null },
    { ...step, organisation: { id: null, name: 'New' }, from: null, to: place },
  ]);
});

it('The same organisation is no change, one the person is in already is refused', async () => {
  expect(await change({ id: '7', name: 'Bauer' })).toEqual([]);
  expect(await change({ id: '5', name: 'Acme' })).toEqual(['invalid', undefined]);
  expect(await change({ id: null, name: '' })).toEqual(['invalid', undefined]);
});

it('An organisation that the person has left, or whose position was changed, is told', async () => {
  expect(await change({ id: '9', name: 'Nine' }, { ...bauer, id: '4' })).toEqual(['conflict', null]);
  const clerk = { ...bauer, place: { position: 'Clerk', manager: false } };
  expect(await change({ id: '9', name: 'Nine' }, clerk)).toEqual(['conflict', place]);
});

it('Another organisation is undone: the new one goes, the old one stands where it stood', async () => {
  const { domain, before, after, undone } = await ranAndUndone(({ person: { memberships }, domain: own }) => ({
    action: 'change-organisation',
    input: {
      from: { id: memberships[0]?.organisation ?? '', name: memberships[0]?.name ?? '', place },
      to: { id: null, name: `Bauer Two ${own}`, place },
    },
  }));
  expect(after.person.memberships).toMatchObject([{ name: `Bauer Two ${domain}`, position: 'Buyer' }]);
  expect(undone).toEqual(before);
});
