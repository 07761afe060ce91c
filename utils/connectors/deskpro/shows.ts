import type { Shown } from '@/utils/connectors/types';

/**
 * What one of Deskpro's own pages shows. Legacy (2015-2022): `…/agent/#app.tickets,inbox:agent,t.o:12,p.o:3`, where the
 * last one opened is in front; `…/agent/tickets/12` (ZAP, 2021). † Horizon: no page of a ticket is public; what is read is
 * any `…/app#/…ticket…/12`, or the same of a person.
 */
export function shows(site: string, url: string): Shown | null {
  if (!url.startsWith(`${site}/`)) return null;
  const rest = url.slice(site.length);
  const legacy = [...rest.matchAll(/[,.#/]([tp])\.o:([1-9]\d{0,9})(?=[,&]|$)/gu)].at(-1);
  if (legacy !== undefined) return { kind: legacy[1] === 't' ? 'ticket' : 'person', id: legacy[2] ?? '' };
  if (!/^\/(?:agent|app)\b/u.test(rest)) return null;
  const named = [...rest.matchAll(NAMED)].at(-1);
  if (named === undefined) return null;
  return { kind: named[1]?.toLowerCase().startsWith('ticket') === true ? 'ticket' : 'person', id: named[2] ?? '' };
}

/** 'tickets/12', 'ticket/view/12', 'ticket:12', 'crm/people/3', 'user/3'. */
const NAMED = /\b(tickets?|people|persons?|users?)(?:\/(?:view|show|open|edit))?[/:=]([1-9]\d{0,9})(?=[/?&#,;]|$)/giu;
