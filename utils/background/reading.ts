import { originOf, pageOrigin } from '@/utils/browser/permissions';
import { getTab } from '@/utils/browser/tabs';
import { same } from '@/utils/changes/same';
import { subjectOf } from '@/utils/lookup/subject';
import type { Frame } from '@/utils/messages';
import type { PageStatus } from '@/utils/messages/view';
import { parseAddress } from '@/utils/people/address';
import { choose } from '@/utils/people/choose';
import type { Reading } from '@/utils/people/message';
import type { Address, PersonRef } from '@/utils/people/types';
import { readSettings } from '@/utils/settings/store';
import { byAddress } from './by-address';
import type { Places } from './connections';
import type { Lookups } from './lookups';
import { askTickets, openTicket, type TicketAt, ticketAt, withServer } from './open-ticket';
import { quietly } from './quietly';
import type { TabState, Tabs, Views } from './tab-state';

export interface Readings {
  /** A frame of a tab says what it reads now. */
  read(reading: Reading, from: Frame): Promise<void>;
  /** The top frame starts anew: what its frames said before is gone. */
  started(from: Frame): Promise<void>;
  /** Shows who the tab's open message is from, as if it had just been read. */
  showMessage(tab: number): Promise<void>;
  /** The tab's address is another one. */
  moved(tab: number): Promise<void>;
  /** Whose the open ticket is by its server is asked once more; who is shown stays until another one is told. */
  recheck(tab: number): Promise<void>;
  /** Somebody was changed: their tickets may be another one's now. */
  changed(ref: PersonRef): Promise<void>;
  /** Takes up again what a stopped background was asking, at its start. */
  resume(): Promise<void>;
}

interface Parts {
  readonly views: Views;
  readonly tabs: Tabs;
  readonly lookups: Lookups;
  readonly places: Places;
}

/** Of all frames: an open message before a page nobody understands before nothing. */
function readingOf(frames: Readonly<Record<string, Reading>>): Reading {
  const all = Object.values(frames);
  return (
    all.findLast(({ state }) => state === 'open') ??
    all.find(({ state }) => state === 'unknown') ?? { state: 'nothing' }
  );
}

const addresses = (texts: readonly string[]): readonly Address[] => texts.flatMap((text) => parseAddress(text) ?? []);

