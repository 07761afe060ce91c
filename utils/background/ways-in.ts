// The ways in from any tab. Each opens the panel first, within the user's act, and looks up after.
import { onCommand, onMenu, onToolbar, setMenus } from '@/utils/browser/menus';
import { onOmnibox } from '@/utils/browser/omnibox';
import { openPanel } from '@/utils/browser/panel';
import { ownUrl } from '@/utils/browser/runtime';
import { selectionIn } from '@/utils/browser/scripts';
import { activeTab, openTab } from '@/utils/browser/tabs';
import { t } from '@/utils/i18n';
import type { Places } from './connections';

interface Wires {
  /** Looks up what a text names, in the panel of the tab; says so there if it names nobody. */
  readonly lookUpText: (tab: number, text: string) => Promise<void>;
  readonly check: (tab: number) => Promise<void>;
  readonly places: Places;
}

const SUGGESTIONS = 5;

async function suggest(text: string, places: Places) {
  const query = text.trim();
  if (query === '') return [];
  const lists = await Promise.all(
    (await places.all()).map(async ({ source, session }) => {
      const found = await session.reads.search?.(query, { limit: SUGGESTIONS });
      return (found?.items ?? []).map((person) => ({ person, source }));
    }),
  );
  return lists
    .flat()
    .slice(0, SUGGESTIONS)
    .map(({ person, source }) => {
      const address = person.emails.find(({ primary }) => primary)?.address ?? '';
      const organisation = person.memberships[0]?.name ?? t('omnibox_no_organisation');
      return {
        content: address === '' ? person.name : address,
        parts: [
          { text: address, style: 'match' as const },
          { text: ` – ${person.name}, ${organisation}` },
          { text: ` – ${source.name}`, style: 'dim' as const },
        ],
      };
    });
}

export async function makeMenus(): Promise<void> {
  await setMenus([
    { id: 'selection', title: t('menu_look_up_selection'), on: 'selection' },
    { id: 'link', title: t('menu_look_up_link'), on: 'link' },
  ]);
}

export function openWaysIn({ lookUpText, check, places }: Wires): void {
  onToolbar((tab) => {
    void openPanel(tab.window, tab.id);
    void check(tab.id);
  });
  onMenu((text, tab) => {
    void openPanel(tab.window, tab.id);
    void lookUpText(tab.id, text);
  });
  onCommand((name, tab) => {
    if (name !== 'look-up-selection' || !tab) return;
    void openPanel(tab.window, tab.id);
    void selectionIn(tab.id).then(
      (text) => lookUpText(tab.id, text),
      () => check(tab.id), // a page that no extension may touch
    );
  });
  onOmnibox({
    suggest: (text) => suggest(text, places),
    first: (text) => ({
      parts: [{ text: text.trim() === '' ? t('omnibox_hint') : t('omnibox_look_up', [text.trim()]) }],
    }),
    entered: (text, where) => {
      const link = ownUrl(`sidepanel.html?address=${encodeURIComponent(text)}`);
      if (where === 'new-tab') void openTab(link);
      else
        void activeTab().then(async (tab) => {
          if (!tab) return openTab(link);
          await openPanel(tab.window, tab.id);
          return lookUpText(tab.id, text);
        });
    },
  });
}
