import { parseAddress } from '@/utils/people/address';
import type { Party } from '@/utils/people/message';
import { party, partyFromText } from '@/utils/people/party';
import { attr, firstFree, free, lineOf } from '@/utils/sites/elements';
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
  const mark = firstFree(item, 'span.gD[email]', `${BODY},${POPUP}`);
  if (mark === null) return null;
  const cell = cellOf(mark, item);
  const from = partiesOf(free(cell, 'span.gD[email]', POPUP), named).list;
  const others = partiesOf(free(cell, '[email]:not(.gD)', POPUP), named).list;
  return { from, sender: without(others, from), mark, label: lineOf(mark) };
};

/** The first `span[email]` of the header: needs no class, since the sender always stands first (2016 to 2025). */
export const firstSpan: Mark = (item) => {
  const first = firstFree(item, 'span[email]', NOT_SENDER);
  // A header is laid out by a table, a heading or a grid; what has none of them around it is text.
  if (first === null || !item.contains(first.closest('h3,td,[role="gridcell"]'))) return null;
  const cell = cellOf(first, item);
  const all = free(cell, 'span[email]', NOT_SENDER);
  const face = attr(firstFree(item, '[jid]', NOT_SENDER), 'jid').toLowerCase();
  const mark = all.find((span) => attr(span, 'email').toLowerCase() === face) ?? first;
  const from = partiesOf([mark], named).list;
  return from.length === 0
    ? null
    : { from, sender: without(partiesOf(all, named).list, from), mark, label: lineOf(mark) };
};

/** The picture beside the sender: `img[jid]` (2016), `data-hovercard-id` and `data-name` (2018 to 2025). */
export const face: Mark = (item) => {
  const mark = firstFree(item, 'img[jid*="@"],img[data-hovercard-id*="@"]', NOT_SENDER);
  if (mark === null) return null;
  const found = party(attr(mark, 'data-name'), attr(mark, 'jid') || attr(mark, 'data-hovercard-id'));
  return found === null ? null : { from: [found], sender: [], mark, label: '' };
};

/** The address in angle brackets after the name: `span.go` (2016 to 2025), in open messages only. */
export const addressText: Mark = (item) => {
  const mark = firstFree(item, 'span.go', NOT_SENDER);
  const found = mark === null ? null : partyFromText(lineOf(mark));
  if (mark === null || found?.address == null) return null;
  const name = lineOf(cellOf(mark, item)).split(lineOf(mark), 1)[0] ?? '';
  return { from: [party(name, found.shown) ?? found], sender: [], mark, label: name };
};

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
