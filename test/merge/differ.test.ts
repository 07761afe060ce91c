import { describe, expect, it } from 'vitest';
import { address, person } from '@/test/support/people';
import { compare, type Keep } from '@/utils/merge';
import type { FieldValue, Person } from '@/utils/people/types';

const stays = (some: Partial<Person> = {}) => person({ mail: 'anna@example.com', ...some });
const goes = (some: Partial<Person> = {}) =>
  person({ ref: { connection: 'book', id: '2' }, mail: 'a@home.example', ...some });
const rows = (a: Partial<Person>, b: Partial<Person>, keep: Keep = {}) =>
  compare({ stays: stays(a), goes: goes(b), keep }).differing;
const custom = (id: string, value: string, more: Partial<FieldValue> = {}): FieldValue => ({
  type: 'text',
  value,
  custom: true,
  id,
  ...more,
});

describe('a value that differs', () => {
  it('is a row with both, the one who stays wins, the other is dropped', () => {
    expect(rows({ name: 'Anna Keller' }, { name: 'A. Keller' })).toEqual([
      {
        key: 'name',
        what: 'name',
        stays: 'Anna Keller',
        goes: 'A. Keller',
        byDefault: 'stays',
        wins: 'stays',
        dropped: 'A. Keller',
      },
    ]);
  });

  it('is chosen of either, and what loses is named', () => {
    const chosen = rows(
      { summary: 'Old.', timezone: 'Europe/Berlin' },
      { summary: 'New.', timezone: 'Asia/Tokyo' },
      {
        summary: 'goes',
        timezone: 'stays',
      },
    );
    expect(chosen.map(({ key, wins, byDefault, dropped }) => [key, wins, byDefault, dropped])).toEqual([
      ['summary', 'goes', 'stays', 'Old.'],
      ['timezone', 'stays', 'stays', 'Asia/Tokyo'],
    ]);
  });

  it('that only the other has is taken over, and nothing is dropped', () => {
    expect(rows({}, { language: 'vi' })).toMatchObject([{ stays: null, goes: 'vi', wins: 'goes', dropped: null }]);
    expect(rows({}, { language: 'vi' }, { language: 'stays' })).toMatchObject([{ wins: 'stays', dropped: 'vi' }]);
  });

  it('that only whoever stays has is no row, nor is one that both have', () => {
    const has = { summary: 'Prefers the phone.', timezone: 'Europe/Berlin', picture: 'data:image/png;base64,AA' };
    expect(rows(has, {})).toEqual([]);
    expect(rows(has, { ...has, summary: ' Prefers the phone.\n' })).toEqual([]);
  });

  it('stands in the order of a profile, with custom fields in theirs', () => {
    const comparison = compare({
      stays: stays({ name: 'Anna', summary: 'a', language: 'de', fields: [custom('1', 'C-7'), custom('2', 'Pro')] }),
      goes: goes({ name: 'Ann', summary: 'b', language: 'vi', fields: [custom('1', 'C-8'), custom('2', 'Basic')] }),
      definitions: [
        { id: '2', title: 'Plan', type: 'choice' },
        { id: '1', title: 'Contract', type: 'text' },
      ],
    });
    expect(comparison.differing.map(({ key, title }) => [key, title])).toEqual([
      ['name', undefined],
      ['summary', undefined],
      ['language', undefined],
      ['custom:2', 'Plan'],
      ['custom:1', 'Contract'],
    ]);
  });

  it('is left where it is by a server that cannot take the other', () => {
    const can = (type: string) => type !== 'person.set' && type !== 'custom.set';
    const comparison = compare({
      stays: stays({ fields: [custom('1', 'C-7')] }),
      goes: goes({ language: 'vi', fields: [custom('1', 'C-8')] }),
      keep: { language: 'goes', 'custom:1': 'goes' },
      can,
    });
    expect(comparison.differing).toMatchObject([
      { key: 'language', wins: 'stays', dropped: 'vi', fixed: true },
      { key: 'custom:1', wins: 'stays', dropped: 'C-8', fixed: true },
    ]);
  });
});

describe('a name', () => {
  it('is taken of the other where whoever stays is called by an address only', () => {
    expect(rows({ name: 'anna@example.com' }, { name: 'Anna Keller' })).toMatchObject([{ byDefault: 'goes' }]);
    expect(rows({ name: '' }, { name: 'Anna Keller' })).toMatchObject([{ byDefault: 'goes', dropped: null }]);
  });

  it('that is but an address is no other name', () => {
    expect(rows({ name: 'Anna Keller' }, { name: 'a@home.example' })).toEqual([]);
    expect(rows({ name: 'anna@example.com' }, { name: 'a@home.example' })).toMatchObject([{ byDefault: 'stays' }]);
  });
});

