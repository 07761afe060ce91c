import { grantedShortcuts } from '@/utils/browser/menus';
import { askToRead, giveBack } from '@/utils/browser/permissions';
import { openOptionsPage } from '@/utils/browser/runtime';
import { openTab } from '@/utils/browser/tabs';
import { askBackground } from '@/utils/messages/ask';
import type { PageActs } from '@/utils/messages/protocol';

const orNull = (shortcut: string | undefined): string | null =>
  shortcut === undefined || shortcut === '' ? null : shortcut;

/** What only the page itself can do, within the user's click. */
export const page: PageActs = {
  allowSite: (...origins) => askToRead(origins),
  revokeSite: (origin) => giveBack(origin),
  copy: (text) =>
    navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    ),
  openOptions: () => void openOptionsPage(),
  openShortcuts: () => void openTab(import.meta.env.FIREFOX ? 'about:addons' : 'chrome://extensions/shortcuts'),
  shortcuts: async () => {
    const granted = await grantedShortcuts();
    return { openPanel: orNull(granted['_execute_action']), lookUp: orNull(granted['look-up-selection']) };
  },
};

/** How pages ask the background. */
export const ask = askBackground;
