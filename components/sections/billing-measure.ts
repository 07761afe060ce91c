// What a chart of months shows: time, or the money of one currency.

import { readerLocale } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { Money, Totals } from '@/utils/people/record';
import { amountText, hoursOf, hoursText, unitsOf } from './billing-words';

/** A currency; or null: time. */
export type Measure = { readonly currency: string } | null;

export const moneyOf = (totals: Totals, currency: string): Money =>
  totals.money.find((money) => money.currency === currency) ?? { amount: 0, currency };

/** The largest currency, else time; undefined: there is neither. */
export function measureFor(totals: Totals): Measure | undefined {
  const first = totals.money[0];
  if (first !== undefined) return { currency: first.currency };
  return totals.seconds === null ? undefined : null;
}

const axisText = (value: number): string =>
  new Intl.NumberFormat(
    readerLocale(),
    value >= 10_000 ? { notation: 'compact' } : { maximumFractionDigits: 2 },
  ).format(value);

interface Measured {
  /** "EUR by month" */
  readonly title: string;
  readonly value: (totals: Totals) => number;
  readonly text: (totals: Totals) => string;
  readonly axis: (value: number) => string;
}

export function measureOf(measure: Measure): Measured {
  if (measure === null) {
    return {
      title: t('time_by_month'),
      value: ({ seconds }) => hoursOf(seconds ?? 0),
      text: ({ seconds }) => hoursText(seconds ?? 0),
      axis: axisText,
    };
  }
  const { currency } = measure;
  return {
    title: currency === '' ? t('amount_by_month') : t('currency_by_month', [currency]),
    value: (totals) => unitsOf(moneyOf(totals, currency)),
    text: (totals) => amountText(moneyOf(totals, currency)),
    axis: axisText,
  };
}
