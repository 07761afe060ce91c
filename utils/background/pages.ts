import { grantedPatterns, mayRead, onPermissions, originOf, pageOrigin } from '@/utils/browser/permissions';
import { ownUrl } from '@/utils/browser/runtime';
import { injectPageScript, type PageScript, registerPageScript } from '@/utils/browser/scripts';
import { getTab, onTabLoading, onTabRemoved, sendToTab, type Tab, tabsAt } from '@/utils/browser/tabs';
import type { PageStatus } from '@/utils/messages/view';
import type { Lookups } from './lookups';
import { scriptFor, scriptPlaces } from './page-scripts';
import { quietly } from './quietly';
import type { TabState, Tabs, Views } from './tab-state';

export interface Pages {
  /** Looks at a tab's page anew: may we read it, and is our script alive there? */
  check(tab: number): Promise<void>;
  /** The page script runs on the allowed sites and nowhere else, in tabs already open too. */
  sync(): Promise<void>;
  /** Is what a script says still to be heard? Access can have been taken back since it was said. */
  mayHear(tab: number, url: string): Promise<boolean>;
  /** All frames of a tab tell once more what they read. */
  askAgain(tab: number): Promise<void>;
  /** Brings a script into a page where none of ours runs, once, however often that is asked. */
  bring(tab: number, script: PageScript): Promise<void>;
}

/** No script of ours could speak there. */
const shut = ({ state }: PageStatus): boolean => state === 'no-access' || state === 'orphaned';

const hostOf = (origin: string): string => new URL(origin).host;

const sameStatus = (a: PageStatus, b: PageStatus): boolean =>
  a.state === b.state && a.host === b.host && a.origin === b.origin && a.site === b.site;