describe('automatic replies', () => {
  it('that were stopped for either stay stopped unless the agent says otherwise', () => {
    expect(rows({ autoReplies: false }, {})).toMatchObject([{ stays: 'false', goes: 'true', byDefault: 'stays' }]);
    expect(rows({}, { autoReplies: false })).toMatchObject([{ stays: 'true', goes: 'false', byDefault: 'goes' }]);
    expect(rows({ autoReplies: true }, {})).toEqual([]);
  });
});

describe('a custom field', () => {
  it('is called as its definition is, or else as the record calls it', () => {
    expect(rows({ fields: [custom('1', 'x')] }, { fields: [custom('1', 'y', { label: 'Contract' })] })).toMatchObject([
      { key: 'custom:1', what: 'custom', title: 'Contract', type: 'text', stays: 'x', goes: 'y' },
    ]);
  });

  it('says the same in whatever order its choices stand, and however it is typed', () => {
    const choices = (value: string) => ({ fields: [custom('3', value, { type: 'choices' })] });
    expect(rows(choices('A\nB'), choices('B\n A'))).toEqual([]);
    expect(rows(choices('A\nB'), choices('B'))).toHaveLength(1);
    const toggle = (value: string) => ({ fields: [custom('4', value, { type: 'toggle' })] });
    expect(rows(toggle('true'), toggle('yes'))).toEqual([]);
  });

  it('without a value is none', () => {
    expect(rows({ fields: [custom('1', 'x')] }, { fields: [custom('1', ' ')] })).toEqual([]);
    expect(rows({ fields: [custom('1', '')] }, { fields: [custom('1', 'x')] })).toMatchObject([{ byDefault: 'goes' }]);
  });
});

describe('organisations', () => {
  const bauer = { organisation: '7', name: 'Bauer', position: 'Buyer' };
  const acme = { organisation: '5', name: 'Acme', position: 'Head' };
  const two = { stays: stays({ memberships: [bauer] }), goes: goes({ memberships: [acme] }) };

  it('are both kept where a person can be in several', () => {
    expect(compare(two).differing).toEqual([]);
    expect(compare(two).memberships).toEqual([
      { membership: bauer, from: 'stays' },
      { membership: acme, from: 'goes' },
    ]);
  });

  it('are chosen between where only one can stay, by name', () => {
    const one = compare({ ...two, oneOrganisation: true });
    expect(one.differing).toMatchObject([
      { key: 'organisation', stays: 'Bauer', goes: 'Acme', wins: 'stays', dropped: 'Acme' },
    ]);
    expect(one.memberships).toEqual([{ membership: bauer, from: 'stays' }]);
    const other = compare({ ...two, oneOrganisation: true, keep: { organisation: 'goes' } });
    expect(other.differing).toMatchObject([{ wins: 'goes', dropped: 'Bauer' }]);
    expect(other.memberships).toEqual([{ membership: acme, from: 'goes' }]);
  });

  it('of which whoever stays has none come from the other', () => {
    const none = compare({ stays: stays(), goes: two.goes, oneOrganisation: true });
    expect(none.differing).toMatchObject([{ key: 'organisation', wins: 'goes', dropped: null }]);
    expect(none.memberships).toMatchObject([{ from: 'goes' }]);
  });

  it('that both are in leave the position there to be chosen, and who is the manager', () => {
    const found = rows(
      { memberships: [bauer] },
      { memberships: [{ ...bauer, position: 'Head of purchasing', manager: true }] },
    );
    expect(found).toMatchObject([
      { key: 'position:7', title: 'Bauer', stays: 'Buyer', goes: 'Head of purchasing', wins: 'stays' },
      { key: 'manager:7', title: 'Bauer', stays: 'false', goes: 'true', wins: 'stays' },
    ]);
    expect(rows({ memberships: [{ ...bauer, position: '' }] }, { memberships: [bauer] })).toMatchObject([
      { key: 'position:7', stays: null, wins: 'goes', dropped: null },
    ]);
  });
});

it('Nobody has a row who is the same in all', () => {
  const same = { name: 'Anna', emails: [{ address: address('a@example.com'), primary: true }], language: 'de' };
  expect(rows(same, same)).toEqual([]);
});
