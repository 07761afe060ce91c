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

interface HeadProps {
  readonly ticket: OpenTicket;
  readonly text: 'ticket_looking' | 'ticket_of_nobody';
}

function Head({ ticket: { id, connection }, text }: HeadProps) {
  const source = useActs().sourceOf(connection);
  return (
    <PlainHead title={t('ticket_open', [id])}>
      {source !== undefined && (
        <p class="head-text">
          <Sentence text={text} first={<NamedSource source={source} />} />
        </p>
      )}
    </PlainHead>
  );
}

export function TicketLooking({ ticket }: { readonly ticket: OpenTicket }) {
  return (
    <>
      <Head ticket={ticket} text="ticket_looking" />
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
export function TicketOfNobody({ view, ticket }: TicketProps) {
  return (
    <>
      <Head ticket={ticket} text="ticket_of_nobody" />
      <div class="card pad stack">
        <PasteField />
      </div>
      <Recent recent={view.recent} />
    </>
  );
}
