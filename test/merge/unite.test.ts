import { describe, expect, it } from 'vitest';
import { address, person } from '@/test/support/people';
import { compare } from '@/utils/merge';
import type { FieldValue, Person } from '@/utils/people/types';

const mail = (text: string, primary = false, label?: string) => ({
  address: address(text),
  primary,
  ...(label === undefined ? {} : { label }),
});
const two = (a: Partial<Person>, b: Partial<Person>) => ({
  stays: person(a),
  goes: person({ ref: { connection: 'book', id: '2' }, mail: 'a@home.example', ...b }),
});
const phone = (value: string, label?: string): FieldValue => ({
  type: 'phone',
  value,
  ...(label === undefined ? {} : { label }),
});
const contacts = (a: readonly FieldValue[], b: readonly FieldValue[]) =>
  compare(two({ fields: a }, { fields: b })).contacts;

describe('addresses', () => {
  const both = two(
    { emails: [mail('anna@example.com', true), mail('shared@example.com')] },
    { emails: [mail('a@home.example', true, 'Home'), mail('shared@example.com', false, 'Team')] },
  );

  it('are united, each told from whom; the primary one stays', () => {
    expect(compare(both).addresses).toEqual([
      { address: 'anna@example.com', from: 'stays', primary: true },
      { address: 'shared@example.com', from: 'both', primary: false, label: 'Team' },
      { address: 'a@home.example', from: 'goes', primary: false, label: 'Home' },
    ]);
    expect(compare(both).primary).toBe('anna@example.com');
  });

  it('have the primary one that was chosen, if it is one of theirs', () => {
    const chosen = compare({ ...both, primary: address('a@home.example') });
    expect(chosen.addresses.filter(({ primary }) => primary)).toMatchObject([{ address: 'a@home.example' }]);
    expect(compare({ ...both, primary: address('nobody@example.com') }).primary).toBe('anna@example.com');
  });

  it('are the other’s where whoever stays has none', () => {
    const { stays, goes } = two({ emails: [] }, {});
    expect(compare({ stays, goes }).primary).toBe('a@home.example');
  });

  it('that the server cannot take over are lost, and never primary', () => {
    const lost = compare({
      ...both,
      primary: address('a@home.example'),
      can: (type) => !['email.set', 'person.merge'].includes(type),
    });
    expect(lost.addresses.at(-1)).toMatchObject({ from: 'goes', dropped: true, primary: false });
    expect(lost.primary).toBe('anna@example.com');
  });
});

describe('a contact value', () => {
  it('is the same however its number is written, and stays as it is written first', () => {
    const written = ['+49 30 901820', '0049 30/90 18 20', '+49 (0)30 901820', 'tel:+4930901820', '+٤٩ ٣٠ ٩٠١٨٢٠'];
    for (const other of written) {
      expect(contacts([phone('+49 30 901820')], [phone(other)]), other).toMatchObject([
        { value: { value: '+49 30 901820' }, from: 'both' },
      ]);
    }
  });

  it('is another one with another extension or another number', () => {
    for (const other of ['+49 30 901820 ext. 5', '+49 30 901821', '+48 30 901820']) {
      expect(contacts([phone('+49 30 901820')], [phone(other)]), other).toHaveLength(2);
    }
  });

  it('tells how the other writes it, since that is lost', () => {
    expect(contacts([phone('030/123', 'Work')], [phone('030 123', 'Office')])).toEqual([
      { value: phone('030/123', 'Work'), from: 'both', other: phone('030 123', 'Office') },
    ]);
    expect(contacts([phone('030 123')], [phone('030 123')])).toEqual([{ value: phone('030 123'), from: 'both' }]);
  });

  it('is called as the other calls it where it has no name, but never twice the same', () => {
    expect(contacts([phone('030 123')], [phone('030 123', 'Work')])).toEqual([
      { value: phone('030 123', 'Work'), from: 'both' },
    ]);
    const twice = contacts([phone('030 123'), phone('030 123', 'Work')], [phone('030 123', 'Work')]);
    expect(twice.map(({ value }) => value)).toEqual([phone('030 123'), phone('030 123', 'Work')]);
  });

  it('is the same by where it leads', () => {
    const same: readonly (readonly [FieldValue['type'], string, string])[] = [
      ['website', 'https://www.Bauer.example/', 'bauer.example'],
      ['twitter', '@anna', 'https://twitter.com/anna'],
      ['postal', 'Hauptstr. 5\n10115 Berlin', 'Hauptstr. 5, 10115  berlin'],
      ['text', 'Call  first', 'call first'],
    ];
    for (const [type, a, b] of same) {
      expect(contacts([{ type, value: a }], [{ type, value: b }]), type).toHaveLength(1);
    }
    expect(
      contacts([{ type: 'website', value: 'b.example/A' }], [{ type: 'website', value: 'b.example/a' }]),
    ).toHaveLength(2);
  });

  it('of another service, or a text of another name, is another', () => {
    const chat = (service: string): FieldValue => ({ type: 'messenger', value: 'anna', parts: { service } });
    expect(contacts([chat('Skype')], [chat('Signal')])).toHaveLength(2);
    expect(contacts([chat('Skype')], [chat('skype')])).toHaveLength(1);
    const text = (label: string): FieldValue => ({ type: 'text', value: '7', label });
    expect(contacts([text('Floor')], [text('Desk')])).toHaveLength(2);
  });

  it('that is empty does not come over, and a custom field is none', () => {
    const field: FieldValue = { type: 'text', value: 'x', custom: true, id: '1' };
    expect(contacts([], [phone(' '), field])).toEqual([]);
  });
});

describe('labels, groups', () => {
  it('are united; the same label in other letters is the same', () => {
    const { labels } = compare(two({ labels: ['VIP', 'late'] }, { labels: ['vip', 'press', 'Press'] }));
    expect(labels).toEqual([
      { label: 'VIP', from: 'both' },
      { label: 'late', from: 'stays' },
      { label: 'press', from: 'goes' },
    ]);
  });

  it('are told as lost where the server cannot set them', () => {
    const [beta, press] = [
      { id: '2', name: 'Beta' },
      { id: '3', name: 'Press' },
    ];
    const people = two({ groups: [beta], labels: [] }, { groups: [beta, press], labels: ['vip'] });
    const can = (type: string) => !['group.set', 'label.set', 'person.merge'].includes(type);
    const { groups, labels } = compare({ ...people, can });
    expect(groups).toEqual([
      { ...beta, from: 'both' },
      { ...press, from: 'goes', dropped: true },
    ]);
    expect(labels).toEqual([{ label: 'vip', from: 'goes', dropped: true }]);
    // A server with a merge of its own unites them by itself.
    const own = compare({ ...people, can: (type) => type === 'person.merge' });
    expect(own.groups.some(({ dropped }) => dropped)).toBe(false);
  });
});
