import type { OpenMessage, PageMessage, Party } from '@/utils/people/message';
import type { Address } from '@/utils/people/types';
import { attr, firstFree, lineOf } from '@/utils/sites/elements';
import { openMessage, orNull, pageMessage } from '@/utils/sites/facts';
import { accountOf, ownNameOf } from './account';
import { cardPerson, rowSender, withAddress } from './address';
import { itemIn, NOT_HEADER, selectedRow } from './pane';

/** A message as one of the strategies found it. */
export interface Block {
  readonly id: string | null;
  /** Two with `behalf` unknown: nobody can say which of them is the author. */
  readonly from: readonly Party[];
  readonly relation: 'behalf' | 'list' | 'unknown';
  readonly to: readonly Party[];
  readonly cc: readonly Party[];
  readonly more: number;
  readonly date: string;
  readonly title: string;
  readonly expanded: boolean;
}

interface Found {
  readonly strategy: string;
  readonly doc: Document;
  readonly url: URL;
  readonly pane: Element;
  readonly blocks: readonly Block[];
}

/** The conversation out of its message blocks, oldest first. */
export function conversation({ strategy, doc, url, pane, blocks }: Found): OpenMessage {
  const account = accountOf(doc, url);
  const row = selectedRow(doc);
  const sender = rowSender(row);
  const ordered = isNewestFirst(blocks, sender) ? [...blocks].reverse() : blocks;
  const context = { account, ownName: ownNameOf(doc), folder: url.pathname, card: cardPerson(doc) };
  const messages = ordered.map((block, at) =>
    // The row speaks of the last writer only.
    read(block, at === ordered.length - 1 ? sender : null, { ...context, alone: ordered.length === 1 }),
  );
  return openMessage({
    site: 'outlook',
    strategy,
    account,
    conversation: orNull(attr(row, 'data-convid')) ?? itemIn(url),
    title: orNull(titleOf(pane) || (blocks[0]?.title ?? '')),
    messages,
  });
}

interface Context {
  readonly account: readonly Address[];
  readonly ownName: string;
  readonly folder: string;
  readonly card: Party | null;
  readonly alone: boolean;
}

function read(block: Block, row: Party | null, { account, ownName, folder, card, alone }: Context): PageMessage {
  const people = block.from.map((one) => withAddress(one, row, card));
  const { from, sender } = rolesOf(people, block.relation, row);
  const nameOnly = from.length > 0 && from.every(({ address }) => address === null);
  // Own messages show the own name and no address; in "sent" and "drafts" everything is written here.
  const own =
    (nameOnly && from.every(({ name }) => name === ownName)) ||
    (nameOnly && alone && /\/(?:sentitems|drafts)(?:\/|$)/iu.test(folder));
  const { id, to, cc, more, expanded } = block;
  const parts = { id, from, sender, to, cc, more, expanded, date: orNull(block.date) };
  return pageMessage(own ? { ...parts, own } : parts, account);
}

function rolesOf(
  people: readonly Party[],
  relation: Block['relation'],
  row: Party | null,
): Pick<PageMessage, 'from' | 'sender'> {
  const [first, second] = people;
  if (relation === 'list' || first === undefined || second === undefined) return { from: people, sender: [] };
  if (relation === 'behalf') return { from: people.slice(1), sender: [first] };
  // An unknown language: the row in the list names the author; without it both are told and neither is chosen.
  const author = people.filter(
    (one) => row !== null && (one.address ?? one.name) === (one.address === null ? row.name : row.address),
  );
  if (author.length !== 1) return { from: [], sender: people };
  return { from: author, sender: people.filter((one) => !author.includes(one)) };
}

/**
 * A setting of the user puts the newest message on top; the page does not say so. The newest one is unfolded when a
 * conversation opens, and it is the one that the row names.
 */
function isNewestFirst(blocks: readonly Block[], row: Party | null): boolean {
  const first = blocks[0];
  const last = blocks.at(-1);
  if (first === undefined || last === undefined || first === last) return false;
  if (first.expanded !== last.expanded) return first.expanded;
  const named = ({ from }: Block): boolean => row !== null && from.some(({ name }) => name !== '' && name === row.name);
  return named(first) && !named(last);
}

function titleOf(pane: Element): string {
  const subject = firstFree(pane, '[id^="CONV_"][id$="_SUBJECT"]:not(input)', NOT_HEADER);
  if (subject !== null) return lineOf(subject);
  // Not a heading of a message: those say their role before a colon.
  return lineOf(
    firstFree(pane, '[role="heading"]:not([id^="MSG_"]):not([aria-label*=":"]):not([aria-label*="："])', NOT_HEADER),
  );
}
