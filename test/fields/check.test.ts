import { describe, expect, it } from 'vitest';
import { LONGEST } from '@/utils/actions/limits';
import { fieldOf, fieldTypes, LONGEST_VALUE } from '@/utils/fields';

const types = Object.values(fieldTypes).map(({ id }) => id);

describe('What is typed into a field', () => {
  it.each(types)('of type %s is right if it is empty, and wrong if it is too long to be sent', (type) => {
    expect(fieldOf(type).check('')).toBeNull();
    expect(fieldOf(type).check('  ')).toBeNull();
    expect(fieldOf(type).check('x'.repeat(LONGEST_VALUE + 1))).toBe('too_long');
  });

  it('may be as long as the actions take it', () => {
    expect(LONGEST_VALUE).toBe(LONGEST.value);
  });

  it.each([
    ['website', 'no host', 'wrong_website'],
    ['website', 'javascript:alert(1)', 'wrong_scheme'],
    ['website', ' data:text/html,x', 'wrong_scheme'],
    ['website', 'https://', 'wrong_website'],
    ['website', 'localhost:3000/x y', 'wrong_website'],
    ['twitter', 'https://example.org/anna', 'wrong_twitter'],
    ['linkedin', 'two words', 'wrong_linkedin'],
    ['linkedin', 'javascript:alert(1)', 'wrong_scheme'],
    ['facebook', 'https://facebook.example.org/a', 'wrong_facebook'],
    ['number', 'six', 'wrong_number'],
    ['date', '2021-02-30', 'wrong_date'],
    ['toggle', 'maybe', 'wrong_toggle'],
  ] as const)('of type %s is named for what is wrong with it: %s', (type, text, problem) => {
    expect(fieldOf(type).check(text)).toBe(problem);
  });

  it.each([
    ['website', 'example.org/kontakt'],
    ['twitter', '@anna'],
    ['linkedin', 'anna-keller'],
    ['facebook', 'fb.com/anna'],
    ['phone', 'call me'],
    ['messenger', 'anna#1'],
    ['postal', 'Am Weinberg 7\n55116 Mainz'],
    ['number', '12,5'],
    ['date', '2021-03-03'],
    ['choices', 'one\ntwo'],
  ] as const)('of type %s is taken: %s', (type, text) => {
    expect(fieldOf(type).check(text)).toBeNull();
  });
});