export function makeReadings({ views, tabs, lookups, places }: Parts): Readings {
  const tickets = askTickets(tabs);

  /** What the frames say, with what the ticket's own server has told of it; `waits`: it is still to be asked. */
  const readNow = async (tab: number, { frames, told }: TabState, again: boolean) => {
    const said = readingOf(frames);
    // What a page says of itself is surer, and more, than what its address tells.
    const followed = said.state === 'open' ? null : await byAddress(tab, places);
    const read: Reading = followed ? { state: 'open', message: followed.message } : said;
    const none = { ticket: null, waits: false, told: null, followed };
    if (read.state !== 'open' || read.message.server === undefined) return { ...none, reading: read };
    const { message } = read;
    const ticket = await ticketAt(message, places);
    // A page that only changes a ticket says nothing to whoever cannot ask whose it is.
    const empty = message.requestors.length === 0 && message.messages.length === 0;
    if (ticket === null) return { ...none, reading: empty ? ({ state: 'nothing' } as const) : read };
    if (message.requestors.length > 0 || ticket.ask === undefined) return { ...none, ticket, reading: read };
    const known = told?.key === ticket.key && !(again && told.problem) ? told : null;
    const reading = known ? { ...read, message: { ...message, requestors: known.requestors } } : read;
    return { reading, ticket, waits: known === null, told: known, followed };
  };

  /** What follows from the frames of a tab now; done by the function that it gives. */
  const decide = async (tab: number, again: boolean): Promise<() => Promise<void>> => {
    const [known, { ownAddresses }] = await Promise.all([tabs.get(tab), readSettings()]);
    const { fromPage: before } = known;
    const { reading, ticket, waits, told, followed } = await readNow(tab, known, again);
    const origin = known.origin ?? followed?.origin ?? null;
    if (!waits) tickets.stop(tab, ticket?.key);
    const host = origin === null ? null : new URL(origin).host;
    const site = reading.state === 'open' ? reading.message.site : null;
    const choice = reading.state === 'open' && !waits ? choose(reading.message, addresses(ownAddresses)) : null;
    const subject = reading.state === 'open' && choice ? subjectOf(reading.message, choice) : null;
    const state = reading.state === 'nothing' ? 'none' : reading.state;
    const page: PageStatus = { state, host, site, ...(ticket && { ticket: openTicket(ticket, waits, told) }) };
    // What a server told is kept no longer than its ticket is open there, nor while that is locked away.
    // It may have told it just now, while this was decided: then that follows by itself.
    const toldNow = ({ told: now = null }: TabState) => (now !== known.told && now?.key === ticket?.key ? now : told);
    const kept = await tabs.change(tab, (one) =>
      one.frames !== known.frames
        ? one
        : {
            ...one,
            fromPage: subject,
            told: toldNow(one),
            byAddress: followed !== null,
            origin: one.origin ?? followed?.origin ?? null,
          },
    );
    // Something else has been told by now, or the page was left.
    if (kept.frames !== known.frames) return decide(tab, again);
    const view = await views.change(tab, (one) =>
      // A page that has told nothing is what a look at the tab said of it: one that we may not read, say.
      origin === null || same({ ...one.page, origin: undefined }, page) ? one : { ...one, page },
    );
    const others = choice ? { list: choice.others, more: choice.more } : { list: [], more: 0 };
    if (subject === null) {
      // What the user asked for by hand stays; what a message said goes with the message.
      const leave = again || before !== null || view.subject?.origin === 'page';
      return async () => {
        if (leave) await lookups.clear(tab);
        if (others.list.length > 0) await lookups.others(tab, others);
        if (waits && ticket && !kept.told) await tickets.ask(tab, ticket, () => settle(tab, false));
      };
    }
    // The same message read again: an asked-for person stays, and nobody is looked up twice; but a thread that was
    // unfolded names more people now.
    const asked = view.subject?.origin === 'asked';
    const standing = before?.key === subject.key && (asked || view.subject?.key === subject.key);
    if (!again && standing && !lookups.broken(view)) return () => lookups.others(tab, others);
    return () => lookups.show(tab, subject, others);
  };

  /** A tab that stands at another site than the one its frames spoke from: what they said was of the page before. */
  const leaveSite = async (tab: number): Promise<void> => {
    const { origin, frames } = await tabs.get(tab);
    const there = originOf((await getTab(tab))?.url ?? '');
    if (origin === null || there === null || there === origin) return;
    await tabs.change(tab, (state) =>
      // The new page may have spoken meanwhile.
      state.frames === frames && state.origin === origin ? { ...state, frames: {}, origin: null, told: null } : state,
    );
  };

  const turns = new Map<number, Promise<unknown>>();
  /**
   * Readings of a tab are decided on one after the other, so that the last one told is the one that stands. The
   * lookup that follows begins in its turn too, but nobody waits for its end.
   */
  const settle = async (tab: number, again: boolean): Promise<void> => {
    const before = turns.get(tab) ?? Promise.resolve();
    const turn = before
      .then(() => decide(tab, again))
      .catch(async (error: unknown) => {
        // Whoever is shown, it is not known any more whether this message is theirs.
        await lookups.clear(tab);
        throw error;
      })
      .then((act) => ({ done: act() }));
    turns.set(
      tab,
      turn.catch(() => undefined),
    );
    await (await turn).done;
  };

  const recheck = async (tab: number, isDue: (ticket: TicketAt) => boolean): Promise<void> => {
    const { ticket, told } = await readNow(tab, await tabs.get(tab), false);
    // What the page says itself is no question.
    if (ticket !== null && told !== null && isDue(ticket)) await tickets.ask(tab, ticket, () => settle(tab, false));
  };

  return {
    async read(reading, from) {
      const origin = pageOrigin(from.url);
      await tabs.change(from.tab, (state) => ({
        ...state,
        frames: { ...state.frames, [from.frame]: withServer(reading, from.url) },
        origin: from.frame === 0 ? origin : (state.origin ?? origin),
      }));
      await settle(from.tab, false);
    },
    async started(from) {
      tickets.stop(from.tab);
      await tabs.change(from.tab, (state) => ({ ...state, frames: {}, origin: pageOrigin(from.url), told: null }));
      await settle(from.tab, false);
    },
    showMessage: (tab) => settle(tab, true),
    async moved(tab) {
      await leaveSite(tab);
      await settle(tab, false);
      quietly(recheck(tab, (ticket) => tickets.isOld(tab, ticket)));
    },
    recheck: (tab) => recheck(tab, () => true),
    async changed({ connection, id }) {
      for (const tab of await tabs.tabs()) {
        const [{ told }, { page }] = await Promise.all([tabs.get(tab), views.get(tab)]);
        const isTheirs = told?.requestors.some(({ record }) => record === id) === true;
        if (isTheirs && page.ticket?.connection === connection) quietly(recheck(tab, () => true));
      }
    },
    async resume() {
      for (const tab of await tabs.tabs()) {
        if ((await views.get(tab)).page.ticket?.state === 'looking') quietly(settle(tab, false));
      }
    },
  };
}
