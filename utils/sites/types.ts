// A site is a page we can read. It is read by pure functions of a document; nothing else in the code holds a
// selector of a foreign page. Strategies are tried newest first and say which one read the page.

import type { OpenMessage } from '@/utils/people/message';

/** `nothing`: the page is understood and no message is open. null: this strategy does not know the page. */
export type StrategyResult = OpenMessage | 'nothing' | null;

export interface Strategy {
  /** What it leans on and since when: 'sender-span-2016'. */
  readonly name: string;
  /** @param within the site's root where it is known: what lies outside need not be looked through again */
  read(doc: Document, url: URL, within?: Element): StrategyResult;
}

export interface Site {
  readonly id: string;
  /** Known hosts, or 'by-page' for self-hosted software, recognised by `matches`. */
  readonly hosts: readonly string[] | 'by-page';
  /** Is this document a page of the site? Cheap; called once a page load and after navigations. */
  matches(doc: Document, url: URL): boolean;
  /**
   * The smallest lasting element worth observing; null while the page is still loading.
   * @param last what it was before, and still is in the document: where it will do, nothing else is looked for
   */
  root(doc: Document, last?: Element): Element | null;
  /** Attributes by which the site toggles views; only these are observed. */
  readonly attributes: readonly string[];
  readonly strategies: readonly Strategy[];
  /** Should a message be open here, by address or marks? Decides between `nothing` and `unknown`. */
  expects(doc: Document, url: URL): boolean;
}
