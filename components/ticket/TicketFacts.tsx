import '@/components/profile/rows.css';
import type { ComponentChildren } from 'preact';
import { useActs } from '@/components/panel/acts';
import { Chip } from '@/components/ui/Chip';
import { dayTimeText } from '@/components/ui/time';
import { type TextKey, t } from '@/utils/i18n';
import { primaryOf } from '@/utils/people/primary';
import type { ShownTicket } from './shown-ticket';
import { TicketAddress } from './TicketAddress';
import { TicketState } from './TicketState';
import { TicketUrgent } from './TicketUrgent';

function Row({ label, children }: { readonly label: TextKey; readonly children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{t(label)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The person, as a link to their panel: by the address, which leads there in any browser. */
function PersonLink({ of }: { readonly of: ShownTicket }) {
  const { person } = of;
  if (person === null) return <>{t('ticket_nobody')}</>;
  const address = primaryOf(person);
  if (address === null) return <bdi>{person.name}</bdi>;
  return (
    <a class="link" href={`/sidepanel.html?${new URLSearchParams({ address })}`} target="_blank" rel="noopener">
      <bdi>{person.name}</bdi>
    </a>
  );
}

/** All that a ticket says of itself, and what of it can be changed. */
export function TicketFacts({ of, onChanged }: { readonly of: ShownTicket; readonly onChanged: () => void }) {
  const { now } = useActs();
  const { ticket, organisation, agent, team, labels } = of;
  return (
    <section class="ticket-part" aria-label={t('ticket_page')}>
      <TicketState of={of} onChanged={onChanged} />
      <TicketUrgent of={of} onChanged={onChanged} />
      <TicketAddress of={of} onChanged={onChanged} />
      <dl class="fact-list">
        <Row label="ticket_person">
          <PersonLink of={of} />
        </Row>
        {organisation !== null && (
          <Row label="organisation">
            <bdi>{organisation.name}</bdi>
          </Row>
        )}
        {agent !== null && (
          <Row label="kind_agent">
            <bdi>{agent}</bdi>
          </Row>
        )}
        {team !== null && (
          <Row label="team">
            <bdi>{team}</bdi>
          </Row>
        )}
        {labels.length > 0 && (
          <Row label="labels">
            <span class="chips">
              {labels.map((label) => (
                <Chip key={label}>{label}</Chip>
              ))}
            </span>
          </Row>
        )}
        <Row label="property_created">
          <time dateTime={ticket.createdAt}>{dayTimeText(ticket.createdAt, now())}</time>
        </Row>
        <Row label="ticket_updated">
          <time dateTime={ticket.updatedAt}>{dayTimeText(ticket.updatedAt, now())}</time>
        </Row>
      </dl>
    </section>
  );
}
