import { parseAddress } from '@/utils/people/address';
import { neverEntry } from '@/utils/people/never';

/** What is kept for a typed line of a list: an address, or `@domain` where whole domains are allowed; else null. */
export function readListEntry(text: string, domains: boolean): string | null {
  return domains ? neverEntry(text) : parseAddress(text);
}
