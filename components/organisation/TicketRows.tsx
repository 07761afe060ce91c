import '@/components/sections/tickets.css';
import { useActs } from '@/components/panel/acts';
import { Dotted } from '@/components/panel/Dotted';
import { Icon } from '@/components/ui/Icon';
import type { IconName } from '@/components/ui/icons';
import { ageText } from '@/components/ui/time';
import { type TextKey, t } from '@/utils/i18n';
import type { OrganisationTicket } from '@/utils/people/record';
import type { TicketState } from '@/utils/people/types';

const looks: Readonly<Record<TicketState, { readonly icon: IconName; readonly text: TextKey }>> = {
  new: { icon: 'tnew', text: 'ticket_new' },
  'waiting-us': { icon: 'topen', text: 'ticket_waiting_us' },
  'waiting-them': { icon: 'twait', text: 'ticket_waiting_them' },
  hold: { icon: 'thold', text: 'ticket_hold' },
  resolved: { icon: 'tdone', text: 'ticket_resolved' },
};

/** Tickets of an organisation, each with the person it is for. */
export function TicketRows({ tickets }: { readonly tickets: readonly OrganisationTicket[] }) {
  const { now } = useActs();
  return (
    <ul>
      {tickets.map((ticket) => (
        <li key={ticket.id} class="ticket">
          <Icon name={looks[ticket.state].icon} />
          <div class="ticket-words">
            <span class="ticket-title">
              <bdi>{ticket.title}</bdi>
            </span>
            {ticket.person !== null && (
              <div class="quiet">
                <bdi>{ticket.person.name}</bdi>
              </div>
            )}
            <div class="ticket-line">
              <span class="ticket-facts">
                <bdi>{ticket.number}</bdi>
                {ticket.urgent && (
                  <span class="ticket-urgent">
                    <Icon name="urgent" />
                    {t('ticket_urgent')}
                  </span>
                )}
                <Dotted parts={[t(looks[ticket.state].text)]} />
              </span>
              <span class="ticket-age">{ageText(ticket.updatedAt, now())}</span>
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
