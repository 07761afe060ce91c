import type { Address } from './types';

/** RFC 5321 §4.5.3.1 allows 254; real mail has a little more, a page can show anything. */
const LONGEST = 320;
// Marks that change nothing a reader sees, but would make one address look like another or break its comparison.
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is dropped
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g;
const LOCAL = /^(?:"(?:[^"\\]|\\.)+"|[^\s"(),:;<>@[\]\\]+)$/u;
const ASCII_DOMAIN = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)*$/;
const LITERAL = /^\[[0-9a-f.:]+\]$/;

/** Text as a person reads it: no zero-width, bidi or control marks, single spaces, trimmed. */
export function cleanText(text: string): string {
  return text.replace(UNSEEN, '').replace(CONTROLS, '').replace(SPACES, ' ').trim();
}

/** `Bücher.Test` → `xn--bcher-kva.test`; null if no host can be called so. */
function asciiDomain(domain: string): string | null {
  const lower = domain.toLowerCase();
  if (ASCII_DOMAIN.test(lower) || LITERAL.test(lower)) return lower;
  // The browser does UTS #46 for names that are not ASCII; for ASCII it would also rewrite numbers and %XX.
  if (!/[^\u0020-\u007E]/u.test(lower) || /[\s/?#@:%\\[\]]/u.test(lower)) return null;
  try {
    const host = new URL(`http://${lower}`).hostname;
    return ASCII_DOMAIN.test(host) ? host : null;
  } catch {
    return null;
  }
}

/**
 * The one way to an `Address`. Takes a bare address, `Name <address>` (the last pair of angle brackets counts)
 * or a mailto link; gives null for anything else.
 */
export function parseAddress(text: string): Address | null {
  let rest = cleanText(text.length > 4 * LONGEST ? text.slice(-4 * LONGEST) : text);
  const open = rest.lastIndexOf('<');
  const close = rest.lastIndexOf('>');
  if (open >= 0) {
    if (close < open) return null;
    rest = rest.slice(open + 1, close).trim();
    // Without its beginning, the rest of an address can be somebody else's.
  } else if (text.length > 4 * LONGEST) return null;
  if (/^mailto:/i.test(rest)) {
    rest = rest.slice(7).split('?', 1)[0] ?? '';
    try {
      rest = decodeURIComponent(rest);
    } catch {
      // A stray % is part of the address then.
    }
    rest = cleanText(rest);
  }
  const at = rest.lastIndexOf('@');
  if (at < 1 || rest.length > LONGEST) return null;
  const local = rest.slice(0, at).normalize('NFC');
  if (!LOCAL.test(local)) return null;
  const domain = asciiDomain(rest.slice(at + 1).trim());
  return domain === null ? null : (`${local.toLowerCase()}@${domain}` as Address);
}

export function localPart(address: Address): string {
  return address.slice(0, address.lastIndexOf('@'));
}

export function domainOf(address: Address): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** `anna+shop@example.com` → `anna@example.com`; the same address if it has no tag. */
export function withoutTag(address: Address): Address {
  const local = localPart(address);
  const plus = local.indexOf('+');
  if (plus < 1 || local.startsWith('"')) return address;
  return `${local.slice(0, plus)}@${domainOf(address)}` as Address;
}

const DOTS_DO_NOT_COUNT = new Set(['gmail.com', 'googlemail.com']);

/** Gmail delivers `a.n.n.a@` to `anna@`; null for all other domains. Evidence only, never the address to write to. */
export function withoutDots(address: Address): Address | null {
  if (!DOTS_DO_NOT_COUNT.has(domainOf(address))) return null;
  return `${localPart(withoutTag(address)).replaceAll('.', '')}@gmail.com` as Address;
}

const NO_REPLY =
  /^(?:no|do[._-]?not)[._-]?reply|^(?:mailer-daemon|postmaster|bounces?)(?:$|[+._-])|[._+-]no[._-]?reply$/;

/** Nobody reads what is sent there: shown, but not offered as a new person. */
export function isNoReply(address: Address): boolean {
  return NO_REPLY.test(localPart(address));
}
