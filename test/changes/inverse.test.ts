import { expect, it } from 'vitest';
import { inverse } from '@/utils/changes/inverse';

const made = { id: '12', version: '1' };

it('Creating a person is taken back by deleting just what was made, in the state it was made in', () => {
  expect(inverse({ type: 'person.create', person: null, draft: { name: 'Nina', addresses: [] } }, made)).toEqual({
    type: 'person.delete',
    person: '12',
    version: '1',
  });
});

it('Deleting a person is final', () => {
  expect(inverse({ type: 'person.delete', person: '12', version: '1' }, made)).toBe('final');
});
