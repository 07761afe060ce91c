import { readSiteAddress, type SiteAddress } from './site-address';

export type ServerAddress =
  | (Extract<SiteAddress, { readonly state: 'ready' }> & {
      /** As it is called: with its path, without a slash at its end, without name and password. */
      readonly url: string;
    })
  | Exclude<SiteAddress, { readonly state: 'ready' }>;

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Reads the typed address of a server: its own port and path stay; without a scheme it is https, or http at home. */
export function readServerAddress(text: string): ServerAddress {
  const site = readSiteAddress(text);
  if (site.state !== 'ready') return site;
  const typed = text.trim();
  const { pathname } = new URL(SCHEME.test(typed) ? typed : `https://${typed}`);
  return { ...site, url: `${site.origin}${pathname.replace(/\/+$/, '')}` };
}

/** 'https://tickets.example.org:8443' → 'tickets.example.org:8443'. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
