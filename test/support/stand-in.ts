// A browser for the background: what the fake one has not (permissions, scripts in pages, menus, the panel), with
// the truth held here. Only what the background asks of it is there.
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

interface Said {
  readonly name: string;
  readonly question: unknown;
}
type Listener = (...told: never[]) => unknown;
/** The script of a tab: answers what the background says to it, in one frame or (undefined) in all. */
export type PageScriptStandIn = (said: Said, frame: number | undefined) => unknown;

/** Puts `act` in the place of a call of the fake browser, until all mocks are restored. */
export function stub(target: object, name: string, act: (...given: never[]) => unknown): void {
  vi.spyOn(target as Record<string, Listener>, name).mockImplementation(act);
}

function events() {
  const list = new Map<string, Listener[]>();
  return {
    hear(name: string, event: { addListener: unknown }): void {
      const target = event as { addListener: (listener: Listener) => void };
      vi.spyOn(target, 'addListener').mockImplementation((listener) => {
        list.set(name, [...(list.get(name) ?? []), listener]);
      });
    },
    /** Tells all who listen, and gives the first answer. */
    tell(name: string, ...told: readonly unknown[]): unknown {
      const answers = (list.get(name) ?? []).map((listener) => listener(...(told as never[])));
      return answers.find((answer) => answer !== undefined);
    },
  };
}

const patternHas = (pattern: string, url: string): boolean => {
  const [, scheme, host] = /^(https?):\/\/([^/]+)\/\*$/.exec(pattern) ?? [];
  const { protocol, hostname } = new URL(url);
  return protocol === `${scheme}:` && (host === '*' || host === hostname);
};

export function standInBrowser() {
  const granted = new Set<string>();
  const tabs = new Map<number, { url: string; status: string; script: PageScriptStandIn | null }>();
  const registered = new Map<string, readonly string[]>();
  const injected: { readonly tab: number; readonly files: readonly string[] }[] = [];
  const opened: unknown[] = [];
  const { hear, tell } = events();
  const idle = { state: 'active', after: 0 };
  const raw = (id: number) => {
    const tab = tabs.get(id);
    if (!tab) throw new Error(`No tab with id: ${id}`);
    const may = [...granted].some((pattern) => patternHas(pattern, tab.url));
    return { id, windowId: 1, incognito: false, status: tab.status, ...(may ? { url: tab.url } : {}) };
  };
  const { permissions, scripting, runtime, contextMenus, action, commands, omnibox } = fakeBrowser;
  stub(runtime, 'getManifest', () => ({ version: '1.0' }));
  stub(permissions, 'contains', async ({ origins }: { origins: string[] }) => origins.every((one) => granted.has(one)));
  stub(permissions, 'getAll', async () => ({ origins: [...granted] }));
  stub(permissions, 'remove', async ({ origins }: { origins: string[] }) => {
    for (const one of origins) granted.delete(one);
    tell('permission taken', {});
    return true;
  });
  stub(scripting, 'getRegisteredContentScripts', async ({ ids }: { ids: string[] }) =>
    ids.flatMap((id) => (registered.has(id) ? [{ id }] : [])),
  );
  for (const name of ['registerContentScripts', 'updateContentScripts']) {
    stub(scripting, name, async ([script]: { id: string; matches: string[] }[]) => {
      if (script) registered.set(script.id, script.matches);
    });
  }
  stub(scripting, 'unregisterContentScripts', async ({ ids }: { ids: string[] }) => {
    for (const id of ids) registered.delete(id);
  });
  stub(scripting, 'executeScript', async ({ target, files }: { target: { tabId: number }; files: string[] }) => {
    raw(target.tabId);
    injected.push({ tab: target.tabId, files });
    return [];
  });
  stub(fakeBrowser.tabs, 'get', async (id: number) => raw(id));
  stub(fakeBrowser.tabs, 'query', async ({ url }: { url?: string[] }) =>
    [...tabs.keys()].map(raw).filter((tab) => url?.some((one) => tab.url && patternHas(one, tab.url)) ?? true),
  );
  stub(fakeBrowser.tabs, 'sendMessage', async (id: number, said: Said, { frameId }: { frameId?: number } = {}) => {
    const answer = tabs.get(id)?.script?.(said, frameId);
    if (answer === undefined) throw new Error('Could not establish connection. Receiving end does not exist.');
    return answer;
  });
  stub(fakeBrowser.tabs, 'create', async (what: unknown) => void opened.push(what));
  stub(fakeBrowser.idle, 'setDetectionInterval', (seconds: number) => {
    idle.after = seconds;
  });
  stub(fakeBrowser.idle, 'queryState', async () => idle.state);
  hear('idle', fakeBrowser.idle.onStateChanged);
  hear('permission given', permissions.onAdded);
  hear('permission taken', permissions.onRemoved);
  hear('tab activated', fakeBrowser.tabs.onActivated);
  hear('tab closed', fakeBrowser.tabs.onRemoved);
  hear('tab replaced', fakeBrowser.tabs.onReplaced);
  hear('tab loading', fakeBrowser.tabs.onUpdated);
  hear('message', runtime.onMessage);
  hear('installed', runtime.onInstalled);
  hear('started', runtime.onStartup);
  hear('menu', contextMenus.onClicked);
  hear('toolbar', action.onClicked);
  hear('command', commands.onCommand);
  hear('typed', omnibox.onInputChanged);
  hear('entered', omnibox.onInputEntered);

  return {
    tell,
    idle,
    /** Nobody is at the machine any more, or somebody is again. */
    rests(state: 'active' | 'idle' | 'locked'): void {
      idle.state = state;
      tell('idle', state);
    },
    opened,
    injected,
    registered,
    open(id: number, url: string, script: PageScriptStandIn | null = null, status = 'complete'): void {
      tabs.set(id, { url, status, script });
    },
    close(id: number): void {
      tabs.delete(id);
      tell('tab closed', id, {});
    },
    /** The user goes to another page, which has not come yet. */
    goes(id: number, url: string): void {
      tabs.set(id, { url, status: 'loading', script: null });
      tell('tab loading', id, { status: 'loading' }, {});
    },
    /** The same page shows something else, and its address says so. */
    turns(id: number, url: string): void {
      const tab = tabs.get(id);
      if (tab) tab.url = url;
      tell('tab loading', id, { url }, {});
    },
    loaded(id: number): void {
      const tab = tabs.get(id);
      if (tab) tab.status = 'complete';
      tell('tab loading', id, { status: 'complete' }, {});
    },
    granted: () => [...granted],
    /** The user allows a site, or takes it back. */
    give(pattern: string): void {
      granted.add(pattern);
      tell('permission given', {});
    },
    take(pattern: string): void {
      granted.delete(pattern);
      tell('permission taken', {});
    },
    /** What a script in a frame of a tab says; the background's answer. */
    say(id: number, name: string, question: unknown, frame = 0): unknown {
      const sender = { id: runtime.id, url: tabs.get(id)?.url, frameId: frame, tab: { ...raw(id), incognito: false } };
      return tell('message', { name, question }, sender);
    },
    /** What one of our own pages asks. */
    ask(name: string, question: unknown): unknown {
      return tell('message', { name, question }, { id: runtime.id, url: runtime.getURL('/sidepanel.html' as never) });
    },
  };
}
