import type { PageMessage, Party } from '@/utils/people/message';
import { partiesFromText } from '@/utils/people/party';
import { attr, firstFree, lineOf } from '@/utils/sites/elements';
import { MOST_PARTIES, orNull, type Parties, pageMessage } from '@/utils/sites/facts';
import { type HeaderRole, roleOf } from '@/utils/sites/words';
import { userOf } from './people';

/** Records of the ticket's staff and of the logged-in user, to tell their texts from customers'. */
export interface Staff {
  readonly ids: ReadonlySet<string | undefined>;
  readonly ownId: string | null;
  readonly ownLogin: string;
}

/** The texts of the ticket's history, oldest first whatever the page's order; rows of the system are left out. */
export function messagesOf(doc: Document, staff: Staff): readonly PageMessage[] {
  return Array.from(doc.querySelectorAll('[data-transaction-id]'))
    .filter(isText)
    .map((row) => read(row, staff))
    .sort((a, b) => Number(a.id) - Number(b.id));
}

const TEXT = '.content,.messagebody,.messageattachments,.message-stanza';

// Class `message` marks a text; what can be quoted in an answer is one too. A text cannot hold another row.
function isText(row: Element): boolean {
  if (row.parentElement?.closest('[data-transaction-id]') != null) return false;
  return row.matches('.message') || row.querySelector('.metadata a[href*="QuoteTransaction="]') !== null;
}

function read(row: Element, { ids, ownId, ownLogin }: Staff): PageMessage {
  const place = firstFree(row, '.description .user', TEXT) ?? firstFree(row, '[data-user-id]', TEXT);
  const author = place === null ? null : userOf(place);
  const record = author?.party.record;
  const headers = headersOf(row);
  const own = author !== null && (record === ownId || (author.login ?? author.party.address) === ownLogin);
  const staff = author !== null && (author.login !== null || own || ids.has(record));
  const from = headers.get('from')?.list ?? [];
  const to = headers.get('to');
  const cc = headers.get('cc');
  return pageMessage(
    {
      id: attr(row, 'data-transaction-id'),
      own,
      staff,
      from: from.length > 0 ? from.map((one) => withRecord(one, author?.party)) : author === null ? [] : [author.party],
      sender: headers.get('sender')?.list ?? [],
      replyTo: headers.get('reply-to')?.list ?? [],
      to: to?.list ?? [],
      cc: cc?.list ?? [],
      more: (to?.more ?? 0) + (cc?.more ?? 0),
      date: orNull(lineOf(row.querySelector('.date')) || ''),
    },
    [],
  );
}

// The From of an answer is often a bare address; the record of the same address has the name.
function withRecord(one: Party, author: Party | undefined): Party {
  return one.address !== null && author?.address === one.address
    ? { ...author, ...one, name: one.name || author.name }
    : one;
}

/**
 * The mail's own header, a table before the text. Tables further down belong to attached mails, or are text. RT
 * translates the keys it knows; a key in an unknown language says nothing, and the author stands in for From.
 */
function headersOf(row: Element): ReadonlyMap<HeaderRole, Parties> {
  const found = new Map<HeaderRole, Parties>();
  const table = row.querySelector('.message-header-key')?.closest('table');
  const text = row.querySelector('.messagebody,.messageattachments,.message-stanza,.downloadattachment');
  if (table == null || table.parentElement?.parentElement !== row) return found;
  if (text !== null && (text.compareDocumentPosition(table) & 4) !== 0) return found;
  for (const line of table.querySelectorAll('tr')) {
    const role = roleOf(lineOf(line.querySelector('.message-header-key')));
    const value = line.querySelector('.message-header-value')?.textContent ?? '';
    if (role !== null && !found.has(role)) found.set(role, partiesFromText(value.replace(/\s+/gu, ' '), MOST_PARTIES));
  }
  return found;
}
