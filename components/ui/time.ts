// Times as people read them beside a ticket: "3 h", "14 Nov, 16:05", "20:32 in Berlin".

import { language, plural, t } from '@/utils/i18n';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The reader's own kind of the language we speak ("en-GB" for "en"): dates and clocks follow it. */
export function readerLocale(): string {
  const ours = language();
  const tongue = ours.split('-', 1)[0];
  return navigator.languages.find((tag) => tag.split('-', 1)[0] === tongue) ?? ours;
}

// To make one takes longer than all else that a row of a list needs.
const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions, at: number): string {
  const locale = readerLocale();
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known.format(at);
}

/** How long ago, in one short word; a date from a month on. `now` in ms. */
export function ageText(iso: string, now: number): string {
  const passed = Math.max(0, now - Date.parse(iso));
  if (passed < MINUTE) return t('age_now');
  if (passed < HOUR) return plural('age_minutes', Math.floor(passed / MINUTE));
  if (passed < DAY) return plural('age_hours', Math.floor(passed / HOUR));
  if (passed < 31 * DAY) return plural('age_days', Math.floor(passed / DAY));
  return dateText(iso, now);
}

/** "14 Nov", with the year if it is another one. */
export function dateText(iso: string, now: number): string {
  const at = Date.parse(iso);
  const thisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return format({ day: 'numeric', month: 'short', ...(thisYear ? {} : { year: 'numeric' }) }, at);
}

/** "14 Nov, 16:05". */
export function dayTimeText(iso: string, now: number): string {
  return t('day_and_time', [dateText(iso, now), clockText(Date.parse(iso))]);
}

export function clockText(at: number, timeZone?: string): string {
  return format({ hour: 'numeric', minute: '2-digit', ...(timeZone === undefined ? {} : { timeZone }) }, at);
}

/** Minutes that a zone's clock is ahead of UTC at a time; null for a zone the browser does not know. */
export function offset(at: number, timeZone?: string): number | null {
  if (timeZone === undefined) return -new Date(at).getTimezoneOffset();
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    }).formatToParts(at);
    const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    // The parts have no seconds.
    return Math.round((wall - Math.floor(at / MINUTE) * MINUTE) / MINUTE);
  } catch {
    return null;
  }
}

// The zone database keeps one city a zone, some under names their people no longer use or with half of it.
const cities: Readonly<Record<string, string>> = {
  'Asia/Ho_Chi_Minh': 'Ho Chi Minh City',
  'Asia/Saigon': 'Ho Chi Minh City',
  'Asia/Calcutta': 'Kolkata',
  'Asia/Katmandu': 'Kathmandu',
  'Asia/Rangoon': 'Yangon',
  'Europe/Kiev': 'Kyiv',
  'America/Sao_Paulo': 'São Paulo',
};

/** What a zone is called: "Asia/Calcutta" → "Kolkata". */
export function cityOf(timeZone: string): string {
  return cities[timeZone] ?? timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** How long ago, as it stands inside a sentence. */
export function agoText(passed: number): string {
  if (passed < HOUR) return plural('span_minutes', Math.floor(passed / MINUTE));
  if (passed < DAY) return plural('span_hours', Math.floor(passed / HOUR));
  return plural('span_days', Math.floor(passed / DAY));
}

/** "18 h 40 min" */
export function spanText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (rest === 0) return plural('span_hours', hours);
  if (hours === 0) return plural('span_minutes', rest);
  return t('span_hours_minutes', [plural('span_hours', hours), plural('span_minutes', rest)]);
}

// Whole hours are sentences of their own: some languages put the number into the word ("قبلك بساعتين").
const aheadText = (minutes: number): string =>
  minutes % 60 === 0 ? plural('hours_ahead', minutes / 60) : t('time_ahead', [spanText(minutes)]);

const behindText = (minutes: number): string =>
  minutes % 60 === 0 ? plural('hours_behind', minutes / 60) : t('time_behind', [spanText(minutes)]);

export interface LocalTime {
  /** "20:32 in Ho Chi Minh City" */
  readonly there: string;
  /** "6 h ahead of you", "your time" */
  readonly difference: string;
}

/** Somebody's clock beside the reader's; null for a zone the browser does not know. `now` in ms. */
export function localTime(timeZone: string, now: number, own?: string): LocalTime | null {
  const theirs = offset(now, timeZone);
  const mine = offset(now, own);
  if (theirs === null || mine === null) return null;
  const ahead = theirs - mine;
  const difference = ahead === 0 ? t('time_same') : ahead > 0 ? aheadText(ahead) : behindText(-ahead);
  return { there: t('time_in_city', [clockText(now, timeZone), cityOf(timeZone)]), difference };
}

/** When the last of their tickets moved, "last 2 h ago", or when they were heard of without one, "seen in 2024". */
export function seenText(iso: string, now: number, what: 'last' | 'seen'): string {
  const at = Date.parse(iso);
  if (now - at < MINUTE) return t(`${what}_now`);
  if (now - at < 31 * DAY) return t(`${what}_ago`, [agoText(now - at)]);
  const year = new Date(at).getFullYear();
  return year === new Date(now).getFullYear()
    ? t(`${what}_on`, [dateText(iso, now)])
    : t(`${what}_in`, [format({ year: 'numeric' }, at)]);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "184 kB"; thousands, as file managers count. */
export function sizeText(bytes: number): string {
  const step = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(readerLocale(), {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    // The short word for bytes has no plural.
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}

/** A language by its own code, in the reader's words: "vi" → "Vietnamese"; the code if it has no name. */
export function languageText(tag: string): string {
  try {
    return new Intl.DisplayNames(readerLocale(), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "45 %", from 0 to 1. */
export function percentText(share: number): string {
  return new Intl.NumberFormat(readerLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
