import type { PageMessage, Party } from '@/utils/people/message';
import { party } from '@/utils/people/party';
import type { Address } from '@/utils/people/types';
import { attr, free, isShown, lineOf } from '@/utils/sites/elements';
import { addressesIn, openMessage, orNull, pageMessage, partiesOf } from '@/utils/sites/facts';
import type { Site, Strategy } from '@/utils/sites/types';

/**
 * The sample mailbox: a page of ours, `sample-mailbox.html`, to try Sidecard on. Its marks:
 *
 * - `[data-sample-mailbox="agent@example.com"]`: around everything; the value is the mailbox's own address
 * - `[data-sample-thread="id"]` in it: the open conversation; without one, or with it hidden, nothing is open
 * - `[data-sample-title]` in the thread: the title
 * - `[data-sample-message="id"]` in the thread, oldest first: a message; folded with `aria-expanded="false"` or its body hidden
 * - `[data-sample-from="address"]` in the message, its text the name; likewise `-sender`, `-reply-to`, `-to`, `-cc`
 * - `[data-sample-date]` in the message; `[data-sample-body]`: the text, never read
 */
export const sample: Site = {
  id: 'sample',
  hosts: 'by-page',
  matches: (doc, url) => url.pathname.endsWith('/sample-mailbox.html') && doc.querySelector(MAILBOX) !== null,
  root: (doc) => doc.querySelector(MAILBOX),
  attributes: ['hidden', 'aria-expanded', 'data-sample-thread'],
  strategies: [{ name: 'sample-marks-2026', read }],
  expects: () => false,
};

const MAILBOX = '[data-sample-mailbox]';
const BODY = '[data-sample-body]';

function read(doc: Document): ReturnType<Strategy['read']> {
  const mailbox = doc.querySelector(MAILBOX);
  if (mailbox === null) return null;
  const thread = free(mailbox, '[data-sample-thread]', BODY).findLast(isShown);
  if (thread === undefined) return 'nothing';
  const account = addressesIn([attr(mailbox, 'data-sample-mailbox')]);
  const messages = free(thread, '[data-sample-message]', BODY).map((item) => message(item, account));
  if (messages.length === 0) return 'nothing';
  return openMessage({
    site: 'sample',
    strategy: 'sample-marks-2026',
    account,
    conversation: orNull(attr(thread, 'data-sample-thread')),
    title: orNull(lineOf(thread.querySelector('[data-sample-title]'))),
    messages,
  });
}

function message(item: Element, account: readonly Address[]): PageMessage {
  const people = (role: string): readonly Party[] => {
    const mark = `data-sample-${role}`;
    return partiesOf(free(item, `[${mark}]`, BODY), (element) => party(lineOf(element), attr(element, mark))).list;
  };
  return pageMessage(
    {
      id: orNull(attr(item, 'data-sample-message')),
      from: people('from'),
      sender: people('sender'),
      replyTo: people('reply-to'),
      to: people('to'),
      cc: people('cc'),
      date: orNull(lineOf(item.querySelector('[data-sample-date]'))),
      expanded: attr(item, 'aria-expanded') !== 'false' && item.querySelector(`${BODY}[hidden]`) === null,
    },
    account,
  );
}
