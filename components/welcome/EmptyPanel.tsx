import type { Book } from '@/components/options/use-book';
import { Button } from '@/components/ui/Button';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { t } from '@/utils/i18n';

/** Holds the sample panel's place until there is somebody to show. */
export function EmptyPanel({ book, loaded }: { readonly book: Book; readonly loaded: boolean }) {
  return (
    <>
      <div class="empty-panel-head">
        <PersonPicture name="" seed={null} size="head" unknown />
        <p>{t('welcome_preview_who')}</p>
      </div>
      <div class="empty-panel-body">
        <p class="quiet">{t('welcome_preview_empty')}</p>
        {!loaded && (
          <Button
            look="quiet"
            busy={book.busy === 'loading' && t('welcome_sample_loading')}
            onPress={() => void book.load()}
          >
            {t('welcome_preview_load')}
          </Button>
        )}
      </div>
    </>
  );
}
