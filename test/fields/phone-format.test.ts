import { expect, it } from 'vitest';
import { formatPhone, plainPhone } from '@/utils/fields/phone-format';

const texts = async (value: string) => (await formatPhone(value)).map(({ text }) => text).join('');

it('A number that names its country and is valid there is written internationally', async () => {
  expect(await texts('+493055500133')).toBe('+49 30 55500133');
  expect(await texts('0049 30 55500133')).toBe('+49 30 55500133');
  expect(await texts('tel:+49-30-55500133')).toBe('+49 30 55500133');
  expect(await texts('+49 (0) 30 5550-199 ext. 12')).toBe('+49 30 5550199 ext. 12');
  expect(await texts('+٩٦٢ ٦ ٥٥٥ ٠١٤٢')).toBe('+962 6 555 0142');
  expect(await texts('+1-800-FLOWERS')).toBe('+1 800 356 9377');
});

it('Each of two numbers is formatted and dialled', async () => {
  expect(await formatPhone('+493055500133 / +491715550123')).toEqual([
    { text: '+49 30 55500133', href: 'tel:+493055500133', dialled: true },
    { text: ' / ', href: null, dialled: true },
    { text: '+49 171 5550123', href: 'tel:+491715550123', dialled: true },
  ]);
});

it('A number without its country, or possible but in no known range, stays as it was typed', async () => {
  expect(await formatPhone('030 5550 199')).toEqual([{ text: '030 5550 199', href: 'tel:0305550199', dialled: true }]);
  expect(await texts('+44 20 5550 0106')).toBe('+44 20 5550 0106');
});

it.each(['+49 123', '+999 1234567', 'call me', '12'])('%s is marked as what cannot be dialled', async (value) => {
  expect(await formatPhone(value)).toEqual([{ text: value, href: null, dialled: false }]);
});

it('Until the metadata is there a number is shown as it was typed, and can be dialled', () => {
  expect(plainPhone('+493055500133')).toEqual([{ text: '+493055500133', href: 'tel:+493055500133', dialled: true }]);
});
