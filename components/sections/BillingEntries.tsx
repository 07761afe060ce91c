import { useCallback } from 'preact/hooks';
import { LongList } from '@/components/ui/LongList';
import { dateText } from '@/components/ui/time';
import { formatNumber, t } from '@/utils/i18n';
import type { Billing, Charge } from '@/utils/people/record';
import { amountText, hoursText, moneyText } from './billing-words';
import { type LinkAt, ticketLink } from './ticket-link';

export interface Columns {
  readonly time: boolean;
  readonly money: boolean;
}

function TicketOf({ ticket, answer }: { readonly ticket: Charge['ticket']; readonly answer: LinkAt }) {
  if (ticket === undefined) return t('billing_no_ticket');
  const link = ticketLink(ticket, answer);
  const words = t('billing_ticket', [ticket.number]);
  if (link === null) return <span>{words}</span>;
  return (
    <a class="entry-ticket" href={link} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  );
}

interface EntryProps {
  readonly charge: Charge;
  readonly answer: LinkAt;
  readonly columns: Columns;
  /** The one currency of all entries, which then stands at the head of the column. */
  readonly single: string | undefined;
  readonly now: number;
}

function Entry({ charge, answer, columns, single, now }: EntryProps) {
  const { text, at, ticket, seconds, money } = charge;
  return (
    <tr>
      <td class="entry-words">
        <bdi>{text}</bdi>
        <div class="quiet">
          {dateText(at, now)} · <TicketOf ticket={ticket} answer={answer} />
        </div>
      </td>
      {columns.time && <td>{seconds === undefined ? <None /> : hoursText(seconds)}</td>}
      {columns.money && (
        <td>{money === undefined ? <None /> : single === undefined ? moneyText(money) : amountText(money)}</td>
      )}
    </tr>
  );
}

function None() {
  return (
    <span class="quiet">
      <span aria-hidden="true">–</span>
      <span class="unseen">{t('billing_none_here')}</span>
    </span>
  );
}

interface EntriesProps {
  readonly billing: Billing;
  readonly answer: LinkAt;
  /** What stands on each entry; the totals stand above in any case. */
  readonly columns: Columns;
  readonly now: number;
}

/** Above this many rows only those in sight are laid out. */
const MANY = 200;
const DAY = 86_400_000;

/** What was worked and billed, newest first. */
export function BillingEntries({ billing, answer, columns, now }: EntriesProps) {
  const { items, total, totals } = billing;
  const { time, money } = columns;
  const single = totals.money.length === 1 ? totals.money[0]?.currency : undefined;
  const many = items.length > MANY ? ' many' : '';
  // Dates say the year or not: they need to know the day at the finest.
  const day = Math.floor(now / DAY);
  const draw = useCallback(
    (charge: Charge) => (
      <Entry
        key={charge.id}
        charge={charge}
        answer={answer}
        columns={{ time, money }}
        single={single}
        now={day * DAY}
      />
    ),
    [answer, time, money, single, day],
  );
  return (
    <table class={`entries figures${single === undefined ? ' entries-mixed' : ''}${many}`}>
      <thead>
        <tr>
          <th scope="col">
            <h2 class="part-title">
              {t('billing_entries')} <span class="entries-count">({formatNumber(total)})</span>
            </h2>
          </th>
          {time && <th scope="col">{t('billing_time')}</th>}
          {money && <th scope="col">{single || t('billing_amount')}</th>}
        </tr>
      </thead>
      <tbody>
        <LongList items={items} draw={draw} />
      </tbody>
    </table>
  );
}
