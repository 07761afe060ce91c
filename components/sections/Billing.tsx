import './billing.css';
import '@/components/profile/rows.css';
import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { type Hit, refKey } from '@/components/panel/states';
import { Skeleton } from '@/components/ui/Skeleton';
import { ToggleButton } from '@/components/ui/ToggleButton';
import { formatNumber, t } from '@/utils/i18n';
import type { Totals } from '@/utils/people/record';
import { BillingEntries, type Columns } from './BillingEntries';
import { BillingMonths } from './BillingMonths';
import { hoursText, moneyText } from './billing-words';
import { Short } from './Short';
import { useRead } from './use-read';

const FIRST = 5;

/** Stand in every state: each entry's numbers are what is left away. */
function Sums({ totals }: { readonly totals: Totals }) {
  return (
    <dl class="billing-sums figures">
      {totals.seconds !== null && (
        <div class="billing-sum">
          <dt>{t('billing_total_time')}</dt>
          <dd>{t('hours', [hoursText(totals.seconds)])}</dd>
        </div>
      )}
      {totals.money.map((money) => (
        <div class="billing-sum" key={money.currency}>
          <dt>{t('billing_total_amount')}</dt>
          <dd>{moneyText(money)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Which columns are there to be shown, and which of them this user wants on each entry. */
function useColumns(totals: Totals | undefined) {
  const { folded, fold } = useActs();
  // Remembered as folds are: what is folded away here is a column.
  const toggle = (name: string, there: boolean) => ({
    there,
    on: there && !folded(name, false),
    press: (on: boolean) => fold(name, !on),
  });
  return {
    time: toggle('billing-time', (totals?.seconds ?? null) !== null),
    money: toggle('billing-amount', (totals?.money.length ?? 0) > 0),
  };
}

function Toggles({ time, money }: ReturnType<typeof useColumns>) {
  if (!time.there && !money.there) return null;
  return (
    <fieldset class="billing-toggles">
      <legend>{t('billing_on_each')}</legend>
      <div class="billing-pair">
        {time.there && (
          <ToggleButton icon="clock" pressed={time.on} onPress={time.press}>
            {t('billing_time')}
          </ToggleButton>
        )}
        {money.there && (
          <ToggleButton icon="coin" pressed={money.on} onPress={money.press}>
            {t('billing_amount')}
          </ToggleButton>
        )}
      </div>
    </fieldset>
  );
}

/** Time and money: totals always, each entry's own as the user likes, twelve months as a chart. */
export function Billing({ hit }: { readonly hit: Hit }) {
  const { ask, now } = useActs();
  const { match, answer } = hit;
  const { ref } = match.person;
  const [wanted, setWanted] = useState({ of: '', limit: FIRST });
  const of = refKey(ref);
  const limit = wanted.of === of ? wanted.limit : FIRST;
  const { value, problem, busy, again } = useRead({
    of,
    turn: limit,
    touched: match.touched,
    ask: () => ask('billing', { ref, limit }),
  });
  const columns = useColumns(value?.totals);
  const shown: Columns = { time: columns.time.on, money: columns.money.on };
  return (
    <section class="billing" aria-label={t('tab_billing')} aria-busy={busy ? 'true' : undefined}>
      {value !== null && (
        <div class="billing-part">
          <Sums totals={value.totals} />
          <Toggles {...columns} />
          {value.total === 0 && <p class="quiet">{t('billing_none')}</p>}
        </div>
      )}
      {value !== null && value.total > 0 && (
        <>
          <BillingMonths billing={value} />
          <div class="billing-part">
            <BillingEntries billing={value} answer={answer} columns={shown} now={now()} />
            {!busy && problem === null && limit === FIRST && value.total > value.items.length && (
              <button type="button" class="billing-more" onClick={() => setWanted({ of, limit: value.total })}>
                {t('show_all', [formatNumber(value.total)])}
              </button>
            )}
            {!busy && problem === null && limit > FIRST && (
              <Short part={value} source={answer.source.name} onAgain={again} />
            )}
          </div>
        </>
      )}
      {busy && (
        <div class="billing-part">
          <Skeleton />
        </div>
      )}
      {problem !== null && (
        <div class="billing-part">
          <ProblemBox
            problem={problem}
            call="failed_billing"
            source={answer.source.name}
            rest="rest_is_current"
            onRetry={again}
          />
        </div>
      )}
    </section>
  );
}
