import { NoAnswer } from '@/components/options/NoAnswer';
import type { Book } from '@/components/options/use-book';
import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';
import { Step } from './Step';
import type { Turn } from './use-turns';

/** First step: invented people to try things on, loaded and removed on a click. */
export function SampleStep({ book, turn }: { readonly book: Book; readonly turn: Turn }) {
  const loaded = book.asked.value?.sample.loaded === true;
  return (
    <Step
      {...turn}
      number={1}
      title={t('welcome_sample_title')}
      text={t('welcome_sample_text')}
      acts={
        loaded ? (
          <>
            <span class="quiet">{t('welcome_sample_loaded')}</span>
            <Button
              small
              label={t('options_book_sample_remove')}
              busy={book.busy === 'removing' && t('welcome_sample_removing')}
              onPress={() => void book.remove()}
            >
              {t('welcome_sample_remove')}
            </Button>
          </>
        ) : (
          <Button
            small
            look={turn.next ? 'primary' : 'plain'}
            label={t('options_book_sample_load')}
            busy={book.busy === 'loading' && t('welcome_sample_loading')}
            onPress={() => void book.load()}
          >
            {t('welcome_sample_load')}
          </Button>
        )
      }
    >
      {loaded && (
        <p>
          <a class="link" href="sample-mailbox.html" target="_blank" rel="noreferrer">
            {t('welcome_sample_mailbox')}
          </a>
        </p>
      )}
      {book.asked.problem !== null && <NoAnswer again={book.asked.again} />}
    </Step>
  );
}
