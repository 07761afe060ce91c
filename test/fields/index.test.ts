import { expect, it } from 'vitest';
import { fieldOf, fieldTypes } from '@/utils/fields';
import { field, wording } from './words';

const types = Object.values(fieldTypes).map(({ id }) => id);

it.each(types)('A field of type %s is known by its own name, and never runs what it holds', (type) => {
  const kind = fieldOf(type);
  expect(kind.id).toBe(type);
  expect(kind.label).toBe(`field_${type}`);
  for (const value of [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)//@x.com',
    'data:text/html,<script>',
    '<img src=x onerror=alert(1)>',
    '',
  ]) {
    expect(() => kind.format(field(type, value), wording)).not.toThrow();
    expect(kind.link(field(type, value)) ?? 'https:').toMatch(/^(https?|tel|skype|xmpp):/u);
  }
});
