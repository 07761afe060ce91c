// Real programs' exports, read in place. What a good reader gets out of each stands in their index.json.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { preferred, readCards } from '@/utils/vcard/read';
import type { Card } from '@/utils/vcard/types';
import { writeCard } from '@/utils/vcard/write';

const folder = fileURLToPath(new URL('../../../shared/fixtures/vcard/', import.meta.url));
const there = existsSync(`${folder}index.json`);
if (!there) console.log('The sample vCards are not there: their tests are left out.');

interface Wanted {
  readonly files: Readonly<Record<string, { readonly cards: readonly Readonly<Record<string, unknown>>[] }>>;
}

const index: Wanted = there ? JSON.parse(readFileSync(`${folder}index.json`, 'utf8')) : { files: {} };
const files = Object.entries(index.files);

const tidy = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, tidy(one)]));
};

const KNOWN = ['cell', 'fax', 'home', 'pager', 'work'];
const known = (types: readonly string[]): readonly string[] => KNOWN.filter((type) => types.includes(type));

/** A card as the index describes one. */
function told(card: Card): Readonly<Record<string, unknown>> {
  return {
    version: card.version,
    fn: card.fn,
    n: card.n,
    emails: card.emails.map(({ value }) => value),
    preferredEmail: preferred(card.emails)?.value,
    phones: card.phones.map(({ value, ext, types }) => ({
      value,
      ...(ext === undefined ? {} : { ext }),
      types: known(types),
    })),
    org: card.org,
    title: card.title,
    nickname: card.nickname,
    bday: card.bday,
    urls: card.urls.map(({ value }) => value),
    addresses: card.addresses.map(({ pobox, extended, street, locality, region, postcode, country, types }) =>
      JSON.parse(JSON.stringify({ pobox, extended, street, locality, region, postcode, country, types: known(types) })),
    ),
    photo: card.photo !== undefined,
  };
}

const bytesOf = (name: string): Uint8Array => readFileSync(folder + name);

describe.skipIf(!there)('Exports of real programs', () => {
  test('All of them are there', () => {
    expect(files).toHaveLength(40);
  });

  for (const [name, { cards }] of files) {
    test(`${name} is read right in every field`, () => {
      const read = readCards(bytesOf(name));
      expect(read).toHaveLength(cards.length);
      for (const [at, wanted] of cards.entries()) {
        const got = read[at] && told(read[at].card);
        const asked = Object.fromEntries(Object.keys(wanted).map((key) => [key, got?.[key]]));
        expect(tidy(asked)).toEqual(tidy(wanted));
      }
    });
  }

  const cards = (): readonly Card[] => files.flatMap(([name]) => readCards(bytesOf(name)).map(({ card }) => card));
  const again = (card: Card, version: '2.1' | '3.0' | '4.0'): Card => {
    const [read, ...more] = readCards(new TextEncoder().encode(writeCard(card, version)));
    if (read === undefined || more.length > 0 || read.problems.length > 0) throw new Error(writeCard(card, version));
    return { ...read.card, version: card.version };
  };

  for (const version of ['2.1', '3.0', '4.0'] as const) {
    test(`Nothing of any card is lost in an export as ${version}`, () => {
      for (const card of cards()) expect(again(card, version)).toEqual(card);
    });
  }

  test('Nothing of any card is lost from 2.1 to 3.0 to 4.0 and back', () => {
    for (const card of cards()) {
      expect(again(again(again(again(card, '2.1'), '3.0'), '4.0'), '2.1')).toEqual(card);
    }
  });

  test('Exports keep to lines of 75 bytes', () => {
    const long = cards().flatMap((card) =>
      writeCard(card, '4.0')
        .split('\r\n')
        .filter((line) => new TextEncoder().encode(line).length > 75),
    );
    expect(long).toEqual([]);
  });
});
