import { describe, expect, it } from 'vitest';
import { dial, phone, phonesIn, withoutLetters } from '@/utils/fields/phone';
import { field } from './words';

describe('A phone number', () => {
  it('is kept as typed and dialled by its digits', () => {
    expect(phone.parse(' +49 (0) 30 5550-199  ext. 12 ')).toBe('+49 (0) 30 5550-199 ext. 12');
    expect(phone.link(field('phone', '+49 (0) 30 5550-199 ext. 12'))).toBe('tel:+49305550199');
    expect(phone.link(field('phone', '030 5550 199'))).toBe('tel:0305550199');
    expect(phone.link(field('phone', 'Tel. 030/5550199'))).toBe('tel:0305550199');
    expect(phone.link(field('phone', 'tel:+49-30-5550199'))).toBe('tel:+49305550199');
    expect(phone.link(field('phone', '110'))).toBe('tel:110');
  });

  it('can be written in the digits of any script', () => {
    expect(phone.link(field('phone', '+٩٦٢ ٦ ٥٥٥ ٠١٤٢'))).toBe('tel:+96265550142');
    expect(phone.link(field('phone', '＋４９　３０　１２３４５６'))).toBe('tel:+4930123456');
    expect(phone.link(field('phone', '۰۲۱ ۵۵۵ ۰۱۴۲'))).toBe('tel:0215550142');
  });

  it('can end in a word, which is dialled by the keys of a telephone', () => {
    expect(withoutLetters('1-800-FLOWERS')).toBe('1-800-3569377');
    expect(dial('1-800-FLOWERS')).toBe('tel:18003569377');
    expect(dial('1-800-GO-FEDEX')).toBe('tel:18004633339');
    expect(dial('030 1234567 EXT 12')).toBe('tel:0301234567');
  });

  it.each(['call me', 'since 2024', '12', '1'.repeat(19), 'javascript:alert(1)'])(
    'that cannot be one is kept all the same, and leads nowhere: %s',
    (text) => {
      expect(phone.check(text)).toBeNull();
      expect(phone.parse(text)).toBe(text);
      expect(phone.link(field('phone', text))).toBeNull();
    },
  );

  it('is refused only if it is too long to be kept', () => {
    expect(phone.check('1'.repeat(4001))).toBe('too_long');
  });
});

describe('Two numbers in one field', () => {
  it.each([
    ['030 5550199 / 0171 5550123', ['030 5550199', '0171 5550123']],
    ['030/5550199 / 0171/5550123', ['030/5550199', '0171/5550123']],
    ['030 5550199/0171 5550123', ['030 5550199', '0171 5550123']],
    ['+49 30 5550199; +49 171 5550123', ['+49 30 5550199', '+49 171 5550123']],
    ['+49 30 5550199 or +49 171 5550123', ['+49 30 5550199', '+49 171 5550123']],
  ])('are two: %s', (value, numbers) => {
    const pieces = phonesIn(value);
    expect(pieces.filter(({ number }) => number).map(({ text }) => text)).toEqual(numbers);
    expect(pieces.map(({ text }) => text).join('')).toBe(value);
  });

  it.each(['030/5550199', '+49 30 5550199, 12', '+49 30 5550-199/200'])('are one in %s', (value) => {
    expect(phonesIn(value)).toEqual([{ text: value, number: true }]);
  });

  it('are found at once in a megabyte of spaces', () => {
    const started = performance.now();
    expect(phonesIn(`030 5550199${' '.repeat(1_000_000)}/ 0171 5550123`)).toHaveLength(3);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
