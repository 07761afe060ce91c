import { expect, test } from 'vitest';
import { findPairs } from '@/utils/duplicates';
import { figures, inGroups, surely } from './figures';
import { given, givenSet } from './given-set';

if (!given) console.log('The set of duplicates in ../shared/fixtures/dedupe is not there: its bars are not tested.');

test.runIf(given).each([
  ['with', true],
  ['without', false],
])(
  'the given set is found nearly whole, %s the number that tells people apart',
  { timeout: 60_000 },
  async (_, identifier) => {
    const { entries, truth } = givenSet(identifier);
    const { pairs } = await findPairs(entries);
    expect(figures(pairs, truth).f1).toBeGreaterThanOrEqual(0.998);
    expect(figures(inGroups(pairs), truth).f1).toBeGreaterThanOrEqual(0.9995);
    expect(surely(pairs).length).toBeGreaterThan(1000);
    expect(figures(surely(pairs), truth).precision).toBeGreaterThanOrEqual(0.999);
  },
);
