import { useActs } from '@/components/panel/acts';
import { useQueue } from '@/components/panel/queue';
import { singleKeysOff } from '@/components/panel/single-keys';
import type { Hit } from '@/components/panel/states';
import { FILLING } from '@/components/panel/use-pins';
import { formatNumber, plural, t } from '@/utils/i18n';
import type { PanelView } from '@/utils/messages/view';
import type { Command } from './command';
import { withMod } from './key-text';
import { profileCommands } from './profile-commands';
import { useApart } from './use-apart';
import { usePersonCommands } from './use-person-commands';

/** What the panel around it can do for the palette. */
export interface Reach {
  /** Gives the search field the focus. */
  readonly toSearch: () => void;
  /** Empties it, so that the profile is seen again. */
  readonly endSearch: () => void;
}

/** The key for Undo belongs to the whole panel, which knows what was done last: it is pressed in its stead. */
function pressUndo(): void {
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }),
  );
}

/** What can be done whoever is shown. */
export function useGlobalCommands(view: PanelView | null, { toSearch }: Reach): readonly Command[] {
  const { ask, tab, open, over, page } = useActs();
  const waiting = useQueue().items.length;
  const subject = view?.subject ?? null;
  const books = (view?.sources ?? []).filter(({ local }) => local);
  const duplicates = books.map(
    ({ id, name }): Command => ({
      key: `duplicates:${id}`,
      icon: 'people',
      text: t('palette_duplicates_in', [name]),
      onPress: () => open({ kind: 'duplicates', connection: id }),
    }),
  );
  const again: Command = {
    key: 'again',
    icon: 'retry',
    text: t('menu_again'),
    onPress: () => void ask('lookup.again', { tab }),
  };
  return [
    { key: 'search', icon: 'search', text: t('keys_search'), ...single('/'), onPress: toSearch },
    {
      key: 'new-person',
      icon: 'plus',
      text: t('new_person'),
      onPress: () => open({ kind: 'new-person', name: '', address: '' }),
    },
    { key: 'cards', icon: 'up', text: t('palette_import'), onPress: () => open({ kind: 'cards', ref: null }) },
    ...duplicates,
    { key: 'agents', icon: 'people', text: t('agents_by_team'), onPress: () => open({ kind: 'agents' }) },
    {
      key: 'queue',
      icon: 'clock',
      text: t('queue_title'),
      state: waiting === 0 ? t('queue_empty') : plural('queue_waits', waiting, [formatNumber(waiting)]),
      onPress: () => open({ kind: 'queue' }),
    },
    ...(subject === null ? [] : [again]),
    { key: 'settings', icon: 'gear', text: t('settings'), onPress: () => page.openOptions() },
    { key: 'keys', icon: 'key', text: t('keys_title'), ...single('?'), onPress: () => over({ kind: 'keys' }) },
  ];
}

/** … and with the person who is shown. */
export function useShownCommands(view: PanelView | null, hit: Hit, reach: Reach): readonly Command[] {
  const acts = useActs();
  const { people, account, security, danger } = usePersonCommands(view?.subject ?? null, hit);
  const apart = useApart(view, hit);
  const onProfile = profileCommands(acts, hit, () => {
    reach.endSearch();
    // As with Back: a form that is left by hand no longer holds the panel; what was typed in it is kept.
    acts.hold(FILLING, false);
    acts.leave();
  });
  const undo: Command = { key: 'undo', icon: 'undo', text: t('keys_undo'), keys: withMod('Z'), onPress: pressUndo };
  // In the whole list each book has a row of its own for them.
  const some = people.filter(({ key }) => key !== 'duplicates');
  return [...some, ...apart, ...onProfile, undo, ...account, ...security, ...danger];
}

/** A key that can be turned off is not promised then. */
const single = (keys: string) => (singleKeysOff() ? {} : { keys });
