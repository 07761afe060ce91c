import './billing-months.css';
import { useState } from 'preact/hooks';
import { t } from '@/utils/i18n';
import type { Billing } from '@/utils/people/record';
import { BillingChart } from './BillingChart';
import { measureFor, measureOf, moneyOf } from './billing-measure';
import { amountText, hoursText, monthText } from './billing-words';

/** The same as the chart in text, and what the chart has no room for: time and every currency. */
function MonthTable({ billing, title }: { readonly billing: Billing; readonly title: string }) {
  const { totals, months } = billing;
  return (
    <table class="months figures">
      <caption class="unseen">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('month')}</th>
          {totals.seconds !== null && <th scope="col">{t('billing_time')}</th>}
          {totals.money.map(({ currency }) => (
            <th key={currency} scope="col">
              {currency === '' ? t('billing_amount') : currency}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <tr key={month.month}>
            <th scope="row">{monthText(month.month, 'with-year')}</th>
            {totals.seconds !== null && <td>{hoursText(month.seconds ?? 0)}</td>}
            {totals.money.map(({ currency }) => (
              <td key={currency}>{amountText(moneyOf(month, currency))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The last twelve months: the largest currency, or time where no money is recorded. */
export function BillingMonths({ billing }: { readonly billing: Billing }) {
  const [asTable, setAsTable] = useState(false);
  const measure = measureFor(billing.totals);
  const last = billing.months.at(-1);
  if (measure === undefined || last === undefined) return null;
  const { title, text } = measureOf(measure);
  return (
    <section class="billing-part" aria-label={title}>
      <div class="billing-heading">
        <h2 class="part-title">{title}</h2>
        <span class="quiet figures">{t('month_and_sum', [monthText(last.month, 'long'), text(last)])}</span>
      </div>
      {asTable ? (
        <MonthTable billing={billing} title={title} />
      ) : (
        <BillingChart months={billing.months} measure={measure} />
      )}
      <button type="button" class="billing-more" onClick={() => setAsTable(!asTable)}>
        {t(asTable ? 'show_as_chart' : 'show_as_table')}
      </button>
    </section>
  );
}
