import { parseAddress } from '@/utils/people/address';
import type { PageMessage, Party } from '@/utils/people/message';
import { attr, lineOf } from '@/utils/sites/elements';
import { openMessage } from '@/utils/sites/facts';
import type { Strategy } from '@/utils/sites/types';
import { messagesOf, type Staff } from './history';
import { OWNERS, requestorsOf } from './people';

/** Where the page names the requestors; null if this way of finding them is not on the page. */
type Find = (doc: Document, number: string, url: URL) => readonly Party[] | null;

// The hidden form for changing people repeats requestors and Cc; a text can show anything.
const FORM = 'form,.inline-edit:not(.inline-edit-toggle),[data-transaction-id]';

/** The box "People": RT 4.2 to 6; in RT 6 the value's class is `rt-value`. */
const inPeopleBox: Find = (doc) => {
  const row = outsideForms(doc, '.ticket-info-people .requestors')[0];
  if (row === undefined) return null;
  const value = row.querySelector('.value,.rt-value') ?? row;
  const users = Array.from(value.querySelectorAll('.user,[data-user-id]')).filter(
    (user) => user.parentElement?.closest('.user,[data-user-id]') == null,
  );
  return requestorsOf(users.length > 0 ? users : value.querySelectorAll('a[href*="/User/Summary.html"]'));
};

/** The box "More about the requestors", by the ids of its folds: RT 4.4 to 6, without any class. */
const inRequestorBox: Find = (doc) => {
  const links = outsideForms(
    doc,
    '.ticket-info-requestor a.user-summary,[id^="accordion-requestor-"][id$="-title"] a[href*="/User/Summary.html"]',
  );
  return links.length === 0 ? null : requestorsOf(links);
};

/** The mobile page: label and value in turn, always owner, requestors, Cc, AdminCc; RT 4 to 6. */
const inMobilePage: Find = (doc) => {
  const entries = outsideForms(doc, '#ticket-show .ticket-info-people .entry');
  const value = entries.length < 4 ? undefined : entries[1]?.querySelector('.value');
  if (value == null) return null;
  const users = value.querySelectorAll('.user');
  return requestorsOf(users.length > 0 ? users : [value]);
};

/** Pages that name no requestor: history, self-service. Their texts are all there is. */
const nowhere: Find = (doc) => (doc.querySelector('[data-transaction-id]') === null ? null : []);

/** Only those whose number is a ticket's: elsewhere it can be a text's, or a file's. */
const NUMBERED = /\/(?:History|Update|Modify\w*|Reminders|Forward)\.html$/u;

/** Pages for changing a ticket: they name it and nobody. Without the number in its title, the page is an error's. */
const byNumber: Find = ({ title }, number, { pathname }) =>
  NUMBERED.test(pathname) && title.includes(`#${number}`) ? [] : null;

export const ticketStrategies: readonly Strategy[] = [
  ticket('people-box-2014', inPeopleBox),
  ticket('requestor-box-2014', inRequestorBox),
  ticket('mobile-entries-2013', inMobilePage),
  ticket('history-rows-2014', nowhere),
  ticket('number-2014', byNumber),
];

function ticket(name: string, find: Find): Strategy {
  return {
    name,
    read(doc, url) {
      const number = numberOf(doc, url);
      const requestors = number && find(doc, number, url);
      if (!number || !requestors) return null;
      const login = lineOf(outsideForms(doc, '.current-user')[0]);
      const account = parseAddress(login);
      const messages = withCopies(messagesOf(doc, staffOf(doc, login)), doc);
      if (messages.length === 0 && requestors.length === 0 && find === nowhere) return null;
      return openMessage({
        site: 'rt',
        strategy: name,
        kind: 'ticket',
        account: account ? [account] : [],
        conversation: number,
        title: titleOf(doc)?.[2] || null,
        requestors,
        messages,
        server: { address: url.origin + url.pathname.replace(PAGES, ''), ticket: number },
      });
    },
  };
}

/** The ticket's own Cc: nobody's mail names them, so they go with the last text. */
function withCopies(messages: readonly PageMessage[], doc: Document): readonly PageMessage[] {
  const copies = requestorsOf(outsideForms(doc, '.ticket-info-people .cc .user'));
  const last = messages.at(-1);
  return last === undefined || copies.length === 0
    ? messages
    : [...messages.slice(0, -1), { ...last, cc: [...last.cc, ...copies] }];
}

const PAGES = /\/(?:Ticket|SelfService|m\/ticket)\/(?:[A-Za-z]+(?:\.html)?)\/?$/u;

/** The number in the address (`?id=19`), or, after a form was sent, in the title ("#19: …"); null if this is no ticket. */
export function numberOf(doc: Document, url: URL): string | null {
  if (!PAGES.test(url.pathname)) return null;
  const titled = titleOf(doc)?.[1] ?? null;
  const asked = /^\d+$/u.exec(url.searchParams.get('id') ?? '')?.[0];
  // "RT Error" keeps the address of the ticket that it refuses to show.
  return isDisplay(url) ? titled : (asked ?? titled);
}

/** "#19: What it is about": number and subject. */
const titleOf = ({ title }: Document): RegExpExecArray | null => /^#(\d+):\s*(.*)$/su.exec(title.trim());

export function isDisplay(url: URL): boolean {
  return /\/(?:Ticket|SelfService)\/Display\.html$|\/m\/ticket\/show\/?$/u.test(url.pathname);
}

function outsideForms(doc: Document, selector: string): readonly Element[] {
  return Array.from(doc.querySelectorAll(selector)).filter((element) => element.closest(FORM) === null);
}

function staffOf(doc: Document, ownLogin: string): Staff {
  const ids = new Set<string | undefined>();
  for (const user of outsideForms(doc, '.ticket-info-people :is(.owner,.admincc) [data-user-id]')) {
    ids.add(attr(user, 'data-user-id'));
  }
  for (const owner of doc.querySelectorAll(OWNERS)) ids.add(attr(owner, 'value'));
  for (const user of outsideForms(doc, '.ticket-info-people .requestors [data-user-id]'))
    ids.delete(attr(user, 'data-user-id'));
  const link = attr(outsideForms(doc, '.current-user')[0]?.closest('a'), 'href');
  return { ids, ownId: /\/User\/Summary\.html\?id=(\d+)/u.exec(link)?.[1] ?? null, ownLogin };
}
