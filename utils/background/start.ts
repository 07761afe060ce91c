import { openPanel } from '@/utils/browser/panel';
import { pageOrigin } from '@/utils/browser/permissions';
import { onBrowserStart, onInstalled, ownUrl, ownVersion } from '@/utils/browser/runtime';
import { keepPagesOut } from '@/utils/browser/storage';
import { openTab } from '@/utils/browser/tabs';
import { connectionsWriter } from '@/utils/connections/change';
import { clearStagedFiles } from '@/utils/connectors/local';
import { type Journal, makeJournal, openStore } from '@/utils/journal';
import { openCache } from '@/utils/lookup/cache';
import { answerAsks, type PageAnswers } from '@/utils/messages';
import { firstParty } from '@/utils/people/mentions';
import type { PersonRef } from '@/utils/people/types';
import { settingsWriter } from '@/utils/settings/store';
import { makeActing } from './acting';
import { makeApart } from './apart';
import { lookUpParty, panelAnswers } from './asks';
import { keepBadge } from './badge';
import { makeBooks } from './books';
import { makeCallLog } from './call-log';
import { openPlaces } from './connections';
import { makeContacts } from './contacts';
import { makeCreating } from './creating';
import { makeForgetting } from './forgetting';
import { faceOf, makeLaunchers } from './launchers';
import { lockedTabs } from './locked-tabs';
import { makeLocking } from './locking';
import { keepLogins } from './login';
import { makeLookups } from './lookups';
import { makeNews } from './news';
import { makePages } from './pages';
import { stagedFor, tellQueue } from './queue';
import { quietly } from './quietly';
import { makeReadings } from './reading';
import { makeRefresh } from './refresh';
import { makeRetrying } from './retrying';
import type { HeardAt } from './server-http';
import { makeServerPages } from './server-pages';
import { serverViews } from './server-views';
import { makeServers } from './servers';
import { makeSites } from './sites';
import { keepTabs, keepViews, lastSeen, type Views } from './tab-state';
import { makeTyping } from './typing';
import { makeViewing } from './viewing';
import { makeWaking } from './waking';
import { makeMenus, openWaysIn } from './ways-in';

/**
 * Wires the rooms together. Every listener is added before anything is awaited: the browser starts a stopped
 * background for an event and delivers it only to listeners that are there at once.
 */
