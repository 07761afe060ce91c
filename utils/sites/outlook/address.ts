import { parseAddress } from '@/utils/people/address';
import type { Party } from '@/utils/people/message';
import { cleanName } from '@/utils/people/party';
import { attr, free, lineOf } from '@/utils/sites/elements';
import { BODY } from './pane';

/** The sender as the selected row of the list names them: the conversation's last writer (2021 to 2026). */
export function rowSender(row: Element | null): Party | null {
  for (const mark of row?.querySelectorAll('[title*="@"]') ?? []) {
    const title = attr(mark, 'title').trim();
    const address = parseAddress(title);
    if (address !== null) return { name: cleanName(lineOf(mark)), address, shown: title };
  }
  return null;
}

/**
 * Colleagues are shown by name only. The address is filled in from the row if the row names the same person, or from
 * the person card if the user has opened that person's; else it stays unknown.
 */
export function withAddress(one: Party, row: Party | null, card: Party | null): Party {
  if (one.address !== null || one.name === '') return one;
  const same = [row, card].find((known) => known !== null && known.name === one.name && known.address !== null);
  return same == null ? one : { ...one, address: same.address, shown: same.shown };
}

/** Who the open person card is about; null unless it names one person with one address. */
export function cardPerson(doc: Document): Party | null {
  const cards = free(doc, '[data-log-region="LivePersonaCard"]', BODY);
  const card = cards.length === 1 ? cards[0] : undefined;
  const name = cleanName(lineOf(card?.querySelector('[role="heading"],h1,h2')));
  const links = new Set(Array.from(card?.querySelectorAll('a[href^="mailto:"]') ?? [], (link) => attr(link, 'href')));
  const [link] = links;
  const address = link === undefined || links.size !== 1 ? null : parseAddress(link);
  return address === null || name === '' ? null : { name, address, shown: address };
}
