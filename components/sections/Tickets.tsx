import './tickets.css';
import '@/components/profile/rows.css';
import { useActs } from '@/components/panel/acts';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { refKey } from '@/components/panel/states';
import { Icon } from '@/components/ui/Icon';
import type { IconName } from '@/components/ui/icons';
import { SectionFold } from '@/components/ui/SectionFold';
import { Skeleton } from '@/components/ui/Skeleton';
import { ageText } from '@/components/ui/time';
import { plural, type TextKey, t } from '@/utils/i18n';
import type { Section, Source } from '@/utils/messages/view';
import type { PersonRef, Ticket, TicketState } from '@/utils/people/types';
import { useMore } from './use-more';

const FIRST = 5;

const looks: Readonly<Record<TicketState, { readonly icon: IconName; readonly text: TextKey }>> = {
  new: { icon: 'tnew', text: 'ticket_new' },
  'waiting-us': { icon: 'topen', text: 'ticket_waiting_us' },
  'waiting-them': { icon: 'twait', text: 'ticket_waiting_them' },
  hold: { icon: 'thold', text: 'ticket_hold' },
  resolved: { icon: 'tdone', text: 'ticket_resolved' },
};

function TicketRow({ ticket, now }: { readonly ticket: Ticket; readonly now: number }) {
  const { icon, text } = looks[ticket.state];
  const web = ticket.url !== undefined && /^https?:\/\//i.test(ticket.url) ? ticket.url : null;
  return (
    <li class="ticket">
      <Icon name={icon} />
      <div class="ticket-words">
        {web === null ? (
          <span class="ticket-title">
            <bdi>{ticket.title}</bdi>
          </span>
        ) : (
          <a class="ticket-title ticket-link" href={web} target="_blank" rel="noopener noreferrer">
            <bdi>{ticket.title}</bdi>
          </a>
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
            <span>{t(text)}</span>
          </span>
          <span class="ticket-age">{ageText(ticket.updatedAt, now)}</span>
        </div>
      </div>
    </li>
  );
}

export interface TicketsProps {
  readonly which: 'open' | 'resolved';
  readonly person: PersonRef;
  readonly source: Source;
  readonly section: Section<Ticket>;
}

const titles = { open: 'section_open', resolved: 'section_resolved' } as const;

/** The first five, newest first, and all of them on a press. */
export function Tickets({ which, person, source, section }: TicketsProps) {
  const { ask, folded, fold, now } = useActs();
  const more = useMore<Ticket>(`${refKey(person)} ${which}`, (limit) => ask('tickets', { ref: person, which, limit }));
  const part = more.part ?? (section.state === 'read' ? section.part : null);
  const problem = more.problem ?? (section.state === 'failed' && more.part === null ? section.problem : null);
  const items = more.part?.items ?? part?.items.slice(0, FIRST) ?? [];
  const waiting = more.busy || (part === null && problem === null);
  if (which === 'resolved' && part?.total === 0) return null;
  return (
    <SectionFold
      title={t(titles[which])}
      {...(part === null ? {} : { count: part.total })}
      folded={folded(which, which === 'resolved')}
      onFold={(to) => fold(which, to)}
      busy={waiting}
    >
      <ul>
        {items.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} now={now()} />
        ))}
      </ul>
      {part?.total === 0 && problem === null && <p class="empty">{t('tickets_open_none')}</p>}
      {waiting && (
        <div class="section-waits">
          <Skeleton />
        </div>
      )}
      {problem !== null && !more.busy && (
        <ProblemBox
          problem={problem}
          call="failed_tickets"
          source={source.name}
          rest="rest_is_current"
          onRetry={() => more.load(part?.total ?? FIRST)}
        />
      )}
      {part !== null && problem === null && !more.busy && part.total > items.length && (
        <button type="button" class="more" onClick={() => more.load(part.total)}>
          {plural('show_all_tickets', part.total)}
        </button>
      )}
    </SectionFold>
  );
}
