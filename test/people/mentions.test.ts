import { describe, expect, it } from 'vitest';
import { firstParty } from '@/utils/people/mentions';

describe('a person named in a text', () => {
  it.each([
    ['anna@example.com', '', 'anna@example.com'],
    ['  Anna Keller <Anna@Example.com> ', 'Anna Keller', 'anna@example.com'],
    ['mailto:anna%40example.com?subject=Hi%20ben@example.com', '', 'anna@example.com'],
    ['mailto:anna@example.com,ben@example.com', '', 'anna@example.com'],
    ['Write to anna@example.com, or to ben@example.com.', '', 'anna@example.com'],
    ['see (anna@example.com)', '', 'anna@example.com'],
    ['Kim <kim@bücher.example>', 'Kim', 'kim@xn--bcher-kva.example'],
    ["Ask o'brien@example.com today", '', "o'brien@example.com"],
    ["Ask 'anna@example.com', not 'ben@example.com'", '', 'anna@example.com'],
    ['"ceo@bank.example" <thief@evil.test>', '', 'thief@evil.test'],
  ])('%s', (text, name, mail) => {
    expect(firstParty(text)).toMatchObject({ name, address: mail });
  });

  it.each([['Anna Keller'], [''], ['@example.com'], ['price @ 5 each'], ['a@b']])('names nobody: %s', (text) => {
    expect(firstParty(text)?.address ?? null).toBe(text === 'a@b' ? 'a@b' : null);
  });
});
