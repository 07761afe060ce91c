import type { Address } from '@/utils/people/types';
import { attr, firstFree, free, lineOf } from '@/utils/sites/elements';
import { addressesIn } from '@/utils/sites/facts';
import { BODY } from './pane';

/** All mailboxes that the folder tree, the address and the account menu name: each of them is the user's. */
export function accountOf(doc: Document, url: URL): readonly Address[] {
  const tree = firstFree(doc, '[data-app-section="NavigationPane"]', BODY) ?? doc;
  const texts: string[] = [];
  for (const root of free(tree, '[id^="primaryMailboxRoot_"]', BODY)) {
    texts.push(attr(root, 'title'), attr(root, 'data-folder-name'));
  }
  const mailbox = /^\/mail\/(?:\d+\/)?([^/]+(?:@|%40)[^/]+)/iu.exec(url.pathname)?.[1];
  if (mailbox !== undefined) texts.push(mailbox.replace(/%40/giu, '@'));
  texts.push(lineOf(firstFree(doc, '#mectrl_currentAccount_secondary', BODY)));
  return addressesIn(texts);
}

/** The user's name: "Mail - Anna Berg - Outlook" (2024 to 2026). */
export function ownNameOf(doc: Document): string {
  const parts = doc.title.split(' - ');
  return parts.length >= 3 ? (parts.at(-2) ?? '').trim() : '';
}
