import './tickets.css';
import '@/components/profile/rows.css';
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { later } from '@/components/panel/later';
import { may } from '@/components/panel/may';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import type { Hit } from '@/components/panel/states';
import { Empty } from '@/components/ui/Empty';
import { IconButton } from '@/components/ui/IconButton';
import { LongList } from '@/components/ui/LongList';
import { SectionFold } from '@/components/ui/SectionFold';
import { Skeleton } from '@/components/ui/Skeleton';
import { plural, t } from '@/utils/i18n';
import type { Section } from '@/utils/messages/view';
import type { Ticket } from '@/utils/people/types';
import { Short } from './Short';
import { TicketRow } from './TicketRow';
import { useTicketSort } from './ticket-sort';
import { useNewTicket } from './use-new-ticket';
import { useTickets } from './use-tickets';

const Archived = later(async () => (await import('./Archived')).Archived, 'nothing');
const NewTicket = later(async () => (await import('./NewTicket')).NewTicket);
const SortMenu = later(async () => (await import('./SortMenu')).SortMenu, 'nothing');
const UnseenTickets = later(async () => (await import('./UnseenTickets')).UnseenTickets, 'nothing');

/** Above this many rows only those in sight are laid out. */
const MANY = 200;
/** Ages are told in minutes at the finest. */
const MINUTE = 60_000;

export interface TicketsProps {
  readonly which: 'open' | 'resolved';
  readonly hit: Hit;
  readonly section: Section<Ticket>;
  /** Counts up each time a new ticket is asked for from elsewhere: opens the form. */
  readonly asked?: number;
  /** Id of the ticket whose own page is open. */
  readonly here?: string | undefined;
}

const titles = { open: 'section_open', resolved: 'section_resolved' } as const;

/** The first five, and all of them on a press; above them, for open ones, the form of a new one. */
export function Tickets({ which, hit, section, asked = 0, here }: TicketsProps) {
  const { folded, fold, now } = useActs();
  const { sort } = useTicketSort();
  const shut = folded(which, which === 'resolved');
  const tickets = useTickets(hit, which, section, { sort, shut });
  const creates = which === 'open' ? may(hit.answer, 'ticket.create') : null;
  const form = useNewTicket(hit.match.person, creates !== null && creates.mayNot === undefined);
  const { items, total, problem, waiting } = tickets;
  const minute = Math.floor(now() / MINUTE);
  // A new object each time, of the same two parts.
  const { match, answer } = hit;
  const at = useMemo(now, [match, answer, minute]);
  const draw = useCallback(
    (ticket: Ticket) => (
      <TicketRow key={ticket.id} ticket={ticket} hit={{ match, answer }} now={at} here={ticket.id === here} />
    ),
    [match, answer, at, here],
  );
  const start = () => {
    fold(which, false);
    form.start();
  };
  useEffect(() => {
    if (asked > 0) start();
  }, [asked]);
  const archives = which === 'resolved' && answer.can.includes('archived');
  if (which === 'resolved' && total === 0 && !archives) return null;
  return (
    <SectionFold
      title={t(titles[which])}
      {...(total === null ? {} : { count: total })}
      folded={shut}
      onFold={(to) => fold(which, to)}
      busy={waiting}
      actions={
        <>
          {!shut && (total ?? 0) > 1 && <SortMenu />}
          {creates !== null && <IconButton small icon="plus" label={t('new_ticket')} onPress={start} {...creates} />}
        </>
      }
    >
      {form.open && <NewTicket form={form} hit={hit} />}
      <ul class={items.length > MANY ? 'many' : undefined}>
        <LongList items={items} draw={draw} />
      </ul>
      {total === 0 && problem === null && !form.open && (
        <Empty
          text={t(which === 'open' ? 'tickets_open_none' : 'tickets_resolved_none')}
          {...(creates === null || creates.mayNot !== undefined
            ? {}
            : { action: { text: t('new_ticket'), icon: 'plus' as const, onPress: start } })}
        />
      )}
      {waiting && (
        <div class="section-waits">
          <Skeleton />
        </div>
      )}
      {problem !== null && (
        <ProblemBox
          problem={problem}
          call="failed_tickets"
          source={hit.answer.source.name}
          rest="rest_is_current"
          onRetry={tickets.again}
        />
      )}
      {tickets.all ? (
        <Short part={{ items, total: total ?? 0 }} source={hit.answer.source.name} onAgain={tickets.again} />
      ) : (
        problem === null &&
        !waiting &&
        (total ?? 0) > items.length && (
          <button type="button" class="more" onClick={() => tickets.load(total ?? 0)}>
            {plural('show_all_tickets', total ?? 0)}
          </button>
        )
      )}
      {!shut && which === 'open' && total !== null && answer.can.includes('unseen') && <UnseenTickets hit={hit} />}
      {!shut && archives && <Archived hit={hit} draw={draw} />}
    </SectionFold>
  );
}
