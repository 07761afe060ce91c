import { cleanText, parseAddress } from './address';
import type { Party } from './message';

const LONGEST_NAME = 300;
const AT = /[@\uFF20\uFE6B]/u;
const QUOTED = /^(?:"(.*)"|'(.*)'|“(.*)”|‘(.*)’|«(.*)»|„(.*)[“”])$/u;
const SEPARATORS = new Set([',', ';', '，', '；', '、', '،', '\n']);

/** A name for display: unseen marks and outer quotes dropped, at most 300 characters; empty if it is an address. */
export function cleanName(text: string): string {
  const name = cleanText(text.length > 4 * LONGEST_NAME ? text.slice(0, 4 * LONGEST_NAME) : text);
  const bare = (
    QUOTED.exec(name)
      ?.slice(1)
      .find((inner) => inner !== undefined) ?? name
  ).trim();
  // What is quoted or in brackets is no better for it: a name that is an address is only a disguise (RFC 5322 lets it).
  return looksLikeAddress(bare.replace(/^<(.*)>$/u, '$1')) ? '' : bare.slice(0, LONGEST_NAME).trim();
}

/** One word with an at sign, and a point after it. No pattern: one of `\S+`s goes through all cuts of a hostile text. */
function looksLikeAddress(text: string): boolean {
  const at = text.slice(1).search(AT) + 1;
  return at > 0 && text.slice(0, -1).lastIndexOf('.') > at + 1 && !/\s/u.test(text);
}

/** What a page shows of one person, as a party; null if it shows neither a name nor an address. */
export function party(name: string, address: string): Party | null {
  const parsed = address === '' ? null : parseAddress(address);
  const clean = cleanName(name);
  if (parsed === null) return clean === '' ? null : { name: clean, address: null, shown: '' };
  return { name: clean, address: parsed, shown: asShown(address) || parsed };
}

/** `Name <address>`, `Name<address>`, `address (Name)`, `address` or `Name`, as text. The last brackets count. */
export function partyFromText(text: string): Party | null {
  const clean = cleanText(text);
  const open = clean.lastIndexOf('<');
  if (open >= 0 && clean.endsWith('>')) {
    const inner = clean.slice(open + 1, -1);
    // A name can end with `>` too (markup); empty brackets are nobody.
    if (/^[<>\s]*$/u.test(clean)) return null;
    return inner.trim() === '' || parseAddress(inner) !== null ? party(clean.slice(0, open), inner) : party(clean, '');
  }
  // The comment syntax of old mail programs: RFC 822, 1982.
  const space = clean.indexOf(' ');
  const word = clean.slice(0, Math.max(0, space));
  if (/[^@]@./u.test(word) && clean.startsWith(' (', space) && clean.endsWith(')'))
    return party(clean.slice(space + 2, -1), word);
  return parseAddress(clean) === null ? party(clean, '') : party('', clean);
}

/**
 * The parties of a header line, in order. A comma inside a name splits nothing if an address follows.
 * @param limit how many to make; the rest is only counted
 */
export function partiesFromText(
  text: string,
  limit: number,
): { readonly list: readonly Party[]; readonly more: number } {
  const list: Party[] = [];
  let more = 0;
  let begun = '';
  const names: string[] = [];
  for (const piece of pieces(text)) {
    begun = begun === '' ? piece : `${begun}, ${piece}`;
    if (!AT.test(piece)) {
      names.push(piece);
      continue;
    }
    if (list.length >= limit) more += 1;
    else push(list, partyFromText(begun));
    begun = '';
    names.length = 0;
  }
  // "undisclosed-recipients:;" is a group without members, nobody's name.
  for (const name of names) if (list.length < limit && !name.endsWith(':')) push(list, party(name, ''));
  return { list, more };
}

function push(list: Party[], found: Party | null): void {
  if (found !== null) list.push(found);
}

function asShown(address: string): string {
  const shown = cleanText(address);
  const inner = shown.replace(/^.*<([^<>]*)>[^<>]*$/u, '$1');
  return (/^mailto:/i.test(inner) ? inner.slice(7).replace(/\?.*$/u, '') : inner).trim();
}

function pieces(text: string): readonly string[] {
  const found = cut(text, true);
  // A quote that never closes would hide all that follows it.
  return found ?? cut(text, false) ?? [];
}

function cut(text: string, quotes: boolean): readonly string[] | null {
  const found: string[] = [];
  let start = 0;
  let quoted = false;
  let angle = false;
  for (let at = 0; at <= text.length; at += 1) {
    const sign = text[at];
    if (sign !== undefined) {
      if (quoted && sign === '\\') at += 1;
      else if (quotes && sign === '"') quoted = !quoted;
      else if (!quoted && sign === '<') angle = true;
      else if (!quoted && sign === '>') angle = false;
      if (quoted || angle || !SEPARATORS.has(sign)) continue;
    } else if (quoted) return null;
    const piece = cleanText(text.slice(start, at));
    if (piece !== '') found.push(piece);
    start = at + 1;
  }
  return found;
}
