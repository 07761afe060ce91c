// What our own pages may ask, each line one act. The work is done next door.
import { grantedPatterns } from '@/utils/browser/permissions';
import { reloadTab } from '@/utils/browser/tabs';
import { matchOf } from '@/utils/lookup/shown';
import { askedSubject } from '@/utils/lookup/subject';
import type { PanelAnswers } from '@/utils/messages';
import { domainOf, isNoReply } from '@/utils/people/address';
import { firstParty } from '@/utils/people/mentions';
import type { Party } from '@/utils/people/message';
import { neverEntry } from '@/utils/people/never';
import { sameRef } from '@/utils/people/ref';
import type { Address } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import { type ChangeSettings, readSettings } from '@/utils/settings/store';
import type { Acting } from './acting';
import type { Apart } from './apart';
import type { Books } from './books';
import type { CallLog } from './call-log';
import type { Places } from './connections';
import type { Creating } from './creating';
import type { LockAnswers } from './locking';
import type { Lookups } from './lookups';
import type { NewsAnswers } from './news';
import { openPeople } from './open-people';
import type { Pages } from './pages';
import { quietly } from './quietly';
import type { Readings } from './reading';
import { readAnswers } from './reads';
import type { Retrying } from './retrying';
import type { ServerAnswers } from './servers';
import type { Sites } from './sites';
import type { Tabs, Views } from './tab-state';
import type { makeViewing } from './viewing';

interface Rooms {
  readonly views: Views;
  readonly tabs: Tabs;
  readonly places: Places;
  readonly settings: ChangeSettings;
  readonly lookups: Lookups;
  readonly readings: Readings;
  readonly retrying: Retrying;
  readonly pages: Pages;
  readonly creating: Creating;
  readonly books: Books;
  readonly sites: Sites;
  readonly acting: Acting;
  readonly apart: Apart;
  readonly news: NewsAnswers;
  readonly servers: ServerAnswers;
  readonly locking: LockAnswers;
  readonly viewing: ReturnType<typeof makeViewing>;
  readonly log: CallLog;
}

export const lookUpParty = (lookups: Lookups, tab: number, party: Party): Promise<void> =>
  lookups.show(tab, askedSubject(party, party.address !== null && isNoReply(party.address)));

/** The first address in a text, looked up; fails with `invalid` if there is none. */
async function lookUpText(lookups: Lookups, tab: number, text: string): Promise<null> {
  const party = firstParty(text);
  if (!party) throw new ProblemError({ kind: 'invalid', call: 'lookup.text', detail: text.trim().slice(0, 200) });
  await lookUpParty(lookups, tab, party);
  return null;
}

