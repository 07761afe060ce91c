import { grantedShortcuts, openShortcutSettings } from '@/utils/browser/menus';
import { askToRead, giveBack } from '@/utils/browser/permissions';
import { openOptionsPage } from '@/utils/browser/runtime';
import { askBackground } from '@/utils/messages/ask';
import type { PageActs } from '@/utils/messages/protocol';
import { makeSearching } from './searching';

const orNull = (shortcut: string | undefined): string | null =>
  shortcut === undefined || shortcut === '' ? null : shortcut;

/** What only the page itself can do, within the user's click. */
export const page: PageActs = {
  allowSite: (...origins) => askToRead(origins).catch(() => false),
  revokeSite: (origin) => giveBack(origin).catch(() => false),
  copy: (text) =>
    navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    ),
  openOptions: () => void openOptionsPage().catch(() => undefined),
  openShortcuts: () => void openShortcutSettings().catch(() => undefined),
  shortcuts: async () => {
    const granted = await grantedShortcuts();
    return { openPanel: orNull(granted['_execute_action']), lookUp: orNull(granted['look-up-selection']) };
  },
  ...makeSearching(),
};

/** How pages ask the background. */
export const ask = askBackground;
