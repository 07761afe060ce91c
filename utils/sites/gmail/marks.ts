import { parseAddress } from '@/utils/people/address';
import type { Party } from '@/utils/people/message';
import { party, partyFromText } from '@/utils/people/party';
import { attr, firstFree, free, lineOf, outermost } from '@/utils/sites/elements';
import { partiesOf } from '@/utils/sites/facts';

/** The text of the message, and boxes in which an answer is written. */
export const BODY = '.a3s,.ii.gt,[jslog^="20277"],[data-compose-id],form,[contenteditable="true"],[role="textbox"]';
/** The popup behind "show details" repeats all people of the message. */
const POPUP = '.ajA,.ajC';
const NOT_SENDER = `${BODY},${POPUP},.hb`;

/** Who wrote, and the element that says so. */
export interface Writer {
  readonly from: readonly Party[];
  readonly sender: readonly Party[];
  readonly mark: Element;
  /** The text reads "'Person' via Group", whatever the name attribute says. */
  readonly label: string;
}

/** One way to find the writer of a message element. */
export type Mark = (item: Element) => Writer | null;

/** `span.gD[email][name]`: 2015 to 2026, never seen broken. */
export const senderSpan: Mark = (item) => {
  const mark = ownFirst(item, 'span.gD[email]', `${BODY},${POPUP}`);
  if (mark === null) return null;
  const cell = cellOf(mark, item);
  const from = partiesOf(free(cell, 'span.gD[email]', POPUP), named).list;
  const others = partiesOf(free(cell, '[email]:not(.gD)', POPUP), named).list;
  return { from, sender: without(others, from), mark, label: lineOf(mark) };
};

/** The first `span[email]` of the header: needs no class, since the sender always stands first (2016 to 2025). */
export const firstSpan: Mark = (item) => {
  const first = undirectedFirst(item, 'span[email]');
  const table = first === null ? null : outermost(first, 'table', item);
  // The header is a table with the date in it and the sender in its first row; what stands elsewhere is text, or a
  // recipient.
  if (first === null || !table?.querySelector('tr')?.contains(first) || dateOf(table) === null) return null;
  const cell = cellOf(first, item);
  const all = free(cell, 'span[email]', NOT_SENDER);
  const people = partiesOf(all, named).list;
  // "A on behalf of B", and no class to tell them apart: the picture and the address in brackets are the author's.
  const shown = lineOf(cell).toLowerCase();
  const face = attr(ownFirst(item, '[jid]', NOT_SENDER), 'jid').toLowerCase();
  const from = people.length < 2 ? people : people.filter(({ shown: one }) => isAuthor(one.toLowerCase(), face, shown));
  if (people.length === 0) return null;
  if (from.length !== 1) return { from: [], sender: people, mark: first, label: '' };
  return { from, sender: without(people, from), mark: first, label: lineOf(first) };
};

function isAuthor(address: string, face: string, text: string): boolean {
  return address !== '' && (address === face || text.includes(`<${address}>`));
}

/** The picture beside the sender: `img[jid]` (2016), `data-hovercard-id` and `data-name` (2018 to 2025). */
export const face: Mark = (item) => {
  const mark = undirectedFirst(item, 'img[jid*="@"],img[data-hovercard-id*="@"]');
  if (mark === null) return null;
  const found = party(attr(mark, 'data-name'), attr(mark, 'jid') || attr(mark, 'data-hovercard-id'));
  return found === null ? null : { from: [found], sender: [], mark, label: '' };
};

/** The address in angle brackets after the name: `span.go` (2016 to 2025), in open messages only. */
export const addressText: Mark = (item) => {
  const mark = ownFirst(item, 'span.go', NOT_SENDER);
  const found = mark === null ? null : partyFromText(lineOf(mark));
  if (mark === null || found?.address == null) return null;
  const name = lineOf(cellOf(mark, item)).split(lineOf(mark), 1)[0] ?? '';
  return { from: [party(name, found.shown) ?? found], sender: [], mark, label: name };
};

// A text can hold whole messages, copied from this very page.
function ownFirst(item: Element, selector: string, except: string): Element | null {
  const first = firstFree(item, selector, except);
  return first?.closest('[role="listitem"]') === item ? first : null;
}

/** The same for marks that have to do without the text's class: mail programs give a text's blocks a direction. */
function undirectedFirst(item: Element, selector: string): Element | null {
  const first = ownFirst(item, selector, NOT_SENDER);
  const directed = first?.parentElement?.closest('[dir]') ?? null;
  return directed !== null && item.contains(directed) ? null : first;
}

/** `span.g3[title]`, the full date; without the class, the span whose title has a number. */
export function dateOf(scope: Element): Element | null {
  const marked = firstFree(scope, '.g3[title]', BODY);
  return marked ?? free(scope, 'span[title]', BODY).find((span) => /\p{Nd}/u.test(attr(span, 'title'))) ?? null;
}

/** What an `[email][name]` element says. "(unknown sender)", in any language, is nobody's name. */
export function named(element: Element): Party | null {
  const name = attr(element, 'name') || lineOf(element);
  const email = attr(element, 'email') || attr(element, 'data-hovercard-id');
  if (parseAddress(email) === null && /^[(（].*[)）]$/u.test(name.trim())) return null;
  return party(name, email);
}

/** The part of the header that is about the sender alone. */
export function cellOf(mark: Element, item: Element): Element {
  const cell = mark.closest('h3') ?? mark.closest('td');
  return cell !== null && item.contains(cell) ? cell : (mark.parentElement ?? mark);
}

function without(parties: readonly Party[], taken: readonly Party[]): readonly Party[] {
  return parties.filter(({ address }) => address !== null && !taken.some((one) => one.address === address));
}
