import type { Reading } from '@/utils/people/message';
import type { Site } from './types';

/**
 * What the page shows now. Strategies are asked in their order; the first that knows the page decides. Never throws:
 * a page that breaks a strategy is a page that this strategy does not know.
 * @param within the site's root, if it was looked for already
 */
export function readPage(site: Site, doc: Document, url: URL, within?: Element): Reading {
  for (const strategy of site.strategies) {
    const found = attempt(() => strategy.read(doc, url, within));
    if (found === 'nothing') return { state: 'nothing' };
    if (found !== null) return { state: 'open', message: found };
  }
  return attempt(() => site.expects(doc, url)) === true ? { state: 'unknown', site: site.id } : { state: 'nothing' };
}

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
