import '@/components/profile/properties.css';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { type Hit, refKey } from '@/components/panel/states';
import { Icon } from '@/components/ui/Icon';
import { LongList } from '@/components/ui/LongList';
import { Skeleton } from '@/components/ui/Skeleton';
import { useOwnId } from '@/components/ui/use-own-id';
import { plural, t } from '@/utils/i18n';
import type { Ticket } from '@/utils/people/types';
import { Short } from './Short';
import { useTicketSort } from './ticket-sort';
import { useRead } from './use-read';

const FIRST = 5;

interface ArchivedProps {
  readonly hit: Hit;
  readonly draw: (ticket: Ticket) => VNode;
}

/** What the server put away after it was resolved: not asked for before somebody wants it. */
export function Archived({ hit, draw }: ArchivedProps) {
  const { ask } = useActs();
  const { sort } = useTicketSort();
  const id = useOwnId();
  const { match, answer } = hit;
  const { ref } = match.person;
  const of = refKey(ref);
  // Of this person only: another one's stay put away.
  const [wanted, setWanted] = useState<{ readonly of: string; readonly limit: number } | null>(null);
  const limit = wanted?.of === of ? wanted.limit : null;
  const read = useRead({
    of: limit === null ? null : of,
    turn: `${limit} ${sort}`,
    touched: match.touched,
    ask: () => ask('archived', { ref, limit: limit ?? FIRST, sort }),
  });
  const { items = [], total = 0 } = read.value ?? {};
  return (
    <>
      <button
        type="button"
        class="more more-fold"
        aria-expanded={limit !== null}
        aria-controls={id}
        onClick={() => setWanted(limit === null ? { of, limit: FIRST } : null)}
      >
        <Icon name={limit === null ? 'right' : 'down'} />
        {t('tickets_archived')}
      </button>
      <div id={id} hidden={limit === null} aria-busy={read.busy}>
        <ul>
          <LongList items={items} draw={draw} />
        </ul>
        {read.value !== null && total === 0 && <p class="quiet tickets-put-away">{t('tickets_archived_none')}</p>}
        {limit !== null && read.busy && (
          <div class="section-waits">
            <Skeleton />
          </div>
        )}
        {read.problem !== null && (
          <ProblemBox
            problem={read.problem}
            call="failed_tickets"
            source={answer.source.name}
            rest="rest_is_current"
            onRetry={read.again}
          />
        )}
        {limit === FIRST && total > items.length && (
          <button type="button" class="more" onClick={() => setWanted({ of, limit: total })}>
            {plural('show_all_tickets', total)}
          </button>
        )}
        {limit !== FIRST && !read.busy && read.problem === null && (
          <Short part={{ items, total }} source={answer.source.name} onAgain={read.again} />
        )}
      </div>
    </>
  );
}
