import { describe, expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';
import type { FieldValue } from '@/utils/people/types';

const work: FieldValue = { type: 'phone', label: 'Work', value: '+49 30 1' };
const site: FieldValue = { type: 'website', value: 'https://example.com' };
const anna = person({ fields: [work, site, { type: 'text', value: 'C-7', custom: true, id: '1' }] });
const mobile: FieldValue = { type: 'phone', value: '+49 171 2' };
const edit = (from: FieldValue | null, to: FieldValue | null, who = anna) =>
  planned(who, { action: 'edit-contact', input: { from, to } as never });
const change = { type: 'contact.set', person: '1' };

describe('a contact value', () => {
  it('is added after the others; custom fields do not count', async () => {
    expect(await edit(null, { ...mobile, value: ' +49 171 2 ', label: '', parts: { x: '' } })).toEqual([
      { ...change, at: 2, from: null, to: mobile },
    ]);
  });

  it('is edited in its place and removed from it', async () => {
    expect(await edit(site, { ...site, value: 'https://example.org' })).toMatchObject([{ at: 1, from: site }]);
    expect(await edit(work, null)).toEqual([{ ...change, at: 0, from: work, to: null }]);
  });

  it('that says nothing, or is there already, is refused', async () => {
    expect(await edit(null, { type: 'phone', value: ' ' })).toEqual(['invalid', undefined]);
    expect(await edit(null, null)).toEqual(['invalid', undefined]);
    expect(await edit(null, work)).toEqual([]);
    const both = person({ fields: [work, mobile] });
    expect(await edit(work, mobile, both)).toEqual(['invalid', undefined]);
  });

  it('of a postal address may be its parts alone', async () => {
    expect(await edit(null, { type: 'postal', value: '', parts: { city: 'Bern' } })).toMatchObject([{ at: 2 }]);
  });

  it('that somebody else has changed is told, where it is plain which one it was', async () => {
    expect(await edit(mobile, null)).toEqual([]);
    expect(await edit(mobile, { ...mobile, value: '3' })).toEqual(['conflict', work]);
    expect(await edit(mobile, { ...mobile, value: '3' }, person({ fields: [work, { ...work, value: '9' }] }))).toEqual([
      'conflict',
      null,
    ]);
    expect(await edit(mobile, work)).toEqual([]);
  });
});

describe('undo', () => {
  it.each([
    ['added', null, mobile],
    ['edited', { type: 'website', value: 'https://bauer.example' }, { type: 'website', value: 'https://new.example' }],
    ['removed', { type: 'phone', label: 'Work', value: '+49 30 901820' }, null],
  ] as const)('of an %s value restores everything, in its place', async (_, from, to) => {
    const { before, after, undone } = await ranAndUndone(() => ({
      action: 'edit-contact',
      input: { from, to } as never,
    }));
    expect(after.person.fields).not.toEqual(before.person.fields);
    expect(undone).toEqual(before);
  });
});
