import '@/components/ui/ground.css';
import '@/components/panel/panel.css';
import './ticket.css';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { ActsContext } from '@/components/panel/acts';
import { LastNotice } from '@/components/panel/LastNotice';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { usePage } from '@/components/panel/use-page';
import { useRead } from '@/components/sections/use-read';
import { Skeleton } from '@/components/ui/Skeleton';
import { t } from '@/utils/i18n';
import type { AskBackground, PageActs } from '@/utils/messages/protocol';
import { TicketFacts } from './TicketFacts';
import { TicketHead } from './TicketHead';
import { TicketWork } from './TicketWork';
import { useTicketActs } from './use-ticket-acts';

export interface TicketPageProps {
  readonly ask: AskBackground;
  readonly page: PageActs;
  /** ms since the epoch */
  readonly now: () => number;
  /** '?connection=book&ticket=7' */
  readonly asked: string;
}

/** Counts up when the page comes to the front again: the ticket may have been changed from a panel meanwhile. */
function useReturns(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') setCount((before) => before + 1);
    };
    document.addEventListener('visibilitychange', look);
    // From a window beside it, which hid nothing.
    window.addEventListener('focus', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
    };
  }, []);
  return count;
}

/** A ticket of a book that has no other place for it, in a tab of its own. */
export function TicketPage(props: TicketPageProps) {
  const { ask, asked } = props;
  const query = new URLSearchParams(asked);
  const connection = query.get('connection') ?? '';
  const id = query.get('ticket') ?? '';
  const returns = useReturns();
  const [changes, setChanges] = useState(0);
  const read = useRead({
    of: `${connection} ${id}`,
    touched: returns + changes,
    ask: () => ask('ticket.page', { connection, id }),
  });
  const { value, problem } = read;
  const source = value?.at.source ?? null;
  const { acts, notices, said, undo } = useTicketActs(props, source);
  usePage(true);
  const { number, title } = value?.ticket ?? { number: '', title: t('ticket_page') };
  useLayoutEffect(() => {
    document.title = number === '' ? title : `${number} ${title}`;
  }, [number, title]);
  return (
    <ActsContext.Provider value={acts}>
      <div class="ticket-page">
        <p class="unseen" role="status">
          {said.polite}
        </p>
        <p class="unseen" role="alert">
          {said.alert}
        </p>
        <main>
          {value !== null && <TicketHead of={value} />}
          {value === null && <h1 class="ticket-page-wait">{t('ticket_page')}</h1>}
          <div class="ticket-page-card">
            {value === null && problem === null && <Skeleton />}
            {problem !== null && (
              <ProblemBox problem={problem} call="failed_ticket" source={source?.name ?? ''} onRetry={read.again} />
            )}
            {value !== null && (
              <div class="ticket-page-columns">
                <TicketFacts of={value} onChanged={() => setChanges((count) => count + 1)} />
                <TicketWork of={value} />
              </div>
            )}
          </div>
        </main>
        <LastNotice notices={notices} onUndo={(mark) => void undo(mark).then(() => setChanges((count) => count + 1))} />
      </div>
    </ActsContext.Provider>
  );
}
