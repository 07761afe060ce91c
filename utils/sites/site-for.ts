import type { Site } from './types';

/** Which of `sites` a document belongs to; null for any other page. Never throws. */
export function siteFor(sites: readonly Site[], doc: Document, url: URL): Site | null {
  for (const site of sites) {
    try {
      if (site.matches(doc, url)) return site;
    } catch {
      // A document without head or body belongs to nobody.
    }
  }
  return null;
}
