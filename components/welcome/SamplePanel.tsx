import { useEffect } from 'preact/hooks';
import { Locked } from '@/components/lock/Locked';
import type { Book } from '@/components/options/use-book';
import { Panel } from '@/components/panel/Panel';
import { t } from '@/utils/i18n';
import type { AskBackground, PageActs } from '@/utils/messages/protocol';
import type { PanelView } from '@/utils/messages/view';
import { EmptyPanel } from './EmptyPanel';

interface SamplePanelProps {
  readonly ask: AskBackground;
  readonly page: PageActs;
  readonly view: PanelView | null;
  readonly book: Book;
  readonly locked: boolean;
}

const SAMPLE = 'anna.keller@example.com';

/** The panel itself, about a person of the sample book, as it would stand beside her message. */
export function SamplePanel({ ask, page, view, book, locked }: SamplePanelProps) {
  const loaded = book.asked.value?.sample.loaded === true;
  const tab = view?.tab ?? null;
  useEffect(() => {
    if (loaded && tab !== null) void ask('lookup.text', { tab, text: SAMPLE });
  }, [ask, loaded, tab]);
  if (locked) {
    return (
      <aside class="welcome-panel" aria-label={t('welcome_preview')}>
        <Locked ask={ask} page={page} embedded />
      </aside>
    );
  }
  return (
    <aside class="welcome-panel" aria-label={t('welcome_preview')}>
      {loaded && view !== null && view.subject !== null ? (
        <Panel view={view} ask={ask} page={page} now={Date.now} embedded />
      ) : (
        <EmptyPanel book={book} loaded={loaded} />
      )}
    </aside>
  );
}