export function makePages({ views, tabs, lookups }: { views: Views; tabs: Tabs; lookups: Lookups }): Pages {
  const alive = async (tab: number): Promise<boolean> =>
    (await sendToTab(tab, { name: 'page.ping', question: {} }, 0)) !== undefined;

  const askAgain: Pages['askAgain'] = async (tab) => {
    await sendToTab(tab, { name: 'page.again', question: {} });
  };

  const statusOf = async (
    tab: number,
    before: PageStatus,
    { origin: seen, byAddress = false }: TabState,
  ): Promise<PageStatus> => {
    const { url, loading = false } = (await getTab(tab)) ?? {};
    if (url === undefined) return { state: 'none', host: null, site: null };
    const origin = url === null ? null : originOf(url);
    if (url !== null && origin === null) {
      // Our own sample mailbox is read too; all other pages of the browser and of ours are nothing.
      return url.startsWith(ownUrl('sample-mailbox.html')) ? before : { state: 'none', host: null, site: null };
    }
    if (origin === null) {
      // Without access the browser does not say where the tab is.
      return { state: 'no-access', host: null, site: null };
    }
    const host = hostOf(origin);
    if (!(await mayRead(origin))) return { state: 'no-access', host, origin, site: null };
    // Where the address tells who it is, no script is missed.
    const followed = byAddress && !shut(before);
    if (!followed && !(await alive(tab))) return { state: loading ? 'none' : 'orphaned', host, site: null };
    if (seen !== null && !shut(before)) return { ...before, host };
    // Its word was lost, with a session or while it was not allowed to speak.
    await askAgain(tab);
    return { state: 'none', host, site: null };
  };

  /** False: a script has spoken meanwhile, so `known` is not how the tab stands. */
  const leave = async (tab: number, { frames, origin }: TabState): Promise<boolean> => {
    const left: { from?: TabState } = {};
    await tabs.change(tab, (state) => {
      if (state.frames !== frames || state.origin !== origin) return state;
      left.from = state;
      return { ...state, frames: {}, origin: null, fromPage: null, byAddress: false };
    });
    if (left.from === undefined) return false;
    // Whoever was asked for by hand beside a message goes with the message.
    if (left.from.fromPage !== null || (await views.get(tab)).subject?.origin === 'page') await lookups.clear(tab);
    return true;
  };

  const check: Pages['check'] = async (tab) => {
    const known = await tabs.get(tab);
    const { page } = await views.get(tab);
    const status = await statusOf(tab, page, known);
    // The same object given back: nothing else is known of the page than before.
    const elsewhere = status !== page && status.host !== (known.origin === null ? page.host : hostOf(known.origin));
    if ((shut(status) || elsewhere) && !(await leave(tab, known))) return;
    await views.change(tab, (view) => {
      // The page itself may have told more meanwhile than we knew when we began to look.
      const told = !shut(status) && !shut(view.page) && view.page.host === status.host;
      return told || sameStatus(view.page, status) ? view : { ...view, page: status };
    });
  };

  /** Pages of a site that is not allowed any more are left at once, whatever their tabs still say. */
  const leaveForbidden = async (): Promise<void> => {
    for (const tab of await tabs.tabs()) {
      const { origin } = await tabs.get(tab);
      if (origin === null || origin.startsWith(ownUrl('').slice(0, -1)) || (await mayRead(origin))) continue;
      await sendToTab(tab, { name: 'page.stop', question: {} });
      await check(tab);
    }
  };

  /** Tabs that were loading when their site was allowed. */
  const waiting = new Set<number>();

  const bringing = new Map<number, Promise<void>>();
  const bring: Pages['bring'] = async (tab, script) => {
    if (await alive(tab)) return;
    const work = bringing.get(tab) ?? injectPageScript(tab, script).finally(() => bringing.delete(tab));
    bringing.set(tab, work);
    await work.catch(() => undefined); // a page of the browser's own, or closed meanwhile
  };

  const revive = async ({ id, url }: Tab): Promise<void> => {
    if (await alive(id)) return;
    await bring(id, scriptFor(url === null ? '' : new URL(url).hostname));
    await check(id);
  };

  const loaded = async (id: number): Promise<void> => {
    const tab = waiting.delete(id) ? await getTab(id) : null;
    if (tab?.url) return revive(tab);
    const [{ origin }, { revision }] = await Promise.all([tabs.get(id), views.get(id)]);
    // Only tabs that somebody looks at, or that have a script of ours, are worth a question.
    return origin === null && revision === 0 ? undefined : check(id);
  };

  const sync: Pages['sync'] = async () => {
    await leaveForbidden();
    const patterns = await grantedPatterns();
    const scripts = scriptPlaces(patterns);
    await Promise.all([
      registerPageScript('gmail', scripts.gmail),
      registerPageScript('outlook', scripts.outlook),
      registerPageScript('hosted', scripts.hosted),
    ]);
    if (patterns.length === 0) return;
    for (const tab of await tabsAt(patterns)) {
      // The script just registered may still run there by itself, and twice would be once too often.
      if (tab.loading) waiting.add(tab.id);
      else await revive(tab);
    }
  };

  // Granted and taken back in quick succession, the registrations would meet: one after the other.
  const queue = { last: Promise.resolve() };
  const syncInTurn: Pages['sync'] = () => {
    const turn = queue.last.then(sync);
    queue.last = turn.catch(() => undefined);
    return turn;
  };

  onPermissions(() => quietly(syncInTurn()));
  onTabRemoved((tab) => {
    lookups.forget(tab);
    quietly(Promise.all([views.forget(tab), tabs.forget(tab)]));
  });
  /** On its way to another site a tab is about nobody, however long that one takes to load. */
  const loading = async (id: number): Promise<void> => {
    const { origin } = await tabs.get(id);
    if (origin === null) return;
    const tab = await getTab(id);
    if (tab && (tab.url === null || pageOrigin(tab.url) !== origin)) await check(id);
  };

  onTabLoading((tab, state) => quietly(state === 'complete' ? loaded(tab) : loading(tab)));
  return {
    check,
    sync: syncInTurn,
    askAgain,
    bring,
    async mayHear(tab, url) {
      const { page } = await views.get(tab);
      // Asked only where access was missing when we last looked: the way from message to person is short.
      if (page.state !== 'no-access' || url.startsWith(ownUrl(''))) return true;
      const origin = originOf(url);
      return origin !== null && mayRead(origin);
    },
  };
}
