import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '@/utils/changes/types';
import { bookDatabase } from '@/utils/connectors/local/database';
import type { FieldType, FieldValue } from '@/utils/people/types';
import { emptyBooks, openBook } from './book';
import { create, refused, rowOf, run } from './writing';

beforeEach(emptyBooks);

const phone = (value: string, label?: string): FieldValue =>
  label === undefined ? { type: 'phone', value } : { type: 'phone', label, value };
const contact = (person: string, from: FieldValue | null, to: FieldValue | null, at = 9): Change<'contact.set'> => ({
  type: 'contact.set',
  person,
  at,
  from,
  to,
});

describe('A contact value', () => {
  it('is kept as it was typed, a number that cannot be one and a link that must not be followed too', async () => {
    const id = await create();
    await run(contact(id, null, phone('call me maybe')));
    await run(contact(id, null, { type: 'website', value: ' javascript:alert(1) ' }));
    await run(
      contact(id, null, { type: 'messenger', value: 'anna', label: '', parts: { service: 'Signal', city: '' } }),
    );
    expect((await rowOf(id)).fields).toEqual([
      { type: 'phone', value: 'call me maybe' },
      { type: 'website', value: 'javascript:alert(1)' },
      { type: 'messenger', value: 'anna', parts: { service: 'Signal' } },
    ]);
  });

  it('that is edited stays where it stands', async () => {
    const id = await create({ fields: [phone('1', 'Work'), phone('2'), phone('3')] });
    await run(contact(id, phone('1', 'Work'), phone('11', 'Home'), 0));
    await run(contact(id, phone('2'), null, 1));
    expect((await rowOf(id)).fields).toEqual([phone('11', 'Home'), phone('3')]);
    await run(contact(id, null, phone('2'), 1));
    expect((await rowOf(id)).fields).toEqual([phone('11', 'Home'), phone('2'), phone('3')]);
    for (const value of ['11', '2', '3']) {
      const there = (await rowOf(id)).fields?.find((field) => field.value === value) ?? phone('gone');
      await run(contact(id, there, null, 0));
    }
    expect(await rowOf(id)).not.toHaveProperty('fields');
  });

  it.each<[string, FieldValue]>([
    ['empty', phone('  ')],
    ['there already', phone('1', ' Work ')],
    ['endless', phone('1'.repeat(4_001))],
    ['called by a novel', phone('2', 'x'.repeat(501))],
    ['a custom field', { ...phone('2'), custom: true }],
  ])('that is %s is refused', async (_, value) => {
    const id = await create({ fields: [phone('1', 'Work')] });
    expect(await refused(contact(id, null, value))).toMatchObject({ kind: 'invalid' });
    expect((await rowOf(id)).fields).toEqual([phone('1', 'Work')]);
  });

  it('that somebody has changed meanwhile is a conflict that tells what it has become', async () => {
    const id = await create({ fields: [phone('1'), phone('5')] });
    await run(contact(id, phone('1'), phone('2'), 0));
    expect(await refused(contact(id, phone('1'), phone('3'), 0))).toMatchObject({
      kind: 'conflict',
      theirs: phone('2'),
    });
    await run(contact(id, phone('2'), null, 0));
    // What stands in its place now is another number.
    expect(await refused(contact(id, phone('2'), phone('3'), 0))).toMatchObject({ kind: 'conflict', theirs: null });
  });
});

describe('A custom field', () => {
  const define = (type: FieldType, choices?: readonly string[]): Promise<number> =>
    bookDatabase('own').customFields.add({ title: 'Plan', type, order: 1, ...(choices ? { choices } : {}) });
  const custom = (person: string, field: number | string, from: string | null, to: string | null) =>
    ({ type: 'custom.set', person, field: String(field), from, to }) as const;

  it.each<[FieldType, string, unknown]>([
    ['text', ' two\nlines ', 'two\nlines'],
    ['number', '12.345', '12.345'],
    ['date', '2026-11-21', '2026-11-21'],
    ['toggle', 'true', 'true'],
    ['choice', 'Team, monthly', 'Team, monthly'],
    ['choices', 'Solo\nTeam, monthly', ['Solo', 'Team, monthly']],
  ])('of type %s is kept by its rules, and can be taken back', async (type, to, kept) => {
    const field = await define(type, ['Solo', 'Team, monthly']);
    const id = await create();
    await run(custom(id, field, null, to));
    expect((await rowOf(id)).custom).toEqual({ [field]: kept });
    const person = await (await openBook('own')).get(id);
    expect(await refused(custom(id, field, null, to))).toMatchObject({
      kind: 'conflict',
      theirs: person.fields[0]?.value,
    });
    await run(custom(id, field, to, null));
    expect(await rowOf(id)).not.toHaveProperty('custom');
  });

  it.each<[FieldType, string]>([
    ['number', 'many'],
    ['date', '2026-02-30'],
    ['toggle', 'perhaps'],
    ['choice', 'Fleet'],
    ['choices', 'Solo\nFleet'],
    ['text', ' '],
    ['text', 'x'.repeat(4_001)],
  ])('of type %s refuses what is none', async (type, to) => {
    const field = await define(type, ['Solo', 'Team, monthly']);
    const id = await create();
    expect(await refused(custom(id, field, null, to))).toMatchObject({ kind: 'invalid' });
    expect(await rowOf(id)).not.toHaveProperty('custom');
  });

  it('that the book does not have is missing', async () => {
    const id = await create();
    expect(await refused(custom(id, 7, null, 'x'))).toMatchObject({ kind: 'missing' });
    expect(await refused(custom(id, 'constructor', null, 'x'))).toMatchObject({ kind: 'missing' });
  });
});
