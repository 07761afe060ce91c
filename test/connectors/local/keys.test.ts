import { expect, it } from 'vitest';
import { address } from '@/test/connectors/contract';
import { addressKeys, nameKeys } from '@/utils/connectors/local/keys';

it('A plain address has one key, since each costs an import its speed', () => {
  expect(addressKeys([address('anna@example.com')])).toEqual(['anna@example.com']);
});

it('A tagged address is found without its tag too', () => {
  expect(addressKeys([address('anna+shop@example.com')])).toEqual(['anna+shop@example.com', '+ anna@example.com']);
});

it('Dots are left out only where the mail server leaves them out', () => {
  expect(addressKeys([address('a.nna@gmail.com')])).toEqual(['a.nna@gmail.com', '. anna@gmail.com']);
  expect(addressKeys([address('a.nna@example.com')])).toEqual(['a.nna@example.com']);
});

it('A name is found by any of its first words', () => {
  expect(nameKeys('Anna Keller')).toEqual(['anna keller', 'keller anna']);
  expect(nameKeys('Phương Thảo Nguyễn')).toEqual(['phuong thao nguyen', 'nguyen phuong thao', 'thao nguyen phuong']);
  expect(nameKeys('Pelé')).toEqual(['pele']);
  expect(nameKeys('')).toEqual([]);
  expect(nameKeys('one two three four five six')).toHaveLength(4);
});
