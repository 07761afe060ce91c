import { describe, expect, it } from 'vitest';
import { cleanText, isNoReply, parseAddress, withoutDots, withoutTag } from '@/utils/people/address';
import { address } from './messages';

describe('an address', () => {
  it.each([
    ['Anna@Example.COM', 'anna@example.com'],
    ['  <anna@example.com> ', 'anna@example.com'],
    ['Anna <x> <anna@example.com>', 'anna@example.com'],
    ['mailto:anna%2Bshop@example.com?subject=hi', 'anna+shop@example.com'],
    ['mailto:anna@bücher.test', 'anna@xn--bcher-kva.test'],
    ['anna\u200b@exam\u00adple.com', 'anna@example.com'],
    ['\u202eanna@example.com\u202c', 'anna@example.com'],
    ['an\u3164na\uffa0@exam\u180bple.com\ufff9', 'anna@example.com'],
    ['pat.oneil@kеstrel.test', 'pat.oneil@xn--kstrel-3of.test'],
    ['用户@例子.测试', '用户@xn--fsqu00a.xn--0zwm56d'],
    ['"anna berg"@example.com', '"anna berg"@example.com'],
    ['root@localhost', 'root@localhost'],
    ["o'neil_x=y@a-b.co.uk", "o'neil_x=y@a-b.co.uk"],
    ['anna@[192.0.2.1]', 'anna@[192.0.2.1]'],
  ])('%j is %s', (text, expected) => {
    expect(parseAddress(text)).toBe(expected);
  });

  it.each([
    '',
    'anna',
    '@example.com',
    'anna@',
    'anna@@',
    'anna berg@example.com',
    'a@b c.com',
    'anna@exa mple.com',
    'anna@example.com,',
    'anna@example..com',
    'anna@-example.com',
    'anna@example.com/x',
    'anna@1.2.3.4:80',
    'a,b@example.com',
    '<anna@example.com',
    'undefined',
    `${'a'.repeat(400)}@example.com`,
    'x@'.repeat(100_000),
  ])('is not made of %j', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  it('is not the end of a longer one', () => {
    expect(parseAddress(`evil${'\u200b'.repeat(1270)}anna@example.com`)).toBeNull();
    expect(parseAddress(`<evil${'\u200b'.repeat(1270)}anna@example.com>`)).toBeNull();
  });

  it('is found at the end of a megabyte of text, and quickly', () => {
    const started = performance.now();
    expect(parseAddress(`${'<'.repeat(1_000_000)} <anna@example.com>`)).toBe('anna@example.com');
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('without its tag, and without dots where those do not count', () => {
    expect(withoutTag(address('anna+shop@example.com'))).toBe('anna@example.com');
    expect(withoutTag(address('+shop@example.com'))).toBe('+shop@example.com');
    expect(withoutDots(address('a.nna.b+x@googlemail.com'))).toBe('annab@gmail.com');
    expect(withoutDots(address('a.nna@example.com'))).toBeNull();
  });

  it.each([
    'no-reply@x.test',
    'noreply@x.test',
    'do_not_reply@x.test',
    'mailer-daemon@x.test',
    'bounces+1@x.test',
    'shop-noreply@x.test',
  ])('that nobody reads: %s', (text) => {
    expect(isNoReply(address(text))).toBe(true);
  });

  it.each(['anna@x.test', 'reply@x.test', 'postmasters@x.test', 'norbert@x.test'])(
    'that somebody reads: %s',
    (text) => {
      expect(isNoReply(address(text))).toBe(false);
    },
  );
});

it('a text is shown without marks that nobody sees', () => {
  expect(cleanText('\u202bليلى\u00a0\u200f حداد\u0007\u202c ')).toBe('ليلى حداد');
});
