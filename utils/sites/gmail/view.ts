import { isShown } from '@/utils/sites/elements';
import { BODY } from './marks';

/** Lists of conversations: their rows carry names and addresses too. */
const LIST = '[gh="tl"],tr.zA,tr[role="row"]';
const ITEM = '[role="listitem"]';

/** The view that the user sees, and the messages in it. */
export interface View {
  readonly element: Element;
  readonly items: readonly Element[];
}

/**
 * Gmail keeps views it has left in the document, hidden, and has none while it loads (null); of two that are shown
 * (chat beside mail) the last one with a message in it counts.
 */
export function viewOf(doc: Document, within: ParentNode = doc): View | null {
  const views = Array.from(within.querySelectorAll('[role="main"]'));
  // A conversation in its own window may do without the role.
  if (views.length === 0 && doc.body?.querySelector(`[role="list"] > ${ITEM}`)) views.push(doc.body);
  let last: View | null = null;
  for (const element of views.reverse()) {
    if (!isShown(element)) continue;
    const view = { element, items: itemsOf(element) };
    if (view.items.length > 0) return view;
    last ??= view;
  }
  return last;
}

/** The message elements of a view: those of one list, none inside a text, in a list row or in another message. */
function itemsOf(view: Element): readonly Element[] {
  const lists = new Map<Element, Element[]>();
  for (const item of view.querySelectorAll(ITEM)) {
    const parent = item.parentElement;
    if (parent === null || parent.closest(`${ITEM},${BODY},${LIST}`) !== null) continue;
    const list = parent.closest('[role="list"]') ?? parent;
    const items = lists.get(list);
    if (items === undefined) lists.set(list, [item]);
    else items.push(item);
  }
  const shown = [...lists].filter(([list]) => isShown(list));
  return shown.findLast(([, items]) => items.some(isMessage))?.[1] ?? [];
}

/** What holds all views, so that one that comes later is noticed; null while Gmail loads. */
export function rootOf(doc: Document, last?: Element): Element | null {
  // A message is shown in it, so no view elsewhere is. To look through all of a large mailbox takes a millisecond.
  if (last && viewOf(doc, last)?.items.length) return last;
  const views = Array.from(doc.querySelectorAll('[role="main"]'));
  let root = views[0]?.parentElement ?? null;
  while (root !== null && !views.every((view) => root?.contains(view))) root = root.parentElement;
  return root;
}

/** Is the item only a place where somebody writes? */
export function isDraft(item: Element): boolean {
  return item.querySelector('[data-compose-id],input[name="draft"]') !== null;
}

/** Does the view show a list of conversations? */
export function hasRows(view: Element): boolean {
  return view.querySelector(LIST) !== null;
}

// Other things are lists too: labels, files, recipients of an answer.
function isMessage(item: Element): boolean {
  return item.querySelector('[email],[jid],[data-legacy-message-id],[data-message-id],.go,.adn') !== null;
}
