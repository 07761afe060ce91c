import { ticketLooks } from '@/components/sections/ticket-words';
import { Urgent } from '@/components/sections/Urgent';
import { Icon } from '@/components/ui/Icon';
import { SourceMark } from '@/components/ui/SourceMark';
import { t } from '@/utils/i18n';
import type { ShownTicket } from './shown-ticket';

/** What it is called, its number, and where it is kept. */
export function TicketHead({ of }: { readonly of: ShownTicket }) {
  const { ticket, at, text: opening } = of;
  const { icon, text } = ticketLooks[ticket.state];
  return (
    <header class="ticket-head">
      <Icon name={icon} />
      <div>
        <h1 class="ticket-head-title" tabIndex={-1}>
          <bdi>{ticket.title}</bdi>
        </h1>
        <p class="ticket-head-line">
          <bdi class="figures">{ticket.number}</bdi>
          {ticket.urgent && <Urgent />}
          <span>{t(text)}</span>
          <span class="ticket-head-source">
            <SourceMark {...at.source.mark} />
            <bdi>{at.source.name}</bdi>
          </span>
        </p>
        {opening !== undefined && (
          <p class="ticket-head-text" dir="auto">
            {opening}
          </p>
        )}
      </div>
    </header>
  );
}
