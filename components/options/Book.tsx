import { useEffect } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { SourceMark } from '@/components/ui/SourceMark';
import { plural, t } from '@/utils/i18n';
import type { AskBackground, ImportState } from '@/utils/messages/protocol';
import { Import } from './Import';
import { NoAnswer } from './NoAnswer';
import { Title } from './Title';
import { type Book as BookNow, useBook } from './use-book';

interface BookProps {
  readonly ask: AskBackground;
  readonly importState: ImportState | null;
}

/** The own book: how many people, an import, and the sample people beside them. */
export function Book({ ask, importState }: BookProps) {
  const book = useBook(ask);
  const { again } = book.asked;
  const phase = importState?.state;
  useEffect(() => {
    if (phase === 'done') again();
  }, [phase, again]);
  return (
    <section aria-labelledby="book-title">
      <Title id="book-title" text={t('options_book_text')}>
        {t('options_book')}
      </Title>
      {book.asked.problem !== null && <NoAnswer again={again} />}
      <ul class="list-frame" aria-label={t('options_book')}>
        <OwnRow people={book.asked.value?.own.people ?? null} />
        <SampleRow book={book} />
      </ul>
      <Import ask={ask} told={importState} />
    </section>
  );
}

function OwnRow({ people }: { readonly people: number | null }) {
  return (
    <li class="list-row">
      <SourceMark shape="square" letter={t('source_own_letter')} large />
      <div class="list-what">
        <strong>{t('options_book_own')}</strong>
        <span class="list-line">{t('options_book_where')}</span>
      </div>
      <div class="list-state figures">{people === null ? '–' : plural('options_book_people', people)}</div>
      <div class="list-acts" />
    </li>
  );
}

function SampleRow({ book }: { readonly book: BookNow }) {
  const sample = book.asked.value?.sample;
  return (
    <li class="list-row">
      <SourceMark shape="house" letter={t('source_sample_letter')} large />
      <div class="list-what">
        <strong>{t('options_book_sample')}</strong>
        <span class="list-line">{t('options_book_sample_text')}</span>
      </div>
      <div class="list-state figures">
        {sample === undefined && '–'}
        {sample?.loaded === false && <span class="quiet">{t('options_book_sample_none')}</span>}
        {sample?.loaded === true && (
          <span class="signed">
            <Icon name="check" />
            {plural('options_book_people', sample.people)}
          </span>
        )}
      </div>
      <div class="list-acts">
        {sample?.loaded === true ? (
          <Button
            label={t('options_book_sample_remove')}
            busy={book.busy === 'removing' && t('welcome_sample_removing')}
            onPress={() => void book.remove()}
          >
            {t('welcome_sample_remove')}
          </Button>
        ) : (
          <Button
            label={t('options_book_sample_load')}
            busy={book.busy === 'loading' && t('welcome_sample_loading')}
            onPress={() => void book.load()}
          >
            {t('welcome_sample_load')}
          </Button>
        )}
      </div>
    </li>
  );
}
