import { withoutDots, withoutTag } from '@/utils/people/address';
import { foldName } from '@/utils/people/fold';
import type { Address } from '@/utils/people/types';

// Neither can begin an address, since both hold a space outside quotes.
const TAG = '+ ';
const DOTS = '. ';
/** A name is found by each of its first words; more would only slow an import down. */
const WORDS = 4;

/** The key under which people with a tagged form of this address are found. */
export const taggedKey = (untagged: Address): string => `${TAG}${untagged}`;
/** The key under which people are found whose address differs only in Gmail's dots. */
export const dotsKey = (dotless: Address): string => `${DOTS}${dotless}`;

/**
 * What one index finds a person by: each address as it is; without its tag; without its dots where they do not
 * count. One index for all three, since each costs an import its speed.
 */
export function addressKeys(addresses: readonly Address[]): readonly string[] {
  const keys = new Set<string>();
  for (const address of addresses) {
    keys.add(address);
    const bare = withoutTag(address);
    if (bare !== address) keys.add(taggedKey(bare));
    const dotless = withoutDots(address);
    if (dotless !== null) keys.add(dotsKey(dotless));
  }
  return [...keys];
}

/** "Anna Keller" → "anna keller", "keller anna": the whole name, begun at each word, so that a prefix of any is found. */
export function nameKeys(name: string): readonly string[] {
  const whole = foldName(name);
  if (whole === '') return [];
  const words = whole.split(' ');
  if (words.length === 1) return [whole];
  const keys = new Set<string>([whole]);
  const last = words.length - 1;
  for (const start of [last, ...words.keys()]) {
    if (keys.size >= WORDS) break;
    keys.add([...words.slice(start), ...words.slice(0, start)].join(' '));
  }
  return [...keys];
}
