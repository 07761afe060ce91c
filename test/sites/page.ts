import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { OpenMessage, PageMessage, Party, Reading } from '@/utils/people/message';
import { sites } from '@/utils/sites';
import { readPage } from '@/utils/sites/read';
import { siteFor } from '@/utils/sites/site-for';

// A page is a pair: what a browser shows (.html), and what must be read from it (.json).

/** A person as the page names them; a bare string is an address. */
export type Expected = string | { readonly name?: string; readonly email?: string | null };

export interface ExpectedMessage {
  readonly id?: string;
  /** null: the page shows no writer. */
  readonly sender?: Expected | null;
  readonly moreSenders?: readonly Expected[];
  readonly actingSender?: Expected;
  readonly actingSenders?: readonly Expected[];
  readonly author?: string;
  readonly replyTo?: readonly Expected[];
  readonly to?: readonly Expected[];
  readonly cc?: readonly Expected[];
  readonly more?: number;
  readonly date?: string;
  readonly own?: boolean;
  readonly staff?: boolean;
  readonly expanded?: boolean;
  readonly viaList?: boolean;
}

export interface ExpectedPage {
  readonly open: boolean;
  /** Something is open that cannot be read. */
  readonly unknown?: boolean;
  readonly kind?: OpenMessage['kind'];
  readonly strategy?: string;
  readonly subject?: string;
  readonly account?: string;
  readonly threadId?: string;
  readonly ticketId?: string;
  readonly requestors?: readonly Expected[];
  /** Ids of the requestors at the page's own server. */
  readonly records?: readonly string[];
  readonly server?: OpenMessage['server'];
  readonly messages?: readonly ExpectedMessage[];
  readonly participants?: readonly string[];
  readonly mustNotFind?: readonly string[];
  /** Whom the panel shows first; null: nobody. */
  readonly chosen?: string | null;
}

export interface Page {
  readonly path: string;
  readonly site: string;
  readonly url: string;
  readonly html: string;
  readonly expected: ExpectedPage;
  /** Header markup of the site itself stands in the text, so it cannot be copied there once more. */
  readonly notes?: string;
}

const here = `${import.meta.dirname}/`;
const shared = `${import.meta.dirname}/../../../shared/fixtures/webmail/`;

/** The pages written for this project. */
export function ownPages(): readonly Page[] {
  return sites.flatMap(({ id }) => {
    const folder = `${here}${id}/`;
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
    return names.map((name) => {
      const page: Pick<Page, 'url' | 'expected'> = JSON.parse(readFileSync(folder + name, 'utf8'));
      const path = `${id}/${name.replace('.json', '')}`;
      return { ...page, path, site: id, html: readFileSync(folder + name.replace('.json', '.html'), 'utf8') };
    });
  });
}

/** The saved pages beside the project; null where they are not. */
export function sharedPages(): readonly Page[] | null {
  if (!existsSync(`${shared}index.json`)) return null;
  const { fixtures }: { fixtures: readonly Omit<Page, 'html'>[] } = JSON.parse(
    readFileSync(`${shared}index.json`, 'utf8'),
  );
  const known = new Set(sites.map(({ id }) => id));
  return fixtures
    .filter(({ site }) => known.has(site))
    .map((page) => ({ ...page, html: readFileSync(shared + page.path, 'utf8') }));
}

/** A saved page as a document. Its scripts, style sheets and frames lie nowhere, and nothing may ask for them. */
export function parse(html: string): Document {
  const still = html
    .replaceAll('rel="stylesheet"', 'rel="kept-out"')
    .replace(/<script(?![^>]*text\/plain)[^>]*>.*?<\/script>/gsu, '')
    .replace(/<(\/?)iframe\b/gu, '<$1object');
  return new DOMParser().parseFromString(still, 'text/html');
}

/** Reads a document as the content script does, the choice of site included. */
export function readAs(doc: Document, address: string): { readonly site: string | null; readonly reading: Reading } {
  const url = new URL(address);
  const site = siteFor(sites, doc, url);
  return { site: site?.id ?? null, reading: site === null ? { state: 'nothing' } : readPage(site, doc, url) };
}

/** Every party that a reading names, with its role. */
export function everybody(message: OpenMessage): readonly Party[] {
  return [
    ...message.requestors,
    ...message.messages.flatMap(({ from, sender, replyTo, to, cc }) => [...from, ...sender, ...replyTo, ...to, ...cc]),
  ];
}

/** Those who count as having written. */
export function writers(message: OpenMessage): readonly Party[] {
  return [...message.requestors, ...message.messages.flatMap(({ from }) => from)];
}

/** The messages that the expectation speaks of: by id where it has one, else in order. */
export function messageFor(found: OpenMessage, expected: ExpectedMessage, at: number): PageMessage | undefined {
  const byId = found.messages.find(({ id }) => expected.id !== undefined && id === expected.id);
  return byId ?? found.messages[at];
}
