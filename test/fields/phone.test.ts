import { expect, it } from 'vitest';
import { phone } from '@/utils/fields/phone';
import { field } from './words';

it('A phone number is kept as typed and dialled by its digits', () => {
  expect(phone.parse(' +49 (0) 30 5550-199  ext. 12 ')).toBe('+49 (0) 30 5550-199 ext. 12');
  expect(phone.link(field('phone', '+49 (0) 30 5550-199 ext. 12'))).toBe('tel:+49305550199');
  expect(phone.link(field('phone', '030 5550 199'))).toBe('tel:0305550199');
  expect(phone.link(field('phone', '٠٣٠٥٥٥'))).toBeNull();
});

it('Words are no phone number and lead nowhere', () => {
  expect(phone.parse('call me')).toBeNull();
  expect(phone.link(field('phone', 'javascript:alert(1)'))).toBeNull();
});
