import type { Party } from '@/utils/people/message';
import { party, partyFromText } from '@/utils/people/party';
import { attr, countIn, free, lineOf } from '@/utils/sites/elements';
import { type Parties, partiesOf } from '@/utils/sites/facts';
import { roleOf } from '@/utils/sites/words';

/** The text of the message, mails attached to it with headers of their own, and the list of messages. */
export const NOT_HEADER =
  '#messagebody,.message-partheaders,.message-part,.message-htmlpart,.rcmBody,#messagelist,#messagelistcontainer,#compose-content';

/** The value cells of the header table by role: 'from', 'to', 'replyto', 'subject', … */
export type Cells = ReadonlyMap<string, Element>;

/** `td.header.<role>`: the same in all skins and languages, Roundcube 0.3 to 1.7. */
export function cellsByClass(doc: Document): Cells | null {
  const cells = free(doc, 'td.header', NOT_HEADER);
  const table = fullest(cells.map((cell) => cell.closest('table')));
  if (table === null) return null;
  const found = new Map<string, Element>();
  for (const cell of cells) {
    if (cell.closest('table') !== table) continue;
    for (const role of attr(cell, 'class').split(/\s+/u))
      if (role !== 'header' && !found.has(role)) found.set(role, cell);
  }
  return found.size === 0 ? null : found;
}

// Larry's preview has a short table beside the full one, which is folded.
function fullest(tables: readonly (Element | null)[]): Element | null {
  const count = (table: Element | null): number => tables.filter((one) => one === table).length;
  return tables.reduce<Element | null>(
    (best, table) => (best === null || count(table) > count(best) ? table : best),
    null,
  );
}

const BLOCK = '#message-header,#messageheader,#messageframe,[role="main"]';

/** The words beside the cells, for a skin with classes of its own; a page in an unknown language stays unread. */
export function cellsByWord(doc: Document): Cells | null {
  const block = free(doc, BLOCK, NOT_HEADER)[0];
  const found = new Map<string, Element>();
  for (const row of block === undefined ? [] : free(block, 'tr', NOT_HEADER)) {
    const [label, value] = row.children;
    const role = label === undefined || row.children.length !== 2 ? null : roleOf(lineOf(label));
    if (role === null || value === undefined) continue;
    const key = role === 'reply-to' ? 'replyto' : role;
    if (!found.has(key)) found.set(key, value);
  }
  return found.has('from') || found.has('to') ? found : null;
}

/** The people of one cell. Beyond ten the rest is only counted; it lies escaped in a script of the link. */
export function peopleIn(cell: Element | undefined): Parties {
  if (cell === undefined) return { list: [], more: 0 };
  const each = cell.querySelectorAll('.adr');
  const links = each.length > 0 ? each : cell.querySelectorAll('a[href^="mailto:"]');
  if (links.length === 0) {
    const one = partyFromText(lineOf(cell));
    return { list: one === null ? [] : [one], more: 0 };
  }
  const { list, more } = partiesOf(links, person);
  const link = cell.querySelector('a.morelink,a[href="#more"]');
  // In print all stand behind the link, hidden.
  const folded = link === null || link.nextElementSibling !== null ? 0 : countIn(lineOf(link));
  return { list, more: more + folded };
}

/**
 * One person: a link whose title is the address and whose text is the name, or (a setting, or print) the text
 * `Name <address>`. Address and title are Unicode also for international domains.
 */
function person(element: Element): Party | null {
  const link = element.matches('a') ? element : element.querySelector('.rcmContactAddress,a[href^="mailto:"]');
  if (link === null) return partyFromText(lineOf(element));
  const text = lineOf(link);
  const title = attr(link, 'title');
  const address = title.includes('@') ? title : attr(link, 'href');
  // With the setting "name and address" the text ends with the address; a name can end with `>` too.
  const shown = partyFromText(text);
  const name = shown?.address ? shown.name : text;
  return party(name, address) ?? partyFromText(text);
}
