import { expect, it } from 'vitest';
import { plainDigits } from '@/utils/fields/digits';

it('Digits of any script and full-width signs are read as plain ones', () => {
  expect(plainDigits('٠١٢٣٤٥٦٧٨٩')).toBe('0123456789');
  expect(plainDigits('۰۹ ०९ ০৯')).toBe('09 09 09');
  expect(plainDigits('＋４９（０）')).toBe('+49(0)');
  expect(plainDigits('ext. ５')).toBe('ext. 5');
});
