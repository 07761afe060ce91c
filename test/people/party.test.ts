import { describe, expect, it } from 'vitest';
import { cleanName, partiesFromText, party, partyFromText } from '@/utils/people/party';
import { viaName } from '@/utils/people/via';

describe('a name', () => {
  it.each([
    ['"Anna Berg"', 'Anna Berg'],
    ['‘Anna’', 'Anna'],
    ['  Anna\u00a0\u200b Berg ', 'Anna Berg'],
    ['\u202egreB annA\u202c', 'greB annA'],
    ["O'Neil, Pat", "O'Neil, Pat"],
    ['<b>Mallory</b>', '<b>Mallory</b>'],
    ["'Ada Birch' via dev", "'Ada Birch' via dev"],
  ])('%j is shown as %j', (text, shown) => {
    expect(cleanName(text)).toBe(shown);
  });

  it.each(['boss@example.com', '"boss@example.com"', '<boss@example.com>', 'boss＠example.com', "'boss@example.com'"])(
    'that is an address is none: %s',
    (text) => {
      expect(cleanName(text)).toBe('');
    },
  );

  it('of a megabyte is cut to what fits a line', () => {
    expect(cleanName('x'.repeat(1_000_000))).toHaveLength(300);
  });

  it('that only nearly is an address is read in no time, two hundred times', () => {
    const started = performance.now();
    for (let at = 0; at < 200; at += 1) cleanName(`${'@.'.repeat(590)} x`);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it.each(['a@b', '@example.com', 'a@.', 'a@b.', 'Anna @ example.com', 'x a@b.test'])(
    'that is no address stays: %s',
    (text) => {
      expect(cleanName(text)).toBe(text);
    },
  );
});

describe('a person as text', () => {
  it.each([
    ['Anna Berg <anna@example.com>', 'Anna Berg', 'anna@example.com'],
    ['Anna Berg<Anna@Example.COM>', 'Anna Berg', 'anna@example.com'],
    ['anna@example.com', '', 'anna@example.com'],
    ['<anna@example.com>', '', 'anna@example.com'],
    ['anna@example.com (Anna Berg)', 'Anna Berg', 'anna@example.com'],
    ['Anna <work> Berg <anna@example.com>', 'Anna <work> Berg', 'anna@example.com'],
    ['"boss@example.com" <mk@evil.test>', '', 'mk@evil.test'],
    ['"Boss <boss@example.com>" <mk@evil.test>', 'Boss <boss@example.com>', 'mk@evil.test'],
    ['Anna Berg', 'Anna Berg', null],
    ['Anna Berg <>', 'Anna Berg', null],
    ['Bücherei <leser@bücher.test>', 'Bücherei', 'leser@xn--bcher-kva.test'],
  ])('%j is %j at %j', (text, name, address) => {
    expect(partyFromText(text)).toMatchObject({ name, address });
  });

  it.each([
    ['at signs', 'a@'.repeat(500_000)],
    ['addresses and a bracket', `${'a@b '.repeat(250_000)})`],
    ['brackets that never close', '<a@b.test'.repeat(100_000)],
  ])('of a megabyte of %s names no address, at once', (_, text) => {
    const started = performance.now();
    expect(partyFromText(text)?.address ?? null).toBeNull();
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it.each(['', '<>', ' \u200b '])('%j is nobody', (text) => {
    expect(partyFromText(text)).toBeNull();
  });

  it('keeps how the page writes the address, without what a link adds', () => {
    expect(party('', 'Pat.ONeil+Invoices@KESTREL.test')?.shown).toBe('Pat.ONeil+Invoices@KESTREL.test');
    expect(party('', 'mailto:anna@bücher.test?subject=x')?.shown).toBe('anna@bücher.test');
  });
});

describe('a line of people', () => {
  const names = (text: string) =>
    partiesFromText(text, 200).list.map(({ name, address }) => `${name}|${address ?? ''}`);

  it.each([
    ['a@x.test, b@x.test', ['|a@x.test', '|b@x.test']],
    ['"Lis, Zofia" <z@x.test>; b@x.test', ['Lis, Zofia|z@x.test', '|b@x.test']],
    ['Adler, George <g@x.test>, b@x.test', ['Adler, George|g@x.test', '|b@x.test']],
    ['Anna，Berg <a@x.test>、b@x.test', ['Anna, Berg|a@x.test', '|b@x.test']],
    ['Anna; Ben', ['Anna|', 'Ben|']],
    ['"unclosed <a@x.test>, b@x.test', ['"unclosed|a@x.test', '|b@x.test']],
    ['undisclosed-recipients:;', []],
    ['', []],
  ])('%j has %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('of a megabyte is read at once, the first two hundred named and the rest counted', () => {
    const text = Array.from({ length: 50_000 }, (_, at) => `"P, ${at}" <p${at}@x.test>`).join(', ');
    const started = performance.now();
    const { list, more } = partiesFromText(text, 200);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(list).toHaveLength(200);
    expect(more).toBe(49_800);
  });

  it('of quotes only does not take its time', () => {
    const started = performance.now();
    partiesFromText('"'.repeat(200_001), 200);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('"X via Group"', () => {
  it.each([
    ["'Ada Birch' via dev", 'Ada Birch'],
    ['Ada Birch via dev', 'Ada Birch'],
    ['"Birch, Ada" via Support', 'Birch, Ada'],
  ])('%s is %s', (text, name) => {
    expect(viaName(text)).toBe(name);
  });

  it.each(['Ada Birch', 'Via Roma', 'Olivia Vialli', 'Ada via', "'ada@example.com' via dev"])('%s is not', (text) => {
    expect(viaName(text)).toBeNull();
  });
});
