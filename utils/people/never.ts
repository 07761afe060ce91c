import { domainOf, parseAddress } from './address';
import type { Address } from './types';

/** Is the address, or its whole domain ('@example.com'), on the never-look-up list? */
export function isNever(address: Address, list: readonly string[]): boolean {
  return list.includes(address) || list.includes(`@${domainOf(address)}`);
}

/** What a user typed into the list → its one form; null if it is neither an address nor a domain. */
export function neverEntry(text: string): string | null {
  const address = parseAddress(text);
  if (address) return address;
  const domain = parseAddress(`x@${text.trim().replace(/^@/, '')}`);
  return domain?.includes('.') ? `@${domainOf(domain)}` : null;
}
