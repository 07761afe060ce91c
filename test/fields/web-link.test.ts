import { describe, expect, it } from 'vitest';
import { profileLink, webLink } from '@/utils/fields/web-link';

describe('A link', () => {
  it.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['HTTP://Example.org', 'http://example.org/'],
    ['example.org', 'https://example.org/'],
    ['example.org:8080/x', 'https://example.org:8080/x'],
    ['//example.org', 'https://example.org/'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
    ['localhost:3000', 'https://localhost:3000/'],
  ])('is %s', (text, link) => {
    expect(webLink(text)).toBe(link);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    'chrome://settings',
    'https://anna@example.org',
    'https://bank.example:x@evil.example',
    'https://',
    'no host',
    'word',
    '',
  ])('is never made of %s', (text) => {
    expect(webLink(text)).toBeNull();
  });
});

it('A profile is a name, or an address at one of the service’s own hosts', () => {
  const link = (text: string) => profileLink(text, ['x.com'], 'https://x.com/');
  expect(link('@anna')).toBe('https://x.com/anna');
  expect(link('x.com/anna')).toBe('https://x.com/anna');
  expect(link('https://mobile.x.com/anna')).toBe('https://mobile.x.com/anna');
  expect(link('https://notx.com/anna')).toBeNull();
  expect(link('javascript:alert(1)')).toBeNull();
  expect(link('../anna')).toBeNull();
});
