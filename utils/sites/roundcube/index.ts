import { attr } from '@/utils/sites/elements';
import type { Site } from '@/utils/sites/types';
import { composed } from './compose';
import { messageStrategies } from './message';

/** Roundcube in its three skins (Elastic, Larry, Classic), on any host: the message page, its frame, its print view. */
export const roundcube: Site = {
  id: 'roundcube',
  hosts: 'by-page',
  matches: (doc, url) => url.searchParams.get('_task') === 'mail' && hasMarks(doc),
  // A load each message; what changes within one is the list, and that is not ours.
  root: (doc) =>
    doc.querySelector('#message-header,#messageheader,#messageframe,#messagecontframe,#compose-content') ?? doc.body,
  attributes: [],
  strategies: [composed, ...messageStrategies],
  expects: (doc, url) =>
    /^(?:show|preview|print)$/u.test(url.searchParams.get('_action') ?? '') &&
    doc.querySelector('#messagebody') !== null,
};

function hasMarks(doc: Document): boolean {
  if (/(?:^|\s)task-mail(?:\s|$)/u.test(attr(doc.body, 'class'))) return true;
  return (
    doc.querySelector(
      '#messagecontframe,#messagelist,#message-header,#messageheader,#messageframe,#messagebody,td.header.from,td.header.to,a.rcmContactAddress,textarea[name="_to"],script[src*="program/js/"]',
    ) !== null
  );
}
