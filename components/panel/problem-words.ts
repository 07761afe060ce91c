// What a problem is called: which call failed, at which server, why, and what can be done.

import type { IconName } from '@/components/ui/icons';
import { formatNumber, plural, type TextKey, t } from '@/utils/i18n';
import type { Problem, ProblemKind } from '@/utils/problem';
import { isolate } from './person-words';

/** What could not be done: "People could not be read from $1." */
export type FailedCall =
  | 'failed_apart'
  | 'failed_duplicates'
  | 'failed_people'
  | 'failed_organisation'
  | 'failed_notes'
  | 'failed_note_kept'
  | 'failed_note_removed'
  | 'failed_file'
  | 'failed_files'
  | 'failed_file_kept'
  | 'failed_file_removed'
  | 'failed_details'
  | 'failed_fields'
  | 'failed_groups'
  | 'failed_tickets'
  | 'failed_requestors'
  | 'failed_ticket_create'
  | 'failed_ticket'
  | 'failed_history'
  | 'failed_chats'
  | 'failed_billing'
  | 'failed_agents'
  | 'failed_create'
  | 'failed_undo'
  | 'failed_save'
  | 'failed_action'
  | 'failed_merge'
  | 'failed_merge_plan'
  | 'failed_suspects'
  | 'failed_sees'
  | 'failed_search';

export interface ProblemWords {
  readonly icon: IconName;
  readonly tone: 'plain' | 'caution' | 'failed';
  readonly title: string;
  readonly detail: string;
  readonly act: 'retry' | 'sign-in' | 'allow' | 'none';
}

interface Looks {
  readonly icon: IconName;
  readonly tone: ProblemWords['tone'];
  readonly act: ProblemWords['act'];
  readonly detail: TextKey;
}

const failed = (detail: TextKey, act: ProblemWords['act'] = 'retry'): Looks => ({
  icon: 'alert',
  tone: 'failed',
  act,
  detail,
});

const looks: Readonly<Record<ProblemKind, Looks>> = {
  offline: { icon: 'cloud', tone: 'plain', act: 'retry', detail: 'problem_offline' },
  timeout: failed('problem_timeout'),
  'signed-out': { icon: 'key', tone: 'plain', act: 'sign-in', detail: 'problem_signed_out' },
  'no-access': { icon: 'lock', tone: 'plain', act: 'allow', detail: 'problem_no_access' },
  forbidden: { icon: 'lock', tone: 'plain', act: 'none', detail: 'problem_forbidden' },
  missing: failed('problem_missing'),
  conflict: failed('problem_conflict'),
  'rate-limited': { icon: 'clock', tone: 'caution', act: 'none', detail: 'problem_rate_limited' },
  closed: { icon: 'clock', tone: 'caution', act: 'retry', detail: 'problem_closed' },
  invalid: failed('problem_invalid', 'none'),
  server: failed('problem_server'),
  locked: { icon: 'lock', tone: 'plain', act: 'sign-in', detail: 'problem_locked' },
  'storage-full': failed('problem_storage_full'),
  'page-unknown': failed('problem_bug'),
  bug: failed('problem_bug'),
};

/** Of these the server's own words tell more than ours. */
const QUOTED: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['invalid', 'forbidden', 'server', 'closed']);

const BECAUSE: Readonly<Record<NonNullable<Problem['because']>, TextKey>> = {
  'no-call': 'problem_because_no_call',
  'no-field': 'problem_because_no_field',
  'not-kept': 'problem_because_not_kept',
  'hidden-address': 'problem_because_hidden_address',
  'made-already': 'problem_because_made_already',
  'no-agent': 'problem_because_no_agent',
};

/** `source`: the server's name as the user wrote it. */
export function problemWords(problem: Problem, call: FailedCall, source: string): ProblemWords {
  const { icon, tone, act, detail } = looks[problem.kind];
  const title = problem.kind === 'signed-out' ? t('signed_out_of', [source]) : t(call, [source]);
  if (problem.kind === 'server' && problem.field !== undefined) {
    const { field } = problem;
    const detail = field === '' ? t('problem_field_all', [source]) : t('problem_field', [source, isolate(field)]);
    return { icon, tone, act, title, detail };
  }
  if (problem.kind === 'server' && problem.status !== undefined && problem.said === undefined) {
    const { status } = problem;
    // All was well with it but for what it said.
    const said = status < 400 ? t('problem_unreadable') : t('problem_status', [String(status)]);
    return { icon, tone, act, title, detail: said };
  }
  if (problem.kind === 'invalid' && problem.longest !== undefined) {
    return { icon, tone, act, title, detail: t('problem_longest', [formatNumber(problem.longest)]) };
  }
  if (problem.kind === 'forbidden' && problem.right !== undefined) {
    return { icon, tone, act, title, detail: t('problem_right', [isolate(problem.right)]) };
  }
  if (problem.ticket !== undefined) {
    return { icon, tone, act, title, detail: t('problem_ticket', [isolate(problem.ticket)]) };
  }
  if (problem.said !== undefined && QUOTED.has(problem.kind)) {
    return { icon, tone, act, title, detail: t('problem_said', [isolate(problem.said)]) };
  }
  if (problem.because !== undefined) {
    const next = problem.kind === 'signed-out' ? act : 'none';
    return { icon, tone, act: next, title, detail: t(BECAUSE[problem.because]) };
  }
  const { left } = problem;
  if (left !== undefined && left.count < left.of) {
    const counts = [formatNumber(left.count), formatNumber(left.of)];
    const part = { title: t('failed_undo_part', [source]), detail: plural('problem_left', left.count, counts) };
    return { icon, tone, act, ...part };
  }
  if (problem.kind === 'forbidden' && problem.banned !== undefined) {
    return { icon: 'ban', tone, act, title, detail: t('problem_banned', [isolate(problem.banned)]) };
  }
  if (problem.kind === 'conflict' && problem.owner !== undefined) {
    return { icon, tone, act, title, detail: t('problem_taken', [isolate(problem.owner.name)]) };
  }
  if (call === 'failed_create' && problem.kind === 'conflict' && problem.detail !== undefined) {
    return { icon, tone, act, title, detail: t('problem_taken', [isolate(problem.detail)]) };
  }
  return { icon, tone, act, title, detail: t(detail) };
}

/** Whole seconds until a server may be asked again; null if it did not say. */
export function secondsLeft(problem: Problem, now: number): number | null {
  return problem.retryAt === undefined ? null : Math.max(0, Math.ceil((problem.retryAt - now) / 1000));
}

/** "Zammad West asks us to wait 12 s. Tried again by itself." */
export const waitWords = (source: string, seconds: number): string =>
  t('problem_wait', [source, formatNumber(seconds)]);
