import { GMAIL_HOSTS } from '@/utils/sites/hosts';
import type { Site } from '@/utils/sites/types';
import { tokenIn } from './ids';
import { isPrint, printView } from './print';
import { threadStrategies } from './thread';
import { hasRows, isDraft, rootOf, viewOf } from './view';

/** Gmail in the browser: list, conversation, preview pane, own window, print view. */
export const gmail: Site = {
  id: 'gmail',
  hosts: GMAIL_HOSTS,
  matches: (_doc, url) => GMAIL_HOSTS.includes(url.hostname),
  // The views themselves come and go, and toggle by style.
  root: rootOf,
  attributes: ['style', 'aria-expanded', 'email'],
  strategies: [printView, ...threadStrategies],
  expects(doc, url) {
    if (isPrint(url)) return true;
    const view = viewOf(doc);
    if (view === null) return false;
    if (view.items.length > 0) return !view.items.every(isDraft);
    // The address comes first and the content later: as long as the list still stands there, nothing is open.
    return tokenIn(url) !== null && !hasRows(view.element) && view.element.childElementCount > 0;
  },
};
