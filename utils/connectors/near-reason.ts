import { domainOf, localPart, withoutDots } from '@/utils/people/address';
import { domainDistance, EDITS } from '@/utils/people/domain-distance';
import { foldName } from '@/utils/people/fold';
import type { Address } from '@/utils/people/types';
import type { NearReason } from './types';

/** Who was looked for and not found. */
export interface NearQuery {
  readonly address: Address | null;
  readonly name: string;
}

/**
 * Why somebody is near what was looked for, and how near (`rank`: 0 is best). Null: they are not, or have that very
 * address: then they are no suggestion.
 */
export function nearReason(
  own: readonly Address[],
  name: string,
  query: NearQuery,
): { readonly reason: NearReason; readonly rank: number } | null {
  const { address } = query;
  if (address !== null && own.includes(address)) return null;
  const sought = foldName(query.name);
  const sameName = sought !== '' && foldName(name) === sought;
  const [alike] = address === null ? [] : similar(own, address);
  if (alike !== undefined) {
    const reason: NearReason = { kind: 'similar-address', address: alike.one, sameName };
    return { reason, rank: (sameName ? 0 : 10) + alike.distance };
  }
  const dotless = address === null ? null : withoutDots(address);
  const dotted = dotless === null ? undefined : own.find((one) => withoutDots(one) === dotless);
  if (dotted !== undefined) return { reason: { kind: 'dots', address: dotted }, rank: 5 };
  return sameName ? { reason: { kind: 'name', address: own[0] ?? null }, rank: 8 } : null;
}

/** Those that are the same before the @ and nearly the same after it, the nearest first. */
const similar = (own: readonly Address[], address: Address) =>
  own
    .filter((one) => localPart(one) === localPart(address))
    .map((one) => ({ one, distance: domainDistance(domainOf(address), domainOf(one)) }))
    .filter(({ distance }) => distance <= EDITS)
    .toSorted((a, b) => a.distance - b.distance);
