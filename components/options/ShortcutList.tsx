import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';
import type { PageActs } from '@/utils/messages/protocol';
import { ShortcutKeys } from './ShortcutKeys';
import { Title } from './Title';
import { useShortcuts } from './use-shortcuts';

/** Which keys the browser granted, and the way to its own page for changing them. */
export function ShortcutList({ page }: { readonly page: PageActs }) {
  const shortcuts = useShortcuts(page);
  return (
    <section aria-labelledby="shortcuts-title">
      <Title id="shortcuts-title" text={t('options_shortcuts_text')}>
        {t('options_shortcuts')}
      </Title>
      <dl class="pairs">
        <dt>{t('welcome_shortcut_open')}</dt>
        <dd>{shortcuts !== null && <ShortcutKeys keys={shortcuts.openPanel} />}</dd>
        <dt>{t('welcome_shortcut_look_up')}</dt>
        <dd>{shortcuts !== null && <ShortcutKeys keys={shortcuts.lookUp} />}</dd>
        <dt>{t('options_shortcuts_who')}</dt>
        <dd>{t('options_shortcuts_who_text')}</dd>
      </dl>
      <Button onPress={() => page.openShortcuts()}>{t('options_shortcuts_change')}</Button>
    </section>
  );
}
