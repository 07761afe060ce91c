import type { Capability } from '@/utils/connectors/types';

interface Linked {
  readonly id: string;
  readonly url?: string;
}

/** A connection, as far as its tickets have pages. */
export interface LinkAt {
  readonly source: { readonly id: string };
  readonly can: readonly Capability[];
}

/** Our own page of a ticket, opened in a tab. */
export const ticketPage = (connection: string, id: string): string =>
  `/ticket.html?${new URLSearchParams({ connection, ticket: id })}`;

/** Where a ticket is seen whole: at its server, only over the web, else on a page of ours; null: nowhere. */
export function ticketLink({ id, url }: Linked, { source, can }: LinkAt): string | null {
  if (url !== undefined) return /^https?:\/\//i.test(url) ? url : null;
  return can.includes('ticket') ? ticketPage(source.id, id) : null;
}
