// A page of a ticket system that is connected here too: which ticket it shows, and whose that is where only the server
// knows it.
import { isOf } from '@/utils/lookup/own-server';
import { PATIENCE_MS, within } from '@/utils/lookup/wait';
import type { OpenTicket } from '@/utils/messages/view';
import type { OpenMessage, PageMessage, Party, Reading } from '@/utils/people/message';
import { toProblem } from '@/utils/problem';
import type { Places } from './connections';
import type { Tabs, Told } from './tab-state';

/** The open ticket, at a connection to its own server. */
export interface TicketAt {
  readonly key: string;
  readonly connection: string;
  readonly id: string;
  /** Absent where that cannot be asked. */
  readonly ask?: (signal: AbortSignal) => Promise<readonly Party[]>;
}

/** Nobody opens more, and a server can tell any number. */
const MOST = 200;

const isUnder = (url: string, address: string): boolean => {
  const { origin, pathname } = new URL(url);
  return (address === origin || address.startsWith(`${origin}/`)) && `${origin}${pathname}`.startsWith(`${address}/`);
};

/**
 * A reading whose records are marked with their server. Which one that is, the browser decides by where the page
 * stands: a page that names another is not believed, and its ids are left out.
 */
export function withServer(reading: Reading, url: string): Reading {
  if (reading.state !== 'open' || reading.message.server === undefined) return reading;
  const { server, ...message } = reading.message;
  const believed = isUnder(url, server.address);
  const marked = ({ record, server: _, ...party }: Party): Party =>
    record === undefined || !believed ? party : { ...party, record, server: server.address };
  const all = (parties: readonly Party[]): readonly Party[] => parties.map(marked);
  const messages = message.messages.map(
    (one): PageMessage => ({
      ...one,
      from: all(one.from),
      sender: all(one.sender),
      replyTo: all(one.replyTo),
      to: all(one.to),
      cc: all(one.cc),
    }),
  );
  const marks = { ...message, requestors: all(message.requestors), messages };
  return { state: 'open', message: believed ? { ...marks, server } : marks };
}

/** Null: the page is of no server that is connected. */
export async function ticketAt({ server }: OpenMessage, places: Places): Promise<TicketAt | null> {
  if (server === undefined) return null;
  // Where the connections cannot be read, the lookup says so.
  const all = await places.all().catch(() => []);
  const own = all.filter(({ session }) => isOf(session, server.address));
  const mayAsk = own.find(
    ({ session: { reads, denied } }) => reads.requestors !== undefined && !denied.includes('requestors'),
  );
  const place = mayAsk ?? own[0];
  if (place === undefined) return null;
  const { ticket: id, address } = server;
  const at = { key: `${address} ${id}`, connection: place.source.id, id };
  const asked = mayAsk?.session.reads.requestors;
  if (asked === undefined) return at;
  const toParty = (one: Awaited<ReturnType<typeof asked>>[number]): Party => ({
    name: one.name === '' && one.address === null ? `#${one.id}` : one.name,
    address: one.address,
    shown: one.address ?? '',
    record: one.id,
    server: address,
  });
  return { ...at, ask: async (signal) => (await asked(id, signal)).slice(0, MOST).map(toParty) };
}

/** As the panel is told of it; `told` null: the page says itself whose it is, or it is asked right now. */
export function openTicket({ connection, id }: TicketAt, waits: boolean, told: Told | null): OpenTicket {
  if (waits) return { connection, id, state: 'looking' };
  return told?.problem === undefined
    ? { connection, id, state: 'known' }
    : { connection, id, state: 'failed', problem: { ...told.problem, connection } };
}

export interface AskTickets {
  /** Asks whose the ticket is and keeps it with the tab; `then` follows, unless the tab shows something else by then. */
  ask(tab: number, ticket: TicketAt, then: () => Promise<void>): Promise<void>;
  /** Whether that has not been asked in this tab for a while: the server may tell another one by now. */
  isOld(tab: number, ticket: TicketAt): boolean;
  /** The tab shows something else, or the ticket of that key: whose that one is may still be asked. */
  stop(tab: number, but?: string): void;
}

/** ms: whoever turns to the tab again within that is told what is known. */
const OLD = 30_000;

export function askTickets(tabs: Tabs, now: () => number = () => Date.now()): AskTickets {
  /** When each was last asked. Losing both to a stopped background costs a question. */
  const asked = new Map<number, { readonly key: string; readonly at: number }>();
  const asking = new Map<number, { readonly key: string; readonly controller: AbortController }>();
  const stop: AskTickets['stop'] = (tab, but) => {
    if (but !== undefined && asking.get(tab)?.key === but) return;
    asking.get(tab)?.controller.abort();
    asking.delete(tab);
  };
  return {
    stop,
    isOld(tab, { key }) {
      const last = asked.get(tab);
      return last?.key !== key || now() - last.at >= OLD;
    },
    async ask(tab, { key, ask }, then) {
      if (ask === undefined || asking.get(tab)?.key === key) return;
      stop(tab);
      const mine = { key, controller: new AbortController() };
      asking.set(tab, mine);
      asked.set(tab, { key, at: now() });
      const told = await within(PATIENCE_MS, mine.controller.signal, ask).then(
        (requestors): Told => ({ key, requestors }),
        (error: unknown): Told => ({ key, requestors: [], problem: toProblem(error) }),
      );
      if (asking.get(tab) !== mine) return;
      asking.delete(tab);
      // Asked once more in vain, what it told before stands.
      const stands = (before: Told | null | undefined): boolean =>
        told.problem !== undefined && before?.key === key && before.problem === undefined;
      await tabs.change(tab, (state) => (stands(state.told) ? state : { ...state, told }));
      await then();
    },
  };
}
