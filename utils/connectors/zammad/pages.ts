// What Zammad's own pages show, by their address alone: all three of its interfaces (6.1 to 7.2). While the new one is
// tried out, one form leads to the other.

import type { Shown } from '@/utils/connectors/types';
import { isId } from './zammad';

type Kind = Shown['kind'];
/** Where the id stands is the one group. */
const HASHES: readonly (readonly [Kind, RegExp])[] = [
  ['ticket', /^ticket\/zoom\/(\d+)(?:\/|$)/u],
  ['ticket', /^ticket\/zoom\/(number\/[^/]+)(?:\/|$)/u],
  ['person', /^user\/profile\/(\d+)(?:\/|$)/u],
  // A new ticket for somebody.
  ['person', /^ticket\/create\/(?:.*\/)?customer\/(\d+)(?:\/|$)/u],
];
const PATHS: readonly (readonly [Kind, RegExp])[] = [
  ['ticket', /^\/(?:desktop|mobile)\/(?:tickets|ticket|ticket\/zoom)\/(\d+)(?:\/|$)/u],
  ['person', /^\/(?:desktop|mobile)\/(?:users|user\/profile)\/(\d+)(?:\/|$)/u],
];

/** `site` without a slash at its end. A ticket that is called by its number is `number:67001`. */
export function shows(site: string, url: string): Shown | null {
  if (!URL.canParse(site) || !URL.canParse(url)) return null;
  const [home, page] = [new URL(site), new URL(url)];
  const base = home.pathname.replace(/\/+$/u, '');
  if (page.origin !== home.origin || !`${page.pathname}/`.startsWith(`${base}/`)) return null;
  const path = page.pathname.slice(base.length);
  // The old interface is one page.
  const isOld = path === '' || path === '/';
  return isOld ? found(HASHES, page.hash.replace(/^#\/?/u, '')) : found(PATHS, path);
}

function found(forms: readonly (readonly [Kind, RegExp])[], text: string): Shown | null {
  for (const [kind, form] of forms) {
    const id = form.exec(text)?.[1]?.replace(/^number\//u, 'number:');
    if (id !== undefined && (isId(id) || numberIn(id) !== null)) return { kind, id };
  }
  return null;
}

/** Numbers are digits, with something before them in some generators; null: it is an id. */
export const numberIn = (ticket: string): string | null => /^number:([\w-]{1,60})$/u.exec(ticket)?.[1] ?? null;
