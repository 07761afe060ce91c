import '@/components/sections/tickets.css';
import { useActs } from '@/components/panel/acts';
import { Dotted } from '@/components/panel/Dotted';
import { ticketLink } from '@/components/sections/ticket-link';
import { ticketLooks } from '@/components/sections/ticket-words';
import { Urgent } from '@/components/sections/Urgent';
import { Icon } from '@/components/ui/Icon';
import { ageText } from '@/components/ui/time';
import type { Capability } from '@/utils/connectors/types';
import { t } from '@/utils/i18n';
import type { OrganisationTicket } from '@/utils/people/record';

interface TicketRowsProps {
  readonly tickets: readonly OrganisationTicket[];
  readonly connection: string;
  readonly can: readonly Capability[];
}

function Title({ ticket, link }: { readonly ticket: OrganisationTicket; readonly link: string | null }) {
  const title = <bdi>{ticket.title}</bdi>;
  if (link === null) return <span class="ticket-title">{title}</span>;
  return (
    <a class="ticket-title ticket-link" href={link} target="_blank" rel="noopener noreferrer">
      {title}
    </a>
  );
}

/** Tickets of an organisation, each with the person it is for. */
export function TicketRows({ tickets, connection, can }: TicketRowsProps) {
  const { now } = useActs();
  return (
    <ul>
      {tickets.map((ticket) => (
        <li key={ticket.id} class="ticket">
          <Icon name={ticketLooks[ticket.state].icon} />
          <div class="ticket-words">
            <Title ticket={ticket} link={ticketLink(ticket, { source: { id: connection }, can })} />
            {ticket.person !== null && (
              <div class="quiet">
                <bdi>{ticket.person.name}</bdi>
              </div>
            )}
            <div class="ticket-line">
              <span class="ticket-facts">
                <bdi>{ticket.number}</bdi>
                {ticket.urgent && <Urgent />}
                <Dotted parts={[t(ticketLooks[ticket.state].text)]} />
              </span>
              <span class="ticket-age">{ageText(ticket.updatedAt, now())}</span>
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