export function panelAnswers(rooms: Rooms): PanelAnswers {
  const { views, tabs, places, settings, lookups, readings, pages, creating, books, sites, acting, apart } = rooms;
  const { servers, locking, log, retrying, news, viewing } = rooms;
  /** Looks up anew, if the panel still is about that address. */
  const againIf = async (tab: number, address: Address): Promise<void> => {
    if ((await views.get(tab)).subject?.party.address === address) await lookups.again(tab);
  };
  return {
    'panel.open': async ({ tab }) => {
      // A page of an odd address is no reason to show no panel.
      await pages.check(tab).catch(() => undefined);
      const view = await views.get(tab);
      if (view.subject === null) await lookups.fill(tab);
      // Not waited for: the panel paints what comes.
      else if (lookups.broken(view)) quietly(lookups.again(tab));
      else quietly(retrying.opened(view));
      return views.get(tab);
    },
    'lookup.text': ({ tab, text }) => lookUpText(lookups, tab, text),
    'lookup.link': async ({ tab, text }) => {
      if (firstParty(text)) return lookUpText(lookups, tab, text);
      await lookups.clear(tab);
      await lookups.query(tab, text);
      return null;
    },
    'lookup.party': async ({ tab, party }) => {
      await lookUpParty(lookups, tab, party);
      return null;
    },
    'lookup.person': async ({ tab, ref }) => {
      await lookups.person(tab, ref);
      return null;
    },
    'lookup.again': async ({ tab, connection }) => {
      const { subject, page } = await views.get(tab);
      // Nobody is shown yet, since the ticket's server did not tell whose it is.
      if (subject === null && page.ticket?.state === 'failed') await readings.showMessage(tab);
      else {
        quietly(readings.recheck(tab));
        await lookups.again(tab, connection);
      }
      return null;
    },
    'lookup.cancel': async ({ tab }) => {
      await lookups.cancel(tab);
      return null;
    },
    'lookup.back': async ({ tab }) => {
      const { subject } = await views.get(tab);
      await tabs.change(tab, (state) => ({ ...state, picked: false }));
      if (subject?.origin === 'asked') await readings.showMessage(tab);
      else await views.change(tab, (view) => ({ ...view, shown: null }));
      return null;
    },
    'match.pick': async ({ tab, ref, always }) => {
      const { answers, subject } = await views.get(tab);
      const address = subject?.party.address;
      // "Always" is said of the address whose list was clicked; that list may be gone by now.
      if (always && address && matchOf(answers, ref)) {
        await settings((before) => ({ always: { ...before.always, [address]: ref } }));
      }
      await lookups.pick(tab, ref);
      if (always) {
        await views.change(tab, (view) =>
          view.subject?.key === subject?.key && sameRef(view.shown, ref) ? { ...view, always: true } : view,
        );
      }
      return null;
    },
    'match.ask': async ({ tab, of }) => {
      await settings((before) => {
        const { [of]: _dropped, ...always } = before.always;
        return { always };
      });
      if ((await views.get(tab)).subject?.party.address !== of) return null;
      await tabs.change(tab, (state) => ({ ...state, picked: false }));
      await views.change(tab, (view) => ({ ...view, shown: null, always: false }));
      return null;
    },
    'never.add': async ({ tab, of }) => {
      await settings(({ neverLookUp }) => ({ neverLookUp: [...new Set([...neverLookUp, of])] }));
      await againIf(tab, of);
      return null;
    },
    'never.remove': async ({ tab, of }) => {
      await settings(({ neverLookUp }) => ({
        neverLookUp: neverLookUp.filter((entry) => entry !== of && entry !== `@${domainOf(of)}`),
      }));
      await againIf(tab, of);
      return null;
    },
    'person.create': ({ tab, draft, of }) => creating.create(tab, draft, of),
    'person.uncreate': ({ tab }) => creating.uncreate(tab),
    'draft.keep': ({ tab, draft, of }) => creating.keepDraft(tab, draft, of),
    'people.open': ({ tab, connection }) => openPeople(views, tab, connection),
    ...readAnswers(places, apart),
    ...news,
    ...acting,
    ...servers,
    ...locking,
    ...viewing,
    'log.list': log['log.list'],
    'log.clear': log['log.clear'],
    'apart.set': apart['apart.set'],
    'apart.list': apart['apart.list'],
    'apart.across': apart['apart.across'],
    'tab.reload': async ({ tab }) => {
      await reloadTab(tab);
      return null;
    },
    'site.list': async () => sites.list(await grantedPatterns()),
    'site.launcher': async ({ origin, hidden }) => {
      await sites.place(origin, { hidden });
      return null;
    },
    'book.state': () => books.state(),
    'sample.load': () => books.loadSample(),
    'sample.remove': () => books.removeSample(),
    'import.piece': (piece) => books.stagePiece(piece),
    'import.start': ({ id, file }) => books.startImport(id, file),
    'import.stop': () => books.stopImport(),
    'preferences.get': async () => {
      const { ownAddresses, neverLookUp, folded, theme, singleKeys } = await readSettings();
      return { ownAddresses, neverLookUp, folded, theme, singleKeys };
    },
    'preferences.set': async (change) => {
      const { neverLookUp, folded: folds, ...rest } = change;
      const entries = neverLookUp && { neverLookUp: neverLookUp.flatMap((entry) => neverEntry(entry) ?? []) };
      const {
        ownAddresses,
        neverLookUp: never,
        folded,
        theme,
        singleKeys,
      } = await settings((now) => ({
        ...rest,
        ...entries,
        // Each panel knows of its own folds only.
        ...(folds && { folded: { ...now.folded, ...folds } }),
      }));
      return { ownAddresses, neverLookUp: never, folded, theme, singleKeys };
    },
  };
}
