import { expect, it } from 'vitest';
import { linkedin } from '@/utils/fields/linkedin';
import { field, wording } from './words';

it('A name or the address of a profile leads to the profile', () => {
  expect(linkedin.link(field('linkedin', 'callum-finch'))).toBe('https://www.linkedin.com/in/callum-finch');
  expect(linkedin.link(field('linkedin', 'linkedin.com/in/callum'))).toBe('https://linkedin.com/in/callum');
  expect(linkedin.format(field('linkedin', 'https://www.linkedin.com/in/callum'), wording)).toBe(
    'linkedin.com/in/callum',
  );
});

it('An address elsewhere is no profile', () => {
  expect(linkedin.parse('https://example.org/in/callum')).toBeNull();
});

it('Kept is the address of a profile: of a name, the one it stands for', () => {
  expect(linkedin.parse('@callum-finch')).toBe('https://www.linkedin.com/in/callum-finch');
  expect(linkedin.parse(' linkedin.com/in/callum ')).toBe('linkedin.com/in/callum');
});
