import { parseAddress } from '@/utils/people/address';

/**
 * What is kept for a typed line of a list: an address, or `@domain` where whole domains are allowed; null if it is
 * neither. A domain counts with or without its @ sign.
 */
export function readListEntry(text: string, domains: boolean): string | null {
  const typed = text.trim();
  const address = parseAddress(typed);
  if (address !== null) return address;
  if (!domains) return null;
  const domain = typed.replace(/^@/, '');
  if (!domain.includes('.') || domain.includes('@')) return null;
  const probe = parseAddress(`x@${domain}`);
  return probe === null ? null : probe.slice(1);
}
