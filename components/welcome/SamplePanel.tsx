import { useEffect } from 'preact/hooks';
import type { Book } from '@/components/options/use-book';
import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';
import type { AskBackground, PageActs } from '@/utils/messages/protocol';
import type { PanelView } from '@/utils/messages/view';

interface SamplePanelProps {
  readonly ask: AskBackground;
  readonly page: PageActs;
  readonly tab: number;
  readonly view: PanelView | null;
  readonly book: Book;
}

const SAMPLE = 'anna.keller@example.com';

/** The panel itself, about a person of the sample book, as it would stand beside her message. */
export function SamplePanel({ ask, tab, view, book }: SamplePanelProps) {
  const loaded = book.asked.value?.sample.loaded === true;
  useEffect(() => {
    if (loaded) void ask('lookup.text', { tab, text: SAMPLE });
  }, [ask, loaded, tab]);
  return (
    <aside class="welcome-panel" aria-label={t('welcome_preview')}>
      {loaded && view !== null ? (
        <div>{view.revision}</div>
      ) : (
        <div class="welcome-panel-empty">
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
      )}
    </aside>
  );
}
