// What every site asks of a page's elements. Nothing here forces the browser to lay the page out, and nothing leans
// on `instanceof`, which fails between the documents of frames.

/** The text of an element as one line, pictures of letters (emoji) by their alt text. */
export function lineOf(element: Element | null | undefined): string {
  if (element === null || element === undefined) return '';
  const pictures = element.querySelectorAll('img[alt]');
  return (pictures.length === 0 ? (element.textContent ?? '') : withPictures(element)).replace(/\s+/gu, ' ').trim();
}

function withPictures(node: Node): string {
  if (node.nodeName === 'IMG' && 'getAttribute' in node) return attr(node, 'alt');
  if (node.childNodes.length === 0) return node.nodeType === 3 ? (node.nodeValue ?? '') : '';
  return Array.from(node.childNodes, withPictures).join('');
}

/** Empty where the element or the attribute is missing. */
export function attr(node: Node | null | undefined, name: string): string {
  return (isElement(node) && node.getAttribute(name)) || '';
}

/** A guard that holds between the documents of frames. */
export function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === 1;
}

/** The first match below `scope` that does not stand inside any of `except`; cheap if the first of all is free. */
export function firstFree(scope: ParentNode, selector: string, except: string): Element | null {
  const first = scope.querySelector(selector);
  if (first === null || first.closest(except) === null) return first;
  return free(scope, selector, except)[0] ?? null;
}

/** All matches below `scope` that do not stand inside any of `except`. */
export function free(scope: ParentNode, selector: string, except: string): readonly Element[] {
  return Array.from(scope.querySelectorAll(selector)).filter((element) => element.closest(except) === null);
}

/**
 * Is the element drawn? Asked of a handful of containers only: of hidden views that stay in the document. What an
 * attribute says is enough for no; only a page that is drawn can say the rest.
 */
export function isShown(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (at.hasAttribute('hidden') || /(?:^|;)\s*display\s*:\s*none/iu.test(attr(at, 'style'))) return false;
  }
  const drawn = element.ownerDocument.defaultView !== null && typeof element.checkVisibility === 'function';
  return !drawn || element.checkVisibility();
}

/** The first whole number in a text ("and 12 more"), in Latin or Arabic digits; 0 without one. */
export function countIn(text: string): number {
  const digits = /[0-9\u0660-\u0669\u06F0-\u06F9]{1,6}/u.exec(text)?.[0] ?? '0';
  return Number(Array.from(digits, (digit) => (digit > '9' ? digit.charCodeAt(0) & 15 : digit)).join(''));
}

/** The outermost ancestor of that kind below `within`. */
export function outermost(element: Element, selector: string, within: Element): Element | null {
  let found: Element | null = null;
  for (let at = element.closest(selector); at !== null && at !== within && within.contains(at); ) {
    found = at;
    at = at.parentElement?.closest(selector) ?? null;
  }
  return found;
}
