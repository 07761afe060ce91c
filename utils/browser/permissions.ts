// Which sites we may read. The browser's own list of granted hosts is the only truth; we keep no copy.
import browser from 'webextension-polyfill';

/** 'https://mail.example.com:8443/path' → 'https://mail.example.com:8443'; null for anything but http(s). */
export function originOf(url: string): string | null {
  try {
    const { protocol, origin } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? origin : null;
  } catch {
    return null;
  }
}

/** The origin of any page a script of ours runs in, our own among them: by the standard, theirs would be 'null'. */
export function pageOrigin(url: string): string {
  const { origin, protocol, host } = new URL(url);
  return origin === 'null' ? `${protocol}//${host}` : origin;
}

/** Match patterns know no port in Chrome and Firefox alike: the whole host is named, all its ports with it. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

export async function mayRead(origin: string): Promise<boolean> {
  // We never ask for a single port, but a Chromium can grant one by other ways; elsewhere such a pattern is an error.
  return (await granted(patternOf(origin))) || granted(`${origin}/*`);
}

function granted(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] }).catch(() => false);
}

/** Must be called straight from a user's act; false if the user said no. One question for all the hosts of a service. */
export async function askToRead(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: origins.map(patternOf) });
}

export async function giveBack(origin: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [patternOf(origin)] });
}

/** Patterns of all granted sites, 'https://mail.google.com/*'. */
export async function grantedPatterns(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => /^https?:\/\//.test(pattern)).sort();
}

export function onPermissions(tell: () => void): void {
  browser.permissions.onAdded.addListener(tell);
  browser.permissions.onRemoved.addListener(tell);
}
