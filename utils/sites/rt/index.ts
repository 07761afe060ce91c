import { attr } from '@/utils/sites/elements';
import type { Site } from '@/utils/sites/types';
import { isDisplay, numberOf, ticketStrategies } from './ticket';

/** Request Tracker 4.2 to 6 on any host: ticket, history, self-service and mobile pages. */
export const rt: Site = {
  id: 'rt',
  hosts: 'by-page',
  matches: (doc) =>
    attr(doc.body, 'id').startsWith('comp-') ||
    doc.querySelector(
      '#ticket-show,#ticket-history,#rt-header-container,link[href*="/NoAuth/css/"],link[href*="/static/css/elevator"]',
    ) !== null,
  // RT 6 loads parts of the page later, anywhere in it.
  root: (doc) => doc.querySelector('#body,#ticket-show') ?? doc.body,
  attributes: [],
  strategies: ticketStrategies,
  expects: (doc, url) => isDisplay(url) && numberOf(doc, url) !== null,
};
