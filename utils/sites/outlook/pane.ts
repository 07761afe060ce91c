import { attr, free, isShown } from '@/utils/sites/elements';

/** The text of a message, an answer being written, and the list of messages. */
export const NOT_HEADER =
  '[id^="UniqueMessageBody"],[role="document"],[contenteditable="true"],[role="textbox"],[data-app-section="MessageList"],#MailList';
export const BODY = '[id^="UniqueMessageBody"],[role="document"]';

const PANES = [
  '#ConversationReadingPaneContainer',
  '#ItemReadingPaneContainer',
  '[data-app-section="ConversationContainer"]',
  '[data-app-section="ItemContainer"]',
  '#ReadingPaneContainerId',
  '[data-app-section="MailReadCompose"]',
  '[data-app-section="Form_Content"]',
  '[role="main"]',
];

/** The pane that shows a message: the first kind of container that is drawn (2021 to 2026); null if there is none. */
export function paneOf(doc: Document): Element | null {
  let empty: Element | null = null;
  for (const selector of PANES) {
    for (const pane of doc.querySelectorAll(selector)) {
      if (pane.closest(NOT_HEADER) !== null || !isShown(pane)) continue;
      if (pane.querySelector(`${BODY},[id^="MSG_"]`) !== null) return pane;
      empty ??= pane;
    }
  }
  return empty;
}

/** Message texts of a pane, outermost only. */
export function bodiesOf(pane: Element): readonly Element[] {
  return Array.from(pane.querySelectorAll(BODY)).filter(
    (body) => body.parentElement?.closest(BODY) === null && body.closest('[contenteditable="true"]') === null,
  );
}

/** The row that is selected in the list beside; null if none or several are. */
export function selectedRow(doc: Document): Element | null {
  const rows = free(doc, '[role="option"][data-convid][aria-selected="true"]', BODY);
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

/** `/mail/inbox/id/<item>`, `/mail/deeplink/readconv/<conversation>` → the last part; it differs from visit to visit. */
export function itemIn(url: URL): string | null {
  const item = /\/(?:id|read|readconv)\/([^/]+)/u.exec(url.pathname)?.[1];
  if (item === undefined) return null;
  try {
    return decodeURIComponent(item);
  } catch {
    return item;
  }
}

export function labelOf(element: Element): string {
  return attr(element, 'aria-label').trim();
}
