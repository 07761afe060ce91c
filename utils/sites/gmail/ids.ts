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

// "#label/Name" and the like have a name where "#inbox/token" has the token; chat is no mail.
const OPEN =
  /^#(?!chat|settings|(?:label|category|search|[a-z]+[-_][a-z]+)\/[^/]*$).+\/([A-Za-z]{24,64}|[0-9a-f]{16})(?:\?|$)/u;

/** The last part of the address's hash, if it stands for an open conversation: a token (since 2018) or 16 hex digits. */
export function tokenIn(url: URL): string | null {
  return OPEN.exec(url.hash)?.[1] ?? null;
}
