import { gmail } from './gmail';
import { outlook } from './outlook';
import { roundcube } from './roundcube';
import { rt } from './rt';
import { sample } from './sample';
import type { Site } from './types';

/** All pages we can read. Sites with a host of their own come before those known by marks of the page. */
export const sites: readonly Site[] = [gmail, sample, roundcube, rt, outlook];

/** The site that a document belongs to; null for any other page. Never throws. */
export function siteFor(doc: Document, url: URL): Site | null {
  for (const site of sites) {
    try {
      if (site.matches(doc, url)) return site;
    } catch {
      // A document without head or body belongs to nobody.
    }
  }
  return null;
}
