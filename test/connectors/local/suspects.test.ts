import { beforeEach, describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/contract';
import { OWN } from '@/utils/connectors/local/connections';
import { bookDatabase } from '@/utils/connectors/local/database';
import { addressKeys, nameKeys } from '@/utils/connectors/local/keys';
import { makeSearcher } from '@/utils/connectors/local/search-answer';
import { makeSuspecter } from '@/utils/connectors/local/suspect-answer';
import { tellPairs } from '@/utils/connectors/local/suspect-pairs';
import type { DuplicatesTold, SuspectsTold } from '@/utils/connectors/told';
import type { FieldValue } from '@/utils/people/types';
import { add, nothingSaved } from './searcher';

beforeEach(nothingSaved);

interface Someone {
  readonly name: string;
  readonly mails?: readonly string[];
  readonly phone?: string;
  readonly org?: string;
  readonly born?: string;
  readonly kind?: 'agent';
}

/** People in the own book, with ids from 1 in this order. */
async function book(...people: readonly Someone[]): Promise<void> {
  const { organisations, customFields } = bookDatabase('own');
  const names = [...new Set(people.flatMap(({ org }) => org ?? []))];
  await organisations.bulkAdd(
    names.map((name, at) => ({ id: at + 1, name, key: name.toLowerCase(), createdAt: '2026-01-01T00:00:00Z' })),
  );
  await customFields.add({ title: 'Date of birth', type: 'date', order: 0 });
  await add(
    'own',
    people.map(({ name, mails = [], phone, org, born, kind }) => {
      const emails = mails.map(address);
      const fields: FieldValue[] = phone === undefined ? [] : [{ type: 'phone', value: phone }];
      const organisation = org === undefined ? 0 : names.indexOf(org) + 1;
      return {
        name,
        keys: addressKeys(emails),
        names: nameKeys(name),
        emails: emails.map((one, at) => (at === 0 ? { address: one, primary: true as const } : { address: one })),
        fields,
        ...(organisation === 0 ? {} : { memberships: [{ organisation }], orgs: [organisation] }),
        ...(born === undefined ? {} : { custom: { 1: born } }),
        ...(kind === undefined ? {} : { kind }),
      };
    }),
  );
}

const GIVEN = 'Olga Pavel Rita Sven Tomas Ulla Vera Walid Xenia Yusuf'.split(' ');
const FAMILY = 'Brandt Costa Dubois Eriksen Fontana Garcia'.split(' ');
const ENDS = 'berg dal ez feld gaard heim ides kov lund mark'.split(' ');

/** People of whom no two have more in common than a firm. */
const strangers: readonly Someone[] = Array.from({ length: 60 }, (_, n) => {
  const [given = '', family = ''] = [GIVEN[n % 10], `${FAMILY[n % 6]}${ENDS[Math.floor(n / 6)]}`];
  return {
    name: `${given} ${family}`,
    mails: [`${given}.${family}@${family}${n % 7}.example.com`.toLowerCase()],
    phone: `+49 ${30 + n} ${(n * 7_368_787 + 1_234_567) % 100_000_000}`,
    org: `Firm ${n % 9}`,
  };
});

/** A worker that was started anew. */
function worker() {
  const told: SuspectsTold[] = [];
  const ask = makeSuspecter(makeSearcher(() => {}).held, (one) => told.push(one));
  return async (id: string, connection = OWN): Promise<SuspectsTold['suspects']> => {
    await ask({ turn: 3, connection, suspectsOf: id, limit: 5 });
    expect(told.at(-1)).toMatchObject({ turn: 3, connection });
    return told.at(-1)?.suspects ?? null;
  };
}

const namesOf = (found: SuspectsTold['suspects']) => (found ?? []).map(({ person }) => person.name);

// What is common in a book is learned for each of these anew, which takes its time beside other work.
describe('Who may be the same person', { timeout: 30_000 }, () => {
  it('is found by the same phone in another spelling, with the reasons, and for both of them', async () => {
    const suspects = worker();
    await book(
      {
        name: 'Phương Thảo Nguyễn',
        mails: ['thao.nguyen@harbourfinch.example.com'],
        phone: '+84 28 5550 0142',
        org: 'Harbour & Finch',
      },
      { name: 'Thao Nguyen', mails: ['thao@home.example.org'], phone: '0084 28 55500142', org: 'Harbour & Finch' },
      ...strangers,
    );
    const found = await suspects('1');
    expect(namesOf(found)).toEqual(['Thao Nguyen']);
    expect(found?.[0]?.tier).not.toBe('possible');
    expect(found?.[0]?.tickets).toBe(0);
    expect(found?.[0]?.evidence).toContainEqual(
      expect.objectContaining({ kind: 'phone', level: 'same', left: '+84 28 5550 0142', right: '0084 28 55500142' }),
    );
    expect(found?.[0]?.evidence.some(({ kind }) => kind === 'organisation')).toBe(true);
    expect(namesOf(await suspects('2'))).toEqual(['Phương Thảo Nguyễn']);
  });

  it('is found by a name with a slip in it and the same address', async () => {
    const suspects = worker();
    await book(
      { name: 'Katharina Wolters', mails: ['k.wolters@example.com'] },
      { name: 'Katharina Wolter', mails: ['k.wolters@example.com', 'kw@example.net'] },
      ...strangers,
    );
    expect(namesOf(await suspects('1'))).toEqual(['Katharina Wolter']);
  });

  it('is nobody where people share no more than a firm', async () => {
    const suspects = worker();
    await book({ name: 'Ulrike Hansen', mails: ['ulrike@firm.example.com'], org: 'Firm 1' }, ...strangers);
    expect(await suspects('1')).toEqual([]);
  });

  it('is told with what speaks against it', async () => {
    const suspects = worker();
    await book(
      { name: 'Anna Keller', mails: ['anna@a.example.com'], phone: '+49 30 901820', born: '1980-01-02' },
      { name: 'Anna Keller', mails: ['keller@b.example.com'], phone: '+49 30 901820', born: '1980-01-02' },
      ...strangers,
    );
    const [found] = (await suspects('1')) ?? [];
    expect(found?.evidence).toContainEqual({
      kind: 'email',
      level: 'different',
      left: 'anna@a.example.com',
      right: 'keller@b.example.com',
    });
  });

  it('is found in a book of two: that two have one number is rare, however few there are', async () => {
    const suspects = worker();
    await book(
      { name: 'Katharina Wolters', mails: ['k.wolters@example.com'], phone: '+49 40 12345678' },
      { name: 'Kathi Wolters', mails: ['kw@example.net'], phone: '+49 40 12345678' },
    );
    expect(namesOf(await suspects('1'))).toEqual(['Kathi Wolters']);
  });

  it('may be somebody of one name alone, told as no more than that, unless the birthdays differ', async () => {
    const suspects = worker();
    await book(
      { name: 'Anna Keller', mails: ['anna@a.example.com'], born: '1980-01-02' },
      { name: 'Anna Keller', mails: ['keller@b.example.com'] },
      { name: 'Anna Keller', mails: ['ak@c.example.com'], born: '1994-11-23' },
      ...strangers,
    );
    expect((await suspects('1'))?.map(({ person, tier }) => [person.ref.id, tier])).toEqual([['2', 'possible']]);
  });

  it('is never an agent, and for an agent nobody', async () => {
    const suspects = worker();
    await book(
      { name: 'Jonas Wirth', mails: ['jonas@desk.example.com'], phone: '+49 30 111222', kind: 'agent' },
      { name: 'Jonas Wirth', mails: ['jonas@desk.example.com'], phone: '+49 30 111222' },
      ...strangers,
    );
    expect(await suspects('1')).toEqual([]);
    expect(await suspects('2')).toEqual([]);
  });

  it('is no longer somebody who was deleted, and somebody who came a moment ago', async () => {
    await book(
      { name: 'Katharina Wolters', mails: ['k.wolters@example.com'], phone: '+49 40 12345678' },
      { name: 'Katharina Wolters', mails: ['kw@example.net'], phone: '+49 40 12345678' },
      ...strangers,
    );
    const suspects = worker();
    const found = async () => namesOf(await suspects('1'));
    expect(await found()).toEqual(['Katharina Wolters']);
    const { people, touched } = bookDatabase('own');
    await bookDatabase('own').transaction('rw', people, touched, async () => {
      await people.delete(2);
      await touched.add({ person: 2 });
    });
    expect(await found()).toEqual([]);
    await add('own', [
      { name: 'Kathi Wolters', fields: [{ type: 'phone', value: '040 12345678' }], names: nameKeys('Kathi Wolters') },
    ]);
    expect(await found()).toEqual(['Kathi Wolters']);
  });

  it('is not told of a place that this worker does not hold', async () => {
    expect(await worker()('1', 'rt')).toBeNull();
  });

  it('is nobody for an id that nobody has', async () => {
    const suspects = worker();
    await book(...strangers);
    expect(await suspects('4711')).toEqual([]);
    expect(await suspects('no id')).toEqual([]);
  });
});

describe('All duplicates of a book', { timeout: 30_000 }, () => {
  async function all(signal?: AbortSignal): Promise<readonly DuplicatesTold[]> {
    const told: DuplicatesTold[] = [];
    await tellPairs(bookDatabase('own'), (one) => told.push(one), signal);
    return told;
  }

  it('are told with how far it has come, the surest first, each with its reasons', async () => {
    await book(
      ...strangers,
      { name: 'Katharina Wolters', mails: ['k.wolters@example.com'], phone: '+49 40 12345678', org: 'Firm 77' },
      { name: 'Katharina Wolters', mails: ['k.wolters@example.com'], phone: '+49 40 12345678', org: 'Firm 77' },
    );
    const told = await all();
    expect(told.map(({ state }) => state)).toEqual(['reading', 'reading', 'comparing', 'done']);
    expect(told.at(-1)).toMatchObject({ done: 62, total: 62, last: true });
    const pairs = told.flatMap((one) => one.pairs);
    expect(told.at(-1)?.found).toBe(pairs.length);
    expect(pairs[0]).toMatchObject({ left: '61', right: '62' });
    expect(pairs[0]?.evidence.filter(({ level }) => level === 'same').map(({ kind }) => kind)).toContain('email');
  });

  it('are none in an empty book, and none with agents', async () => {
    expect(await all()).toMatchObject([
      { state: 'reading' },
      { state: 'comparing' },
      { state: 'done', found: 0, last: true },
    ]);
    await book(
      { name: 'Jonas Wirth', mails: ['jonas@desk.example.com'], phone: '+49 30 111222', kind: 'agent' },
      { name: 'Jonas Wirth', mails: ['jonas@desk.example.com'], phone: '+49 30 111222' },
    );
    expect((await all()).at(-1)).toMatchObject({ state: 'done', done: 2, found: 0, pairs: [] });
  });

  it('leave out people of an import that is not finished', async () => {
    await book(
      { name: 'Katharina Wolters', mails: ['k.wolters@example.com'], phone: '+49 40 12345678' },
      ...strangers,
      { name: 'Katharina Wolters', mails: ['k.wolters@example.com'], phone: '+49 40 12345678' },
    );
    await bookDatabase('own').imports.add({ id: 'i', file: 'f.csv', at: '', people: [62, 63], organisations: [0, 0] });
    expect(
      (await all()).flatMap(({ pairs }) => pairs).filter(({ left, right }) => [left, right].includes('62')),
    ).toEqual([]);
  });

  it('are told no more once they are not wanted', async () => {
    await book(...strangers);
    const stop = new AbortController();
    stop.abort();
    expect(await all(stop.signal)).toEqual([]);
  });
});
