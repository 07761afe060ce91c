import { cleanText, parseAddress } from './address';
import type { Party } from './message';

const LONGEST_NAME = 300;
const LOOKS_LIKE_ADDRESS = /^\S+@\S+\.\S+$/u;

/** A name for display: unseen marks and outer quotes dropped, at most 300 characters; empty if it is an address. */
export function cleanName(text: string): string {
  const name = cleanText(text.length > 4 * LONGEST_NAME ? text.slice(0, 4 * LONGEST_NAME) : text)
    .replace(/^(["'“”‘’«»])(.*)\1$/u, '$2')
    .trim();
  const bare = name.replace(/^<(.*)>$/, '$1');
  return LOOKS_LIKE_ADDRESS.test(bare) ? '' : name.slice(0, LONGEST_NAME);
}

/** What a page shows of one person, as a party; null if it shows neither a name nor an address. */
export function party(name: string, address: string): Party | null {
  const parsed = address === '' ? null : parseAddress(address);
  const clean = cleanName(name);
  if (parsed === null) return clean === '' ? null : { name: clean, address: null, shown: '' };
  const shown = cleanText(address)
    .replace(/^mailto:/i, '')
    .replace(/^.*<([^<>]*)>[^<>]*$/u, '$1');
  return { name: clean, address: parsed, shown: shown === '' ? parsed : shown };
}

/** `Name <address>`, `Name<address>`, `address` or `Name`, as text. The last angle brackets hold the address. */
export function partyFromText(text: string): Party | null {
  const clean = cleanText(text);
  const open = clean.lastIndexOf('<');
  if (open >= 0 && clean.endsWith('>')) return party(clean.slice(0, open), clean.slice(open + 1, -1));
  return parseAddress(clean) === null ? party(clean, '') : party('', clean);
}
