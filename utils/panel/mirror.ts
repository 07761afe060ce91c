// Keeps a page's copy of one tab's view. The view lies in session storage, so it is there before the background is.
import { onStored, readStored } from '@/utils/browser/storage';
import { activeTab, onTabActivated, ownTab, ownWindow } from '@/utils/browser/tabs';
import { askBackground } from '@/utils/messages/ask';
import { emptyView, isView, type PanelView, viewKey } from '@/utils/messages/view';

type Listen = (view: PanelView | null) => void;

/** Follows the view of one tab. Returns how to stop. A view older than the one shown is dropped. */
function followTab(tab: number, listen: Listen): () => void {
  const shown = { revision: -1, stopped: false };
  const draw = (value: unknown): void => {
    if (shown.stopped || !isView(value) || value.revision < shown.revision) return;
    shown.revision = value.revision;
    listen(value);
  };
  const stop = onStored('session', viewKey(tab), draw);
  // What cannot be read here, the background tells.
  readStored('session', viewKey(tab)).then(draw, () => undefined);
  const open = (): void =>
    void askBackground('panel.open', { tab }).then((answer) => {
      if (answer.ok) draw(answer.value);
      // A background that cannot answer: an empty panel can still be typed into.
      else if (shown.revision < 0) draw(emptyView(tab));
    });
  open();
  // A background that was stopped meanwhile does not hear that there is a network again.
  globalThis.addEventListener?.('online', open);
  return () => {
    shown.stopped = true;
    globalThis.removeEventListener?.('online', open);
    stop();
  };
}

/** Follows whichever tab is in front in this page's window. */
async function followWindow(listen: Listen): Promise<void> {
  const window = await ownWindow();
  const now = { tab: -1, stop: () => {} };
  const turnTo = (tab: number): void => {
    if (tab === now.tab) return;
    now.stop();
    now.tab = tab;
    listen(null);
    now.stop = followTab(tab, listen);
  };
  onTabActivated((tab, where) => {
    if (where === window) turnTo(tab);
  });
  const tab = await activeTab(window ?? undefined);
  // Another one may have come to the front since we asked.
  if (tab && now.tab === -1) turnTo(tab.id);
}

/**
 * What the panel draws, in all its places: beside a page it follows the tab in front; with `?tab=` it keeps to that
 * tab; in a tab of its own it is about itself, and `?address=` is looked up there (a link others can make).
 */
export function mirror(search: string, listen: Listen): void {
  const asked = new URLSearchParams(search);
  const given = asked.get('tab') ?? '';
  if (/^\d+$/.test(given)) {
    followTab(Number(given), listen);
    return;
  }
  void follow(asked.get('address'), listen);
}

async function follow(address: string | null, listen: Listen): Promise<void> {
  const own = await ownTab();
  if (!own) return followWindow(listen);
  followTab(own.id, listen);
  if (address !== null) await askBackground('lookup.link', { tab: own.id, text: address });
  return undefined;
}
