import { describe, expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { address, person } from '@/test/support/people';
import type { LabelledAddress } from '@/utils/changes/types';

const [mail, home, other] = [address('anna@example.com'), address('home@example.com'), address('new@example.com')];
const anna = person({
  emails: [
    { address: mail, primary: true },
    { address: home, primary: false, label: 'Home' },
  ],
});
const edit = (from: LabelledAddress | null, to: LabelledAddress | null, who = anna) =>
  planned(who, { action: 'edit-address', input: { from, to } });
const change = { type: 'email.set', person: '1' };

describe('an address', () => {
  it('is added at the end, with its label if it has one', async () => {
    expect(await edit(null, { address: other, label: '' })).toEqual([
      { ...change, at: 2, from: null, to: { address: other } },
    ]);
    expect(await edit(null, { address: other, label: 'Work' })).toMatchObject([
      { to: { address: other, label: 'Work' } },
    ]);
  });

  it('is edited in its place, the primary one too', async () => {
    expect(await edit({ address: mail }, { address: other })).toEqual([
      { ...change, at: 0, from: { address: mail }, to: { address: other } },
    ]);
    expect(await edit({ address: home, label: 'Home' }, { address: home, label: 'Private' })).toMatchObject([
      { at: 1 },
    ]);
  });

  it('is removed, but not the primary one, nor the last', async () => {
    expect(await edit({ address: home, label: 'Home' }, null)).toMatchObject([{ at: 1, to: null }]);
    expect(await edit({ address: mail }, null)).toEqual(['invalid', undefined]);
    expect(await edit({ address: mail }, null, person())).toEqual(['invalid', undefined]);
    const unmarked = person({ emails: [{ address: mail, primary: false }] });
    expect(await edit({ address: mail }, null, unmarked)).toEqual(['invalid', undefined]);
  });

  it('that is there already is not there twice', async () => {
    expect(await edit(null, { address: mail })).toEqual([]);
    expect(await edit(null, { address: home })).toEqual(['conflict', { address: home, label: 'Home' }]);
    expect(await edit({ address: home, label: 'Home' }, { address: mail })).toEqual(['invalid', undefined]);
    expect(await edit(null, null)).toEqual(['invalid', undefined]);
  });

  it('that somebody else has changed or removed is told', async () => {
    expect(await edit({ address: home, label: 'Work' }, null)).toEqual(['conflict', { address: home, label: 'Home' }]);
    expect(await edit({ address: other }, { address: address('a@example.com') })).toEqual(['conflict', null]);
    expect(await edit({ address: other }, null)).toEqual([]);
  });

  it('of somebody who had none is added', async () => {
    expect(await edit(null, { address: other }, person({ emails: [] }))).toMatchObject([{ at: 0 }]);
  });
});

describe('undo', () => {
  it.each([
    ['added', null, 'new@'],
    ['edited', 'home@', 'new@'],
    ['removed', 'home@', null],
  ])('of an %s address restores everything', async (_, from, to) => {
    const { domain, before, after, undone } = await ranAndUndone((someone) => {
      const at = (start: string | null) => (start === null ? null : { address: address(start + someone.domain) });
      return { action: 'edit-address', input: { from: at(from), to: at(to) } };
    });
    expect(after.person.emails.some((one) => one.address === `new@${domain}`)).toBe(to !== null);
    expect(after).not.toEqual(before);
    expect(undone).toEqual(before);
  });
});
