import { describe, expect, it } from 'vitest';
import { addressTokens, foldText, phoneTokens, textTokens } from '@/utils/search/tokens';

describe('What a text is found by', () => {
  it.each([
    ['Anna-Lena O’Brien', ['anna', 'lena', 'o', 'brien']],
    ['Søren Łukasz Ðorđe', ['soren', 'lukasz', 'dorde']],
    ['Straße', ['strasse']],
    ['Ærøskøbing', ['aeroskobing']],
    ['Szczepańska', ['szczepanska']],
    ['Φίλιππος', ['φιλιπποσ']],
    ['ёжик', ['ежик']],
    ['كريم منصور', ['كريم', 'منصور']],
    ['ＡＢＣ１２', ['abc12']],
    ['C-100 007', ['c', '100', '007']],
    ['', []],
    ['–!?', []],
  ])('%s is %j', (text, tokens) => {
    expect(textTokens(text).map((token) => token.replace('ς', 'σ'))).toEqual(tokens);
  });

  it('keeps the marks that make another sound', () => {
    expect(textTokens('やまだ')[0]).toBe(foldText('やまだ'));
    expect(foldText('やまだ')).not.toBe(foldText('やまた'));
  });

  it('finds a part of a name that is written without spaces', () => {
    expect(textTokens('山田太郎')).toEqual(['山田太郎', '田太郎', '太郎', '郎']);
  });

  it('knows the digits of other scripts', () => {
    expect(foldText('٠٣٠ १२३ ۴۵۶')).toBe('030 123 456');
  });

  it('takes an address whole, from its @ on, and by its words', () => {
    expect(addressTokens('Anna.Keller+shop@Mail.Example.com')).toEqual([
      'anna.keller+shop@mail.example.com',
      '@mail.example.com',
      'anna',
      'keller',
      'shop',
      'mail',
      'example',
      'com',
    ]);
  });

  it.each([
    ['+49 (30) 123-45 67', ['49301234567', '301234567', '1234567']],
    ['0049 30 1234567', ['49301234567', '301234567', '1234567']],
    ['1234567', ['1234567']],
    ['12', ['12']],
    ['on request', []],
  ])('takes the phone %s by all digits, the last nine and the last seven', (phone, tokens) => {
    expect(phoneTokens(phone)).toEqual(tokens);
  });
});
