import type { PageMessage, Party } from '@/utils/people/message';
import { party } from '@/utils/people/party';
import { attr, lineOf } from '@/utils/sites/elements';
import { addressesIn, openMessage, orNull, pageMessage, partiesOf } from '@/utils/sites/facts';
import type { Site, Strategy } from '@/utils/sites/types';

const THREAD = 'article[data-conversation]';

/** Our own sample mailbox (public/sample-mailbox.html), which the welcome page and `npm start` show. */
export const sample: Site = {
  id: 'sample',
  hosts: 'by-page',
  matches: (_doc, { protocol, pathname }) => protocol.endsWith('-extension:') && pathname === '/sample-mailbox.html',
  root: (doc) => doc.querySelector('main'),
  attributes: ['data-expanded'],
  strategies: [
    {
      name: 'data-role-2026',
      read(doc) {
        const thread = doc.querySelector(`main ${THREAD}`);
        return thread === null ? 'nothing' : threadOf(doc, thread);
      },
    },
  ],
  expects: (doc) => doc.querySelector(`main ${THREAD}`) !== null,
};

function threadOf(doc: Document, thread: Element): ReturnType<Strategy['read']> {
  const account = addressesIn([attr(doc.querySelector('[data-account]'), 'data-account')]);
  const messages = Array.from(thread.querySelectorAll('[data-message]'), (message): PageMessage => {
    const people = (role: string): readonly Party[] =>
      partiesOf(message.querySelectorAll(`header [data-role="${role}"]`), partyOf).list;
    return pageMessage(
      {
        id: orNull(attr(message, 'data-message')),
        from: people('from'),
        to: people('to'),
        cc: people('cc'),
        replyTo: people('reply-to'),
        date: orNull(lineOf(message.querySelector('header time'))),
        expanded: attr(message, 'data-expanded') === 'true',
      },
      account,
    );
  });
  if (messages.every(({ from }) => from.length === 0)) return null;
  return openMessage({
    site: 'sample',
    strategy: 'data-role-2026',
    account,
    conversation: attr(thread, 'data-conversation'),
    title: orNull(lineOf(thread.querySelector('h1'))),
    messages,
  });
}

function partyOf(element: Element): Party | null {
  return party(attr(element, 'data-name'), attr(element, 'data-address'));
}
