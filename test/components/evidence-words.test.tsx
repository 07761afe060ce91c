import { beforeEach, expect, it } from 'vitest';
import { tierWord } from '@/components/duplicates/evidence-words';
import { speak } from '@/test/support/words';

beforeEach(() => speak('en'));

const of = (kind: 'email' | 'phone', level: 'same' | 'similar') =>
  tierWord({ tier: 'same', evidence: [{ kind, level, left: 'a', right: 'b' }] });

it('“Same address” stands only where an address is the same; what else is as sure is almost certain', () => {
  expect(of('email', 'same')).toBe('Same address');
  expect(of('email', 'similar')).toBe('Almost certain');
  expect(of('phone', 'same')).toBe('Almost certain');
});
