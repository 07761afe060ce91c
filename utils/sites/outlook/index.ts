import type { Site } from '@/utils/sites/types';
import { paneStrategies } from './marks';
import { bodiesOf, paneOf } from './pane';

const HOSTS: readonly string[] = [
  'outlook.live.com',
  'outlook.office.com',
  'outlook.office365.com',
  'outlook.cloud.microsoft',
  'outlook.office365.us',
  'partner.outlook.cn',
];

/** Outlook on the web: one client on many hosts, and on hosts of companies' own. Facts of 2021 to 2026. */
export const outlook: Site = {
  id: 'outlook',
  hosts: HOSTS,
  matches: (doc, url) => HOSTS.includes(url.hostname) || hasMarks(doc, url),
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

// A host of a company's own: the client is loaded from Microsoft's, whatever the host.
function hasMarks(doc: Document, url: URL): boolean {
  if (!/^\/(?:mail|owa|calendar)(?:\/|$)/u.test(url.pathname) || doc.head === null) return false;
  return ['script[src', 'link[href'].some((part) =>
    ['cdn.office.net', 'owamail'].some((mark) => doc.head.querySelector(`${part}*="${mark}"]`) !== null),
  );
}
