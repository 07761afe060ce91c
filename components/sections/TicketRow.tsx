import { later } from '@/components/panel/later';
import { may } from '@/components/panel/may';
import type { Hit } from '@/components/panel/states';
import { Icon } from '@/components/ui/Icon';
import { ageText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { Ticket } from '@/utils/people/types';
import { ticketLink } from './ticket-link';
import { ticketLooks } from './ticket-words';
import { Urgent } from './Urgent';

const TicketNotifies = later(async () => (await import('./TicketNotifies')).TicketNotifies, 'nothing');

interface TicketRowProps {
  readonly ticket: Ticket;
  readonly hit: Hit;
  readonly now: number;
  /** Its own page is the one that is open. */
  readonly here?: boolean;
}

/** One ticket: its shape, title and facts. The title leads to the ticket's own page. */
export function TicketRow({ ticket, hit, now, here = false }: TicketRowProps) {
  const { icon, text } = ticketLooks[ticket.state];
  const link = ticketLink(ticket, hit.answer);
  const { match, answer } = hit;
  // Room for the row's own menu.
  const chooses = match.person.emails.length > 1 || may(answer, 'ticket.move') !== null;
  return (
    <li class={`ticket${chooses ? ' ticket-chooses' : ''}`}>
      <Icon name={icon} />
      <div class="ticket-words">
        {link === null ? (
          <span class="ticket-title">
            <bdi>{ticket.title}</bdi>
          </span>
        ) : (
          <a class="ticket-title ticket-link" href={link} target="_blank" rel="noopener noreferrer">
            <bdi>{ticket.title}</bdi>
          </a>
        )}
        <div class="ticket-line">
          <span class="ticket-facts">
            <bdi>{ticket.number}</bdi>
            {here && <span class="ticket-here">{t('ticket_here')}</span>}
            {ticket.urgent && <Urgent />}
            <span>{t(text)}</span>
          </span>
          <span class="ticket-age">{ageText(ticket.updatedAt, now)}</span>
        </div>
        <TicketNotifies ticket={ticket} hit={hit} />
      </div>
    </li>
  );
}
