// Time and money as they stand in a bill: "18:40 h", "EUR 1,395.00".

import { readerLocale } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { Money } from '@/utils/people/record';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

// To make one takes longer than all else that a row needs.
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = readerLocale();
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, options);
  formats.set(key, known);
  return known;
}

const plain = (value: number, digits: Intl.NumberFormatOptions): string => formatOf(digits).format(value);

/** "1:30" of seconds, to the nearest minute. */
export function hoursText(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / MINUTE);
  const text = t('hours_minutes', [
    plain(Math.floor(minutes / 60), { useGrouping: false }),
    plain(minutes % 60, { minimumIntegerDigits: 2 }),
  ]);
  return seconds < 0 && minutes > 0 ? `-${text}` : text;
}

/** Hours as a number, for an axis. */
export const hoursOf = (seconds: number): number => seconds / HOUR;

/** How money of a currency is written, or null for what is no currency at all. */
function styled(currency: string): Intl.NumberFormat | null {
  try {
    return formatOf({ style: 'currency', currency, currencyDisplay: 'code' });
  } catch {
    return null;
  }
}

/** Digits behind the point: 2 for the euro, 0 for the yen, 3 for the dinar; two where nobody says. */
const digitsOf = (currency: string): number => styled(currency)?.resolvedOptions().maximumFractionDigits ?? 2;

/** Whole units of minor ones: 139500 cents → 1395. */
export const unitsOf = ({ amount, currency }: Money): number => amount / 10 ** digitsOf(currency);

/** "1,395.00": where the currency stands beside it, or nobody told it. */
export function amountText(money: Money): string {
  const digits = digitsOf(money.currency);
  return plain(unitsOf(money), { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** "EUR 1,395.00", at the side that the reader's language puts the currency; no sign is invented. */
export function moneyText(money: Money): string {
  return styled(money.currency)?.format(unitsOf(money)) ?? amountText(money);
}

/** The first moment of a month like '2026-11', in UTC. */
const monthStart = (month: string): number => Date.parse(`${month}-01T00:00:00Z`);

/** "November 2026", or only its letter. */
export function monthText(month: string, how: 'long' | 'narrow' | 'with-year'): string {
  const options: Intl.DateTimeFormatOptions = how === 'with-year' ? { month: 'long', year: 'numeric' } : { month: how };
  return new Intl.DateTimeFormat(readerLocale(), { ...options, timeZone: 'UTC' }).format(monthStart(month));
}

const STEPS = [1, 1.2, 1.4, 1.6, 2, 2.4, 2.8, 3, 3.2, 3.6, 4, 5, 6, 7, 8, 10];

/** The upper line of a chart whose highest bar is `highest`: a round number, as its half is. */
export function roundTop(highest: number): number {
  if (highest <= 0) return 0;
  const scale = 10 ** Math.floor(Math.log10(highest));
  // A hair of room: 1.4 × 100 is 140.00000000000003 to a computer.
  const step = STEPS.find((each) => each * scale * (1 + 1e-9) >= highest) ?? 10;
  return step * scale;
}
