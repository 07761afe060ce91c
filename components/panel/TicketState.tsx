// A ticket's page that does not say whose it is: its server is asked.

import { Skeleton } from '@/components/ui/Skeleton';
import { t } from '@/utils/i18n';
import type { OpenTicket, PanelView } from '@/utils/messages/view';
import { useActs } from './acts';
import { NamedSource } from './NamedSource';
import { PasteField } from './PasteField';
import { PlainHead } from './PlainHead';
import { ProblemBox } from './ProblemPlace';
import { Recent } from './Recent';
import { Sentence } from './Sentence';

export function TicketLooking({ ticket: { id, connection } }: { readonly ticket: OpenTicket }) {
  const source = useActs().sourceOf(connection);
  return (
    <>
      <PlainHead title={t('ticket_open', [id])}>
        {source !== undefined && (
          <p class="head-text">
            <Sentence text="ticket_looking" first={<NamedSource source={source} />} />
          </p>
        )}
      </PlainHead>
      <div class="card pad" aria-busy="true">
        <Skeleton />
      </div>
    </>
  );
}

interface TicketProps {
  readonly view: PanelView;
  readonly ticket: OpenTicket;
}

export function TicketFailed({ view, ticket: { id, connection, problem } }: TicketProps) {
  const { ask, tab, sourceName } = useActs();
  return (
    <>
      <PlainHead title={t('ticket_open', [id])} />
      <div class="card pad stack">
        {problem !== undefined && (
          <ProblemBox
            problem={problem}
            call="failed_requestors"
            source={sourceName(connection)}
            onRetry={() => void ask('lookup.again', { tab })}
          />
        )}
        <PasteField />
      </div>
      <Recent recent={view.recent} />
    </>
  );
}

/** It has no requestor, or none but the reader. */
export function TicketOfNobody({ view, ticket: { id, connection } }: TicketProps) {
  const source = useActs().sourceOf(connection);
  return (
    <>
      <PlainHead title={t('ticket_open', [id])}>
        {source !== undefined && (
          <p class="head-text">
            <Sentence text="ticket_of_nobody" first={<NamedSource source={source} />} />
          </p>
        )}
      </PlainHead>
      <div class="card pad">
        <PasteField />
      </div>
      <Recent recent={view.recent} />
    </>
  );
}
