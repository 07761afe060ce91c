import { OUTLOOK_HOSTS } from '@/utils/sites/hosts';
import type { Site } from '@/utils/sites/types';
import { paneStrategies } from './marks';
import { bodiesOf, paneOf } from './pane';
import { isOutlook } from './recognise';

/** Outlook on the web: one client on many hosts, and on hosts of companies' own. Facts of 2021 to 2026. */
export const outlook: Site = {
  id: 'outlook',
  hosts: OUTLOOK_HOSTS,
  matches: (doc, url) => OUTLOOK_HOSTS.includes(url.hostname) || isOutlook(doc, url),
  root: (doc) =>
    doc.getElementById('ReadingPaneContainerId') ?? doc.querySelector('[role="main"]')?.parentElement ?? paneRoot(doc),
  attributes: ['aria-expanded', 'aria-label', 'style'],
  strategies: paneStrategies,
  // An empty pane beside a selected row is no message; a text that nobody seems to have written is one.
  expects(doc) {
    const pane = paneOf(doc);
    return pane !== null && bodiesOf(pane).length > 0;
  },
};

function paneRoot(doc: Document): Element | null {
  return paneOf(doc)?.parentElement ?? null;
}
