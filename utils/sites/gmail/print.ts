import type { PageMessage } from '@/utils/people/message';
import { partiesFromText, partyFromText } from '@/utils/people/party';
import type { Address } from '@/utils/people/types';
import { lineOf } from '@/utils/sites/elements';
import { addressesIn, MOST_PARTIES, openMessage, orNull, pageMessage } from '@/utils/sites/facts';
import type { Strategy } from '@/utils/sites/types';
import { roleOf } from '@/utils/sites/words';
import { plainId } from './ids';

/**
 * The print view has no attributes: a table a message, whose first cell is `<b>Name </b><address>` (2014 to 2023).
 * The first address of the page is the user's own.
 */
export const printView: Strategy = {
  name: 'print-tables-2014',
  read(doc, url) {
    if (!isPrint(url)) return null;
    const tables = Array.from(doc.querySelectorAll('table')).filter(
      (table) => table.parentElement?.closest('table') === null,
    );
    const found = tables.filter(isMessage);
    if (found.length === 0) return null;
    const account = accountOf(tables.filter((table) => !isMessage(table)));
    const messages = found.map((table) => read(table, account));
    const [only] = messages;
    const id = idIn(url, ['simpl', 'siml']);
    return openMessage({
      site: 'gmail',
      strategy: printView.name,
      account,
      conversation: idIn(url, ['permthid', 'th']),
      title: orNull(doc.title.replace(/^.*? - /u, '').trim()),
      messages: only !== undefined && messages.length === 1 ? [{ ...only, id }] : messages,
    });
  },
};

export function isPrint(url: URL): boolean {
  return url.searchParams.get('view') === 'pt';
}

function idIn(url: URL, names: readonly string[]): string | null {
  for (const name of names) {
    const id = plainId(url.searchParams.get(name) ?? '');
    if (id !== null) return id;
  }
  return null;
}

// Own cells only: a text can hold any table.
function cellsOf(table: Element, row: number): readonly Element[] {
  return Array.from(rowsOf(table)[row]?.children ?? []);
}

function rowsOf(table: Element): readonly Element[] {
  return Array.from(table.children).flatMap((part) => (part.localName === 'tr' ? [part] : Array.from(part.children)));
}

function isMessage(table: Element): boolean {
  const [who, when] = cellsOf(table, 0);
  return (
    who !== undefined &&
    when !== undefined &&
    rowsOf(table).length > 1 &&
    who.querySelector('b') !== null &&
    partyFromText(lineOf(who)) !== null
  );
}

// "Anna Berg <anna@example.com>" in bold at the end of the page's first line.
function accountOf(others: readonly Element[]): readonly Address[] {
  const head = others.find((table) => rowsOf(table).length === 1 && cellsOf(table, 0).length === 2);
  const text = head === undefined ? '' : lineOf(cellsOf(head, 0)[1]);
  return addressesIn([text]);
}

function read(table: Element, account: readonly Address[]): PageMessage {
  const [who, when] = cellsOf(table, 0);
  const writer = partyFromText(lineOf(who));
  const parts = new Map<string, ReturnType<typeof partiesFromText>>();
  for (const line of linesOf(cellsOf(table, 1)[0])) {
    const [, label = '', value = ''] = /^([^:：<@]{1,40})[:：]\s*(.*)$/u.exec(lineOf(line)) ?? [];
    const role = line.matches('.replyto') ? 'reply-to' : (roleOf(label) ?? (parts.has('to') ? 'other' : 'to'));
    if (value !== '' && !parts.has(role)) parts.set(role, partiesFromText(value, MOST_PARTIES));
  }
  const [to, cc, replyTo] = ['to', 'cc', 'reply-to'].map((role) => parts.get(role));
  return pageMessage(
    {
      from: writer === null ? [] : [writer],
      to: to?.list ?? [],
      cc: cc?.list ?? [],
      replyTo: replyTo?.list ?? [],
      more: (to?.more ?? 0) + (cc?.more ?? 0),
      date: orNull(lineOf(when)),
    },
    account,
  );
}

// A box a header: "To: …"; where there are none, the cell is the one header.
function linesOf(cell: Element | undefined): readonly Element[] {
  const lines = Array.from(cell?.querySelectorAll('div') ?? []);
  return lines.length > 0 || cell === undefined ? lines : [cell];
}
