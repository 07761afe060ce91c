import { describe, expect, it } from 'vitest';
import { address, person } from '@/test/support/people';
import { applied } from '@/utils/changes/apply';
import { currentOf } from '@/utils/changes/current';
import { inverse } from '@/utils/changes/inverse';
import { same } from '@/utils/changes/same';
import type { Change } from '@/utils/changes/types';

const [mail, home, other] = [address('anna@example.com'), address('home@example.com'), address('new@example.com')];
const phone = { type: 'phone', value: '1' } as const;
const site = { type: 'website', value: 'https://example.com' } as const;
const contract = { type: 'text', value: 'C-7', custom: true, id: '1', label: 'Contract' } as const;
const anna = person({
  summary: 'old',
  timezone: 'Europe/Berlin',
  autoReplies: true,
  emails: [
    { address: mail, primary: true },
    { address: home, primary: false, label: 'Home' },
  ],
  labels: ['a', 'b', 'c'],
  groups: [{ id: 'g1', name: '' }],
  memberships: [
    { organisation: '7', name: 'Bauer', position: 'Buyer', manager: false },
    { organisation: '5', name: 'Acme', position: '', manager: true },
  ],
  fields: [phone, site, contract],
});
const by = { person: '1' } as const;
const place = (position: string) => ({ position, manager: false });
const organisation = { id: '7', name: 'Bauer' };

const samples: readonly Change[] = [
  { ...by, type: 'person.set', field: 'summary', from: 'old', to: 'new' },
  { ...by, type: 'person.set', field: 'timezone', from: 'Europe/Berlin', to: null },
  { ...by, type: 'person.set', field: 'language', from: null, to: 'vi' },
  { ...by, type: 'person.set', field: 'autoReplies', from: true, to: false },
  { ...by, type: 'email.set', at: 1, from: null, to: { address: other } },
  { ...by, type: 'email.set', at: 0, from: { address: mail }, to: { address: other, label: 'Work' } },
  { ...by, type: 'email.set', at: 1, from: { address: home, label: 'Home' }, to: null },
  { ...by, type: 'email.primary', from: mail, to: home },
  { ...by, type: 'contact.set', at: 1, from: null, to: { type: 'phone', value: '2' } },
  { ...by, type: 'contact.set', at: 0, from: phone, to: { type: 'phone', value: '2' } },
  { ...by, type: 'contact.set', at: 1, from: site, to: null },
  { ...by, type: 'custom.set', field: '1', from: 'C-7', to: 'C-8' },
  { ...by, type: 'label.set', label: 'b', at: 1, from: true, to: false },
  { ...by, type: 'label.set', label: 'd', at: 0, from: false, to: true },
  { ...by, type: 'group.set', group: 'g1', from: true, to: false },
  { ...by, type: 'membership.set', organisation, at: 0, from: place('Buyer'), to: place('Head') },
  { ...by, type: 'membership.set', organisation, at: 0, from: place('Buyer'), to: null },
  { ...by, type: 'membership.set', organisation: { id: '9', name: 'N' }, at: 1, from: null, to: place('') },
];

describe('a change of a record', () => {
  it.each(samples)('finds what it is made upon, makes what it says, and its inverse restores all: $type', (change) => {
    if (!('to' in change)) throw new Error('no sample');
    expect(currentOf(anna, change)).toEqual({ known: true, value: change.from });
    const after = applied(anna, change);
    expect(currentOf(after, change)).toEqual({ known: true, value: change.to });
    const back = inverse(change, { id: '1', version: '2' });
    if (typeof back === 'string') throw new Error('no way back');
    expect(same(applied(after, back), anna)).toBe(true);
  });

  it('that is no part of the record leaves it alone, and cannot be read from it', () => {
    const note: Change = { ...by, type: 'note.set', note: '3', from: 'a', to: 'b' };
    expect(applied(anna, note)).toBe(anna);
    expect(currentOf(anna, note)).toEqual({ known: false });
  });

  it('of what is not there removes nothing else', () => {
    const gone: Change = { ...by, type: 'email.set', at: 0, from: { address: other }, to: null };
    expect(applied(anna, gone).emails).toEqual(anna.emails);
  });

  it('makes the first address of somebody the primary one', () => {
    const first: Change = { ...by, type: 'email.set', at: 0, from: null, to: { address: other } };
    expect(applied(person({ emails: [] }), first).emails).toEqual([{ address: other, primary: true }]);
  });

  it('of a custom field that was empty stands behind the others', () => {
    const filled = applied(anna, { ...by, type: 'custom.set', field: '2', from: null, to: 'Pro' });
    expect(filled.fields.at(-1)).toMatchObject({ id: '2', value: 'Pro', custom: true });
    expect(applied(filled, { ...by, type: 'custom.set', field: '2', from: 'Pro', to: null }).fields).toEqual(
      anna.fields,
    );
  });
});

describe('what is read at the place of a change', () => {
  it('is neither of both where somebody else has changed it', () => {
    const change: Change = {
      ...by,
      type: 'email.set',
      at: 0,
      from: { address: other },
      to: { address: address('x@y.zz') },
    };
    expect(currentOf(anna, change)).toEqual({ known: true, value: null });
  });

  it('is that automatic replies go out where nothing is said', () => {
    const change: Change = { ...by, type: 'person.set', field: 'autoReplies', from: true, to: false };
    expect(currentOf(person({ autoReplies: false }), change)).toEqual({ known: true, value: false });
  });
});
