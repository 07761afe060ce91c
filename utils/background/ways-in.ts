// The ways in from any tab. Each opens the panel first, within the user's act, and looks up after.
import { onCommand, onMenu, onToolbar, setMenus } from '@/utils/browser/menus';
import { onOmnibox, type Suggestion } from '@/utils/browser/omnibox';
import { openPanel, openPanelHere } from '@/utils/browser/panel';
import { ownUrl } from '@/utils/browser/runtime';
import { selectionIn } from '@/utils/browser/scripts';
import { openTab } from '@/utils/browser/tabs';
import { t } from '@/utils/i18n';
import type { Cache } from '@/utils/lookup/cache';
import type { Places } from './connections';
import { quietly } from './quietly';
import { anybody, searchAll } from './search';

interface Wires {
  /** Looks up what a text names, in the panel of the tab; says so there if it names nobody. */
  readonly lookUpText: (tab: number, text: string) => Promise<void>;
  readonly check: (tab: number) => Promise<void>;
  readonly places: Places;
  readonly cache: Pick<Cache, 'search'>;
}

const SUGGESTIONS = 5;

/** With each letter only what is in this browser is asked: its books, and what servers answered before. */
async function suggest(text: string, { places, cache }: Pick<Wires, 'places' | 'cache'>) {
  const query = text.trim();
  if (query === '') return [];
  const all = await places.all();
  const servers = all.filter(({ source }) => !source.local).map(({ source }) => source);
  const [books, kept] = await Promise.all([
    searchAll(
      all.filter(({ source }) => source.local),
      anybody(query),
      SUGGESTIONS,
    ),
    cache
      .search(
        servers.map(({ id }) => id),
        query,
        SUGGESTIONS,
      )
      .catch(() => []),
  ]);
  const remembered = kept.flatMap(({ person }) => {
    const source = servers.find(({ id }) => id === person.ref.connection);
    return source ? [{ person, source }] : [];
  });
  const listed = [...books.items, ...remembered].slice(0, SUGGESTIONS);
  return listed.map(({ person, source }): Suggestion => {
    const address = person.emails.find(({ primary }) => primary)?.address ?? '';
    const organisation = person.memberships[0]?.name ?? t('omnibox_no_organisation');
    return {
      content: address === '' ? person.name : address,
      parts: [
        { text: address, style: 'match' },
        { text: ` – ${person.name}, ${organisation}` },
        { text: ` – ${source.name}`, style: 'dim' },
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

export function openWaysIn({ lookUpText, check, places, cache }: Wires): void {
  onToolbar((tab) => {
    quietly(openPanel(tab.window, tab.id));
    quietly(check(tab.id));
  });
  onMenu((text, tab) => {
    quietly(openPanel(tab.window, tab.id));
    quietly(lookUpText(tab.id, text));
  });
  onCommand((name, tab) => {
    if (name !== 'look-up-selection' || !tab) return;
    quietly(openPanel(tab.window, tab.id));
    const act = selectionIn(tab.id).then(
      (text) => lookUpText(tab.id, text),
      () => check(tab.id), // a page that no extension may touch
    );
    quietly(act);
  });
  onOmnibox({
    suggest: (text) => suggest(text, { places, cache }),
    first: (text) => ({
      parts: [{ text: text.trim() === '' ? t('omnibox_hint') : t('omnibox_look_up', [text.trim()]) }],
    }),
    entered: (text, where) => quietly(where === 'here' ? lookUpHere(text, lookUpText) : openTab(linkTo(text))),
  });
}

const linkTo = (text: string): string => ownUrl(`sidepanel.html?address=${encodeURIComponent(text)}`);

async function lookUpHere(text: string, lookUpText: Wires['lookUpText']): Promise<void> {
  const tab = await openPanelHere();
  if (tab) await lookUpText(tab.id, text);
  else await openTab(linkTo(text));
}
