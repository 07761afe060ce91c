import './shortcut-key.css';
import { t } from '@/utils/i18n';

/** A shortcut as the browser writes it ("Alt+W"), or that it has none. */
export function ShortcutKeys({ keys }: { readonly keys: string | null }) {
  if (keys === null || keys === '') return <span class="quiet">{t('welcome_shortcut_not_set')}</span>;
  return (
    <kbd class="shortcut-key" dir="ltr">
      {keys.replaceAll('+', ' ')}
    </kbd>
  );
}
