import { Dotted } from '@/components/panel/Dotted';
import { Sentence } from '@/components/panel/Sentence';
import { t } from '@/utils/i18n';
import type { ActivityItem } from '@/utils/people/record';
import { HistoryLine } from './HistoryLine';
import { byText, didWords } from './history-words';
import { type LinkAt, ticketLink } from './ticket-link';

type Ticket = NonNullable<ActivityItem['ticket']>;

function TicketNumber({ ticket, answer }: { readonly ticket: Ticket; readonly answer: LinkAt }) {
  const link = ticketLink(ticket, answer);
  if (link === null) return <bdi>{ticket.number}</bdi>;
  return (
    <a class="link" href={link} target="_blank" rel="noopener noreferrer">
      <bdi>{ticket.number}</bdi>
    </a>
  );
}

/** Something the person did, or somebody in what is theirs. */
export function HistoryActivity({ item, answer }: { readonly item: ActivityItem; readonly answer: LinkAt }) {
  const { icon, text } = didWords(item);
  const { ticket, detail, what, by } = item;
  return (
    <HistoryLine
      icon={icon}
      at={item.at}
      by={
        <Dotted
          parts={[by === undefined ? t('history_activity') : byText(by), ...(detail === undefined ? [] : [detail])]}
        />
      }
    >
      {what === 'wrote' && ticket !== undefined ? (
        <Sentence text="did_wrote_in" first={<TicketNumber ticket={ticket} answer={answer} />} />
      ) : (
        <>
          {t(text)}
          {ticket !== undefined && (
            <>
              {' '}
              <TicketNumber ticket={ticket} answer={answer} />
            </>
          )}
        </>
      )}
    </HistoryLine>
  );
}
