// Keeps a page's copy of one tab's view. The view lies in session storage, so it is there before the background is.
import { onStored, readStored } from '@/utils/browser/storage';
import { activeTab, onTabActivated, ownTab, ownWindow } from '@/utils/browser/tabs';
import { askBackground } from '@/utils/messages/ask';
import { isView, type PanelView, viewKey } from '@/utils/messages/view';

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
  void readStored('session', viewKey(tab)).then(draw);
  void askBackground('panel.open', { tab }).then((answer) => {
    if (answer.ok) draw(answer.value);
  });
  return () => {
    shown.stopped = true;
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
  if (tab) turnTo(tab.id);
}

/**
 * What the panel draws, in all its places: beside a page it follows the tab in front; with `?tab=` it keeps to that
 * tab; in a tab of its own it is about itself, and `?address=` is looked up there (a link others can make).
 */
export function mirror(search: string, listen: Listen): void {
  const asked = new URLSearchParams(search);
  const given = Number(asked.get('tab') ?? Number.NaN);
  if (Number.isInteger(given)) {
    followTab(given, listen);
    return;
  }
  void ownTab().then((own) => {
    if (!own) return followWindow(listen);
    followTab(own.id, listen);
    const address = asked.get('address');
    if (address !== null) void askBackground('lookup.text', { tab: own.id, text: address });
    return undefined;
  });
}
