// How the state of a connection reads: a sign, a word, and a second line.

import type { IconName } from '@/components/ui/icons';
import { agoText, clockText, dateText, dayTimeText, readerLocale } from '@/components/ui/time';
import { plural, type TextKey, t } from '@/utils/i18n';
import type { ConnectionRow } from '@/utils/messages/protocol';
import type { Problem, ProblemKind } from '@/utils/problem';

interface Trouble {
  readonly word: TextKey;
  readonly short: TextKey;
  /** What can be done. */
  readonly text: TextKey;
}

const bug: Trouble = { word: 'trouble_bug', short: 'trouble_bug_short', text: 'trouble_bug_text' };

const troubles: Readonly<Record<ProblemKind, Trouble>> = {
  'signed-out': {
    word: 'trouble_signed_out',
    short: 'trouble_signed_out_short',
    text: 'trouble_signed_out_text',
  },
  offline: { word: 'trouble_offline', short: 'trouble_offline_short', text: 'trouble_offline_text' },
  timeout: { word: 'trouble_timeout', short: 'trouble_timeout_short', text: 'trouble_timeout_text' },
  'no-access': {
    word: 'connection_no_access',
    short: 'connection_no_access_text',
    text: 'trouble_no_access_text',
  },
  forbidden: { word: 'trouble_forbidden', short: 'trouble_forbidden_short', text: 'trouble_forbidden_text' },
  missing: { word: 'trouble_missing', short: 'trouble_missing_short', text: 'trouble_missing_text' },
  'rate-limited': {
    word: 'trouble_rate_limited',
    short: 'trouble_rate_limited_short',
    text: 'trouble_rate_limited_text',
  },
  closed: { word: 'trouble_closed', short: 'trouble_closed_short', text: 'trouble_closed_text' },
  invalid: { word: 'trouble_invalid', short: 'trouble_invalid_short', text: 'trouble_invalid_text' },
  server: { word: 'trouble_server', short: 'trouble_server_short', text: 'trouble_server_text' },
  locked: { word: 'connection_locked', short: 'connection_locked_text', text: 'trouble_locked_text' },
  'storage-full': { ...bug, text: 'trouble_storage_full_text' },
  conflict: bug,
  'page-unknown': bug,
  bug,
};

/** "Sign-in refused" */
export const troubleWord = ({ kind }: Problem): string => t(troubles[kind].word);

/** What went wrong and what can be done about it, as whole sentences. */
export function troubleText({ kind, status, because }: Problem): string {
  if (because === 'no-agent') return t('problem_because_no_agent');
  if (kind === 'server' && status !== undefined) return t('trouble_server_status', [String(status)]);
  return t(troubles[kind].text);
}

/** "0.21 s", of ms. */
export function secondsText(ms: number): string {
  const places = { maximumFractionDigits: ms < 1000 ? 2 : 1 };
  return t('connection_seconds', [new Intl.NumberFormat(readerLocale(), places).format(Math.max(ms, 10) / 1000)]);
}

const MINUTE = 60_000;

function contactText(row: ConnectionRow, now: number): string {
  const { contact } = row;
  if (contact === null) return t('connection_contact_none');
  const passed = now - contact.at;
  const took = secondsText(contact.ms);
  return passed < MINUTE ? t('connection_contact_now', [took]) : t('connection_contact', [agoText(passed), took]);
}

const sameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString();

function sinceText(problem: Problem, since: number, now: number): string {
  const when = sameDay(since, now) ? clockText(since) : dayTimeText(new Date(since).toISOString(), now);
  return t('connection_since', [when, t(troubles[problem.kind].short)]);
}

export interface StateWords {
  readonly icon: IconName;
  readonly word: string;
  readonly second: string;
  readonly danger: boolean;
}

/** What stands in the row's column of states; `now` in ms. */
export function stateWords(row: ConnectionRow, now: number): StateWords {
  const words = stateOf(row, now);
  if (row.unsent === 0) return words;
  return { ...words, second: `${words.second} · ${plural('connection_unsent', row.unsent)}` };
}

function stateOf(row: ConnectionRow, now: number): StateWords {
  const { state, problem = { kind: 'bug' }, since } = row;
  switch (state) {
    case 'ready':
      return {
        icon: 'check',
        word: t('connection_ready'),
        second: row.local ? plural('connection_people', row.people) : contactText(row, now),
        danger: false,
      };
    case 'unknown':
      return { icon: 'tnew', word: t('connection_unknown'), second: t('connection_unknown_text'), danger: false };
    case 'failed':
      return {
        icon: waits(problem) ? 'clock' : 'alert',
        word: troubleWord(problem),
        second: since === undefined ? t(troubles[problem.kind].short) : sinceText(problem, since, now),
        danger: !waits(problem),
      };
    case 'paused': {
      const kept = row.people > 0 ? ` · ${plural('connection_kept', row.people)}` : '';
      const when = row.pausedAt === null ? '' : dateText(row.pausedAt, now);
      return {
        icon: 'pause',
        word: t('connection_paused'),
        second: t('connection_paused_by', [when]) + kept,
        danger: false,
      };
    }
    case 'locked':
      return { icon: 'lock', word: t('connection_locked'), second: t('connection_locked_text'), danger: false };
    case 'no-access':
      return { icon: 'stop', word: t('connection_no_access'), second: t('connection_no_access_text'), danger: false };
  }
}

/** It will answer again by itself, and nobody can do anything about it. */
const waits = ({ kind }: Problem): boolean => kind === 'rate-limited' || kind === 'closed';

export type RowAct = 'open' | 'test' | 'sign-in' | 'resume' | 'allow' | 'unlock';

/** The one thing to do next. */
export function actOf(row: ConnectionRow): RowAct {
  if (row.local) return 'open';
  if (row.state === 'paused') return 'resume';
  if (row.state === 'locked') return 'unlock';
  if (row.state === 'no-access') return 'allow';
  return row.state === 'failed' && row.problem?.kind === 'signed-out' ? 'sign-in' : 'test';
}
