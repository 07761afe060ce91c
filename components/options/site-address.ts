// What a person types as the address of their mail or ticket page: self-hosted, own domain, port, sub-path.

export type SiteAddress =
  | {
      readonly state: 'ready';
      /** 'https://mail.example.org:8443'. */
      readonly origin: string;
      /** What the browser will ask about: it knows hosts, not ports. */
      readonly host: string;
      /** http to another machine: readable and changeable on the way. */
      readonly plain: boolean;
    }
  | { readonly state: 'empty' | 'email' | 'scheme' | 'unreadable' };

// A wildcard is a legal character of a host for the URL parser, and would ask the browser for more than one site.
const HOST = /^(?:\[[0-9a-f:.]+\]|[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?)$/;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const NO_SLASHES = /^(?:mailto|file|data|javascript|about|chrome|view-source):/i;

/** Is this host the person's own machine, where nothing is on the way? Takes `URL.hostname`. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname)
  );
}

/** Reads a typed address; without a scheme it is https, or http on the person's own machine. */
export function readSiteAddress(text: string): SiteAddress {
  const typed = text.trim();
  if (typed === '') return { state: 'empty' };
  const named = SCHEME.test(typed);
  if (!named && NO_SLASHES.test(typed)) return { state: 'scheme' };
  if (!named && /^[^/\s]+@[^/\s]+$/.test(typed)) return { state: 'email' };
  const url = parse(named ? typed : `https://${typed}`);
  if (url === null || !HOST.test(url.hostname)) return { state: 'unreadable' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { state: 'scheme' };
  const own = isLoopback(url.hostname);
  // "anna" alone is a slip; "mail" alone may be a machine in the house, when typed as an address.
  if (!named && !own && !url.hostname.includes('.') && url.port === '') return { state: 'unreadable' };
  const protocol = named || !own ? url.protocol : 'http:';
  return {
    state: 'ready',
    origin: `${protocol}//${url.host}`,
    host: url.hostname,
    plain: protocol === 'http:' && !own,
  };
}

/** 'https://mail.example.org' → 'mail.example.org'; http stays visible. */
export function originName(origin: string): string {
  return origin.replace(/^https:\/\//, '');
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