export function startBackground(): void {
  const settings = settingsWriter();
  const log = makeCallLog();
  const contacts = makeContacts();
  const logins = keepLogins();
  const heard = (call: HeardAt): void => {
    log.heard(call);
    contacts.heard(call);
  };
  const places = openPlaces({ heard, ended: contacts.ended, told: logins.keep });
  const tabs = keepTabs();
  const showFace = makeLaunchers();
  const showNeeds = keepBadge();
  const views: Views = keepViews((tab, view) => {
    showFace(tab, view);
    showNeeds(view);
    retrying.seen(tab, view);
  });
  const retrying = makeRetrying(views, (tab, connection) => lookups.again(tab, connection));
  const cache = openCache({ by: ownVersion() });
  const lookups = makeLookups({ views, tabs, places, settings, cache, apart: () => apart['apart.across']({}) });
  const readings = makeReadings({ views, tabs, lookups, places });
  const pages = makePages({ views, tabs, lookups });
  const refresh = makeRefresh({ views, places, settings, lookups, cache });
  const changed = async (ref: PersonRef): Promise<void> => {
    await refresh.person(ref);
    await readings.changed(ref);
  };
  const serverPages = makeServerPages({ tabs, places, readings });
  const told = tellQueue();
  const waking = makeWaking(
    () => journal.due(),
    () => journal.send(),
  );
  const typing = makeTyping();
  const store = openStore();
  const journal: Journal = makeJournal({
    store,
    sessionOf: async (connection) => (await places.able(connection)).session,
    changed,
    erased: typing.forgetPerson,
    remembered: (ref) => lastSeen(views, ref),
    tell: (live, dueAt) => {
      told(live);
      waking.at(dueAt);
    },
    now: () => new Date(),
  });
  const creating = makeCreating({ views, tabs, journal, lookups, settings });
  const apart = makeApart({ changed: refresh.person, parted: lookups.parted });
  const books = makeBooks(settings, async (connection) => {
    await Promise.all([
      journal.forget(connection),
      typing.forget(connection),
      apart.forget(connection),
      refresh.connection(connection),
    ]);
  });
  const shownOf = serverViews({ views, lookups, refresh });
  const servers = makeServers({
    change: connectionsWriter(),
    contacts,
    cache,
    heard,
    logins,
    waiting: async () => (await store.live()).flatMap(({ state, connection }) => (state === 'draft' ? [] : connection)),
    send: () => journal.send(),
    views: {
      ...shownOf,
      // A slow server holds up no tab.
      lookAgain: async () => void (await Promise.all([shownOf.lookAgain(), serverPages.sync()])),
      withdraw: (connection) => serverPages.after(shownOf.withdraw(connection)),
    },
    forget: makeForgetting({ settings, cache, typing, apart, journal, log }),
  });
  const locked = lockedTabs({ views, tabs, lookups, readings });
  const locking = makeLocking({
    tabs: { ...locked, fill: () => serverPages.after(locked.fill()) },
    close: () => places.all(),
    forget: cache.clearAll,
    send: () => journal.send(),
  });
  const sites = makeSites(settings);

  const page: PageAnswers = {
    'page.hello': async (_, from) => {
      if (await pages.mayHear(from.tab, from.url)) {
        await readings.started(from);
        // A frame may have spoken before the page around it, and was forgotten with what the tab showed before.
        await pages.askAgain(from.tab);
      }
      return { launcher: await sites.launcherAt(pageOrigin(from.url)), face: faceOf(await views.get(from.tab)) };
    },
    'page.read': async ({ reading }, from) => {
      if (await pages.mayHear(from.tab, from.url)) await readings.read(reading, from);
      return null;
    },
    'page.outlook': async (_, from) => {
      if (from.frame === 0) await pages.bring(from.tab, 'outlook');
      return null;
    },
    'launcher.press': async (_, from) => {
      await openPanel(from.window, from.tab);
      return null;
    },
    'launcher.place': async (change, from) => {
      await sites.place(pageOrigin(from.url), change);
      return null;
    },
  };
  answerAsks(
    page,
    panelAnswers({
      views,
      tabs,
      places,
      settings,
      lookups,
      readings,
      retrying,
      pages,
      creating,
      books,
      sites,
      acting: makeActing({ journal, typing }),
      apart,
      news: makeNews({ places, refresh: { person: changed } }),
      servers: servers.answers,
      locking: locking.answers,
      viewing: makeViewing({ places }),
      log,
    }),
  );

  openWaysIn({
    places,
    cache,
    check: pages.check,
    lookUpText: (tab, text) => {
      const party = firstParty(text);
      if (party) return lookUpParty(lookups, tab, party);
      return text.trim() === '' ? pages.check(tab) : lookups.query(tab, text);
    },
  });

  onInstalled((reason) => {
    quietly(makeMenus());
    quietly(serverPages.after(pages.sync()));
    if (reason === 'install') quietly(openTab(ownUrl('welcome.html')));
  });
  onBrowserStart(() => quietly(serverPages.after(pages.sync())));
  quietly(keepPagesOut('local'));
  quietly(keepPagesOut('session'));
  quietly(locking.settle());
  quietly(books.settle());
  // First: who was of a server that is gone is not looked for again, nor sent anything.
  const settled = servers.settle().catch(() => undefined);
  quietly(settled.then(journal.settle));
  quietly(store.live().then((live) => clearStagedFiles(new Date(), live.flatMap(stagedFor))));
  quietly(settled.then(lookups.resume));
  quietly(readings.resume());
}
