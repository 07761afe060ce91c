import { grantedPatterns, mayRead, onPermissions, originOf } from '@/utils/browser/permissions';
import { ownUrl } from '@/utils/browser/runtime';
import { injectPageScript, registerPageScript } from '@/utils/browser/scripts';
import { getTab, onTabLoading, onTabRemoved, sendToTab, tabsAt } from '@/utils/browser/tabs';
import type { PageStatus } from '@/utils/messages/view';
import type { Lookups } from './lookups';
import { scriptFor, scriptPlaces } from './page-scripts';
import type { Tabs, Views } from './tab-state';

export interface Pages {
  /** Looks at a tab's page anew: may we read it, and is our script alive there? */
  check(tab: number): Promise<void>;
  /** The page script runs on the allowed sites and nowhere else, in tabs already open too. */
  sync(): Promise<void>;
}

/** No script of ours could speak there. */
const shut = ({ state }: PageStatus): boolean => state === 'no-access' || state === 'orphaned';

const sameStatus = (a: PageStatus, b: PageStatus): boolean =>
  a.state === b.state && a.host === b.host && a.site === b.site;

export function makePages({ views, tabs, lookups }: { views: Views; tabs: Tabs; lookups: Lookups }): Pages {
  const alive = async (tab: number): Promise<boolean> =>
    (await sendToTab(tab, { name: 'page.ping', question: {} }, 0)) !== undefined;

  const statusOf = async (tab: number, before: PageStatus): Promise<PageStatus> => {
    const { url } = (await getTab(tab)) ?? {};
    const seen = (await tabs.get(tab)).origin;
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
    const { host } = new URL(origin);
    if (!(await mayRead(origin))) return { state: 'no-access', host, origin, site: null };
    if (!(await alive(tab))) return { state: 'orphaned', host, site: null };
    return seen !== null && !shut(before) ? { ...before, host } : { state: 'none', host, site: null };
  };

  const leave = async (tab: number): Promise<void> => {
    const { subject } = await views.get(tab);
    await tabs.change(tab, (state) => ({ ...state, frames: {}, origin: null, fromPage: null }));
    if (subject?.origin === 'page') await lookups.clear(tab);
  };

  const check: Pages['check'] = async (tab) => {
    const { page } = await views.get(tab);
    const status = await statusOf(tab, page);
    const gone = shut(status) || status.host === null;
    if (gone && !(status.host === null && sameStatus(status, page))) await leave(tab);
    await views.change(tab, (view) => {
      // The page itself may have told more meanwhile than we knew when we began to look.
      const told = !shut(status) && !shut(view.page) && view.page.host === status.host;
      return told || sameStatus(view.page, status) ? view : { ...view, page: status };
    });
  };

  const sync: Pages['sync'] = async () => {
    const patterns = await grantedPatterns();
    const scripts = scriptPlaces(patterns);
    await Promise.all([
      registerPageScript('gmail', scripts.gmail),
      registerPageScript('outlook', scripts.outlook),
      registerPageScript('hosted', scripts.hosted),
    ]);
    for (const tab of await tabs.tabs()) {
      const { origin } = await tabs.get(tab);
      if (origin === null || origin.startsWith(ownUrl('').slice(0, -1)) || (await mayRead(origin))) continue;
      await sendToTab(tab, { name: 'page.stop', question: {} });
      await check(tab);
    }
    if (patterns.length === 0) return;
    for (const { id, url } of await tabsAt(patterns)) {
      if (await alive(id)) continue;
      const script = scriptFor(url === null ? '' : new URL(url).hostname);
      await injectPageScript(id, script).catch(() => undefined); // a page of the browser's own, or closed meanwhile
      await check(id);
    }
  };

  onPermissions(() => void sync());
  onTabRemoved((tab) => {
    void views.forget(tab);
    void tabs.forget(tab);
  });
  onTabLoading((tab, state) => {
    // Only tabs that somebody looks at, or that have a script of ours, are worth a question.
    if (state === 'complete') void tabs.get(tab).then(({ origin }) => (origin === null ? undefined : check(tab)));
  });
  return { check, sync };
}
