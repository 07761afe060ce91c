import '@/components/sections/billing.css';
import '@/components/sections/history.css';
import { useActs } from '@/components/panel/acts';
import { BillingEntries } from '@/components/sections/BillingEntries';
import { hoursText, moneyText } from '@/components/sections/billing-words';
import { HistoryActivity } from '@/components/sections/HistoryActivity';
import { byDay, dayText } from '@/components/sections/history-words';
import { t } from '@/utils/i18n';
import type { Billing } from '@/utils/people/record';
import type { ShownTicket } from './shown-ticket';

function Charges({ charges, of }: { readonly charges: Billing; readonly of: ShownTicket }) {
  const { now } = useActs();
  const { seconds, money } = charges.totals;
  const sums = [...(seconds === null ? [] : [t('hours', [hoursText(seconds)])]), ...money.map(moneyText)];
  return (
    <section class="ticket-part" aria-label={t('billing_entries')}>
      <BillingEntries
        billing={charges}
        answer={of.at}
        columns={{ time: seconds !== null, money: money.length > 0 }}
        now={now()}
      />
      <p class="ticket-sums figures">
        <span class="quiet">{t('ticket_sums')}</span> <strong>{sums.join(' · ')}</strong>
      </p>
    </section>
  );
}

/** What was done for a ticket and on it: charges, and what the person did. */
export function TicketWork({ of }: { readonly of: ShownTicket }) {
  const { now } = useActs();
  const { charges, activity } = of;
  return (
    <div>
      {charges !== null && <Charges charges={charges} of={of} />}
      <section class="ticket-part" aria-labelledby="activity">
        <h2 class="part-title" id="activity">
          {t('history_activity')}
        </h2>
        {activity.length === 0 && <p class="quiet">{t('ticket_no_activity')}</p>}
        {byDay(activity).map((day) => (
          <section key={day.key} aria-label={dayText(day.rows[0]?.at ?? '', now())}>
            <h3 class="history-date">{dayText(day.rows[0]?.at ?? '', now())}</h3>
            <ul>
              {day.rows.map((item) => (
                <HistoryActivity key={item.id} item={item} answer={of.at} />
              ))}
            </ul>
          </section>
        ))}
      </section>
    </div>
  );
}
