import { beforeEach, describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/contract';
import { loadSample } from '@/utils/connectors/local';
import { bookDatabase } from '@/utils/connectors/local/database';
import { addressKeys, nameKeys } from '@/utils/connectors/local/keys';
import { editDistance } from '@/utils/people/domain-distance';
import { emptyBooks, openBook } from './book';

beforeEach(async () => {
  await emptyBooks();
  await loadSample(new Date('2026-11-21T12:00:00Z'));
});

async function near(text: string | null, name = '') {
  const session = await openBook('sample');
  const hits = await session.reads.near?.({ address: text === null ? null : address(text), name });
  return (hits ?? []).map(({ person, reason }) => [person.name, reason]);
}

async function add(name: string, ...texts: string[]): Promise<void> {
  const addresses = texts.map(address);
  await bookDatabase('sample').people.add({
    name,
    keys: addressKeys(addresses),
    names: nameKeys(name),
    emails: addresses.map((one, index) => (index === 0 ? { address: one, primary: true } : { address: one })),
    facts: { createdAt: '2026-01-01T00:00:00Z', creationSystem: 'panel' },
    revision: 1,
  });
}

describe('Near matches', () => {
  it('name Marie at the domain without the hyphen, and nobody else', async () => {
    expect(await near('marie.sorensen@bauer-sohn.example.org', 'Marie Sørensen')).toEqual([
      ['Marie Sørensen', { kind: 'similar-address', address: 'marie.sorensen@bauersohn.example.org', sameName: true }],
    ]);
  });

  it('name the person whose domain differs by a letter that looks alike', async () => {
    expect(await near('anna.keller@examp1e.com')).toEqual([
      ['Anna Keller', { kind: 'similar-address', address: 'anna.keller@example.com', sameName: false }],
    ]);
  });

  it('suggest the same Gmail address with other dots', async () => {
    await add('Dotty', 'd.ot.ty@googlemail.com');
    expect(await near('dotty@gmail.com')).toEqual([['Dotty', { kind: 'dots', address: 'd.ot.ty@googlemail.com' }]]);
  });

  it('suggest people of the same name, written without its marks, for a name without address', async () => {
    expect(await near(null, 'Phuong Thao NGUYEN')).toEqual([
      ['Phương Thảo Nguyễn', { kind: 'name', address: 'thao.nguyen@harbourfinch.example.com' }],
    ]);
  });

  it('are none for a stranger, and never the person who has the address', async () => {
    expect(await near('nobody@elsewhere.example.com', 'Nobody Known')).toEqual([]);
    expect(await near('anna.keller@example.com', 'Anna Keller')).toEqual([]);
  });

  it('are five at most', async () => {
    for (const index of Array.from({ length: 9 }).keys()) await add('Kim Same', `kim${index}@example.com`);
    expect(await near(null, 'Kim Same')).toHaveLength(5);
  });
});

describe('Searching the book', () => {
  const search = async (text: string, limit = 10) => {
    const part = await (await openBook('sample')).reads.search?.(
      { text, role: 'anyone', group: null, label: null, sort: 'best' },
      { limit },
    );
    return { names: part?.items.map(({ person }) => person.name), total: part?.total };
  };

  it.each([
    ['anna', ['Anna Keller']],
    ['KELLER', ['Anna Keller']],
    ['anna kel', ['Anna Keller']],
    ['thao', ['Thao N.', 'Phương Thảo Nguyễn']],
    ['dąbr', ['Łucja Dąbrowska']],
    ['anna.keller@ex', ['Anna Keller']],
    ['carters@example.net', ['John Carter', 'Mary Carter']],
    ['田中', ['田中 由紀']],
    ['zzz', []],
  ])('finds by the beginning of a name, a word of it or an address: %s', async (text, names) => {
    expect(await search(text)).toEqual({ names, total: names.length });
  });

  it('says how many there are when it shows fewer', async () => {
    const { names, total } = await search('office', 2);
    expect([names?.length, total]).toEqual([2, 3]);
  });

  it('does not take the sign of another index for an address', async () => {
    expect(await search('+')).toEqual({ names: [], total: 0 });
  });

  it('lists organisations by the beginning of any word, with their people', async () => {
    const session = await openBook('sample');
    const part = await session.reads.organisations?.('Bauer', { limit: 5 });
    expect(part?.items.map(({ name, people }) => [name, people])).toEqual([
      ['Bauer & Sohn', 8],
      ['Bauernhof Kollektiv', 2],
    ]);
    expect((await session.reads.organisations?.('finch', { limit: 5 }))?.items.map(({ name }) => name)).toEqual([
      'Finch Freelance',
      'Harbour & Finch Logistics',
    ]);
  });
});

it('Counts the letters between two domains, up to a limit', () => {
  expect(editDistance('example.com', 'examp1e.com', 2)).toBe(1);
  expect(editDistance('example.com', 'exampel.com', 2)).toBe(2);
  expect(editDistance('example.com', 'other.test', 2)).toBe(3);
  expect(editDistance('a', '', 2)).toBe(1);
});
