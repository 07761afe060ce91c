import { Icon } from '@/components/ui/Icon';
import { t } from '@/utils/i18n';

/** Under a value that only this browser has: its server cannot be reached. */
export function SavedHere() {
  return (
    <span class="saved-here">
      <Icon name="up" />
      {t('saved_here')}
    </span>
  );
}
