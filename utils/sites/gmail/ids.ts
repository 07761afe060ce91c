import { attr } from '@/utils/sites/elements';

/** `thread-f:1775568780109575075`, `#msg-f:…` → the 16 hex digits that Gmail's API uses; other ids as they are. */
export function plainId(id: string): string | null {
  const decimal = /^#?(?:thread|msg)-f:(\d{15,20})$/u.exec(id)?.[1];
  if (decimal !== undefined) return BigInt(decimal).toString(16);
  // Since 2025-11-10 the attribute can hold the word "undefined" for some seconds.
  return /^#?(?:thread|msg)-[a-z]:.+/u.test(id) ? id.replace('#', '') : /^[0-9a-f]{14,17}$/u.test(id) ? id : null;
}

/** The first of an element's attributes that is an id. */
export function idOf(element: Element | null, names: readonly string[]): string | null {
  for (const name of names) {
    const id = plainId(attr(element, name));
    if (id !== null) return id;
  }
  return null;
}

const VIEWS_WITH_A_NAME = /^(?:label|category|search|advanced-search|section_query|circle|create-filter)$/u;
const NO_MAIL = /^(?:settings|contacts|apps|chat|rooms|calls|meet|tl)$/u;

/** The last part of the address's hash, if it stands for an open conversation: a token (since 2018) or 16 hex digits. */
export function tokenIn(url: URL): string | null {
  const parts = url.hash.slice(1).split('?', 1)[0]?.split('/') ?? [];
  const view = parts[0] ?? '';
  const token = parts.at(-1) ?? '';
  if (NO_MAIL.test(view) || parts.length < (VIEWS_WITH_A_NAME.test(view) ? 3 : 2)) return null;
  return /^(?:[A-Za-z]{24,64}|[0-9a-f]{16})$/u.test(token) ? token : null;
}
