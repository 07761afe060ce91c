import { ShortcutKeys } from '@/components/options/ShortcutKeys';
import { type Shortcuts, useShortcuts } from '@/components/options/use-shortcuts';
import { type TextKey, t } from '@/utils/i18n';
import type { PageActs } from '@/utils/messages/protocol';

const lines: readonly { readonly key: keyof Shortcuts; readonly name: TextKey }[] = [
  { key: 'openPanel', name: 'welcome_shortcut_open' },
  { key: 'lookUp', name: 'welcome_shortcut_look_up' },
];

/** The keys that the browser granted; a clash leaves one without, which only this line would tell. */
export function ShortcutLine({ page }: { readonly page: PageActs }) {
  const shortcuts = useShortcuts(page);
  if (shortcuts === null) return null;
  return (
    <ul class="shortcut-line" aria-label={t('welcome_shortcuts')}>
      {lines.map(({ key, name }) => (
        <li key={key}>
          {t(name)} <ShortcutKeys keys={shortcuts[key]} />
          {(shortcuts[key] ?? '') === '' && (
            <>
              <span class="quiet" aria-hidden="true">
                {' · '}
              </span>
              <button type="button" class="link" onClick={() => page.openShortcuts()}>
                {t('welcome_shortcut_set')}
                <span class="unseen"> ({t(name)})</span>
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
