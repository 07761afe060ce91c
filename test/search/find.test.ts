import { describe, expect, it } from 'vitest';
import { mark } from '@/utils/search/tokens';
import { ask, entry, ids, index } from './book';

describe('Finding people by their words', () => {
  const people = index(
    entry(1, { name: 'Anna Keller', addresses: ['anna.keller@example.com'] }),
    entry(2, { name: 'Maximilian Kellermann', addresses: ['m.kellermann@example.org'] }),
    entry(3, { name: 'Katrin Bauer', addresses: ['katrin@example.com'], texts: ['Kellerei manager', 'Keller AG'] }),
    entry(4, { name: 'Ben Wolf', addresses: ['keller@wolf.example'] }),
  );

  it('takes words in any order, each whole or begun', () => {
    expect(ids(people, 'keller anna')).toEqual([1]);
    expect(ids(people, 'KEL an')).toEqual([1]);
    expect(ids(people, 'kellerm max')).toEqual([2]);
    expect(ids(people, 'anna bauer')).toEqual([]);
  });

  it('puts whole before begun words, and the name before an address before the rest', () => {
    expect(ids(people, 'keller')).toEqual([1, 4, 3, 2]);
  });

  it('finds an address by itself, its beginning, its domain and the words in it', () => {
    for (const text of ['anna.keller@example.com', 'anna.keller@ex', '<Anna.Keller@Example.com>', 'anna.keller']) {
      expect(ids(people, text)).toEqual([1]);
    }
    expect(ids(people, '@wolf.ex')).toEqual([4]);
    expect([...ids(people, 'example.com')].sort()).toEqual([1, 3]);
  });

  it('counts all of them whatever the limit', () => {
    expect(ask(people, 'keller', {}, 2)).toMatchObject({ total: 4, found: [{ id: 1 }, { id: 4 }] });
    expect(ask(people, '', {}, 1)).toMatchObject({ total: 4 });
  });

  it('finds nobody by nothing but signs', () => {
    for (const text of ['@', '...', '+']) expect(ask(people, text).total).toBe(0);
  });

  it('finds nobody in an empty book', () => {
    expect(ask(index(), 'anna')).toEqual({ found: [], total: 0 });
  });
});

describe('Finding people by their phone', () => {
  const people = index(
    entry(1, { name: 'Anna', phones: ['+49 30 1234567'] }),
    entry(2, { name: 'Ben', phones: ['+1 (212) 555-0100'] }),
    entry(3, { name: 'Cleo', phones: ['+49 40 1234567'] }),
    entry(4, { name: 'Dan', texts: ['Neuenkamp 1, 01183 Ulm'] }),
  );

  it.each(['+49 30 1234567', '0049301234567', '030/1234567', '(030) 123-4567', '49301234', '٠٣٠١٢٣٤٥٦٧'])(
    'finds one by %s',
    (text) => {
      expect(ids(people, text)).toEqual([1]);
    },
  );

  it('finds all with the same last seven digits by those alone', () => {
    expect(ids(people, '123 45 67')).toEqual([1, 3]);
    expect(ids(people, '2125550100')).toEqual([2]);
  });

  it('finds nobody by a longer number that only ends alike', () => {
    expect(ids(people, '+43 50 1234567')).toEqual([]);
  });

  it('takes a house and a postcode for what they are', () => {
    expect(ids(people, 'Neuenkamp 1 01183')).toEqual([4]);
  });

  it('finds a number beside a name', () => {
    expect(ids(people, 'anna 030 1234567')).toEqual([1]);
    expect(ids(people, 'ben 030 1234567')).toEqual([]);
  });
});

describe('Finding people by misspelt words', () => {
  const people = index(
    entry(1, { name: 'Anna Keller' }),
    entry(2, { name: 'Anna Kessler' }),
    entry(3, { name: 'Łukasz Żółć-Wiśniewski' }),
    entry(4, { name: 'Max Mayer' }),
    entry(5, { name: 'Ben Maier' }),
    entry(6, { name: 'Юлия Ковалёва', texts: ['4711234'] }),
  );

  it.each([
    ['kelelr', 1],
    ['keler', 1],
    ['kelller', 1],
    ['kelker', 1],
    ['eller', 1],
    ['xkeller', 1],
    ['kessller', 2],
    ['wisniewksi', 3],
    ['wizniew', 3],
    ['коволева', 6],
  ])('%s', (text, id) => {
    expect(ids(people, text)).toContain(id);
  });

  it('leaves alone a word that is there', () => {
    expect(ids(people, 'keller')).toEqual([1]);
  });

  it('tries a word that is there where nobody has all of them', () => {
    expect(ids(people, 'max maier')).toEqual([4]);
  });

  it('never takes another number for a slip', () => {
    expect(ids(people, '4711235')).toEqual([]);
    expect(ids(people, '4711234')).toEqual([6]);
  });

  it('leaves short words as they are', () => {
    expect(ids(people, 'ana')).toEqual([]);
  });

  it('does not take two slips for one', () => {
    expect(ids(people, 'kxlxer')).toEqual([]);
  });
});

describe('Filters, sorting and other ways in', () => {
  const people = index(
    entry(1, { name: 'Zoë', created: 10, seen: 5, marks: [mark.customer, mark.group('1'), mark.label('VIP')] }),
    entry(2, { name: 'Émile', created: 30, seen: 0, marks: [mark.agent, mark.team('1')] }),
    entry(3, { name: 'anna', created: 20, seen: 9, marks: [mark.customer, mark.label('vip'), mark.label('VIP two')] }),
  );

  it('leave only those who have all of the marks', () => {
    expect(ids(people, '', { marks: [mark.agent] })).toEqual([2]);
    expect(ids(people, '', { marks: [mark.customer, mark.label('VIP')] })).toEqual([1]);
    expect(ids(people, 'zo', { marks: [mark.agent] })).toEqual([]);
    expect(ids(people, '', { marks: [mark.group('11')] })).toEqual([]);
  });

  it('cannot be typed', () => {
    expect(ids(people, mark.agent)).toEqual(ids(people, 'a'));
    expect(ids(people, mark.label('VIP'))).toEqual([]);
  });

  it('sort by name, by age, and by who was seen last', () => {
    expect(ids(people, '', { sort: 'name' })).toEqual([3, 2, 1]);
    expect(ids(people, '', { sort: 'newest' })).toEqual([2, 3, 1]);
    expect(ids(people, '', { sort: 'last-seen' })).toEqual([3, 1, 2]);
    expect(ids(people, '')).toEqual([3, 2, 1]);
  });

  it('put first who was found in another way, if the marks leave them', () => {
    expect(ids(people, 'anna', { also: [2] })).toEqual([2, 3]);
    expect(ids(people, '7', { also: [1, 2, 99], marks: [mark.customer] })).toEqual([1]);
    expect(ask(people, 'anna', { also: [3] })).toEqual({ total: 1, found: [{ id: 3, score: 0 }] });
  });
});
