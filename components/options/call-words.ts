import { t } from '@/utils/i18n';
import type { CallRow, CallTried } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import { secondsText, troubleText } from './connection-words';

/** "POST", as the protocol writes it. */
export const methodText = (method: string): string => method.toUpperCase();

/** How it stands with a call that nobody edits now; null: there is none. */
export function stateText({ kept, garbage }: CallRow): string | null {
  if (garbage !== undefined) return t('call_unreadable');
  return kept && t(kept.on ? 'call_on' : 'call_off');
}

/** What the server said to a try. */
export function triedText({ problem, ms }: CallTried): string {
  if (problem === null) return t('call_tried_well', [secondsText(ms)]);
  const { kind, status } = problem;
  const code = status === undefined ? '' : String(status);
  if ([404, 405, 410].includes(status ?? 0)) return t('call_tried_missing', [code]);
  if (kind === 'forbidden') return t('call_tried_forbidden');
  if (kind === 'server' && problem.field !== undefined) return t('call_tried_empty');
  if (kind === 'invalid' && status !== undefined) return t('call_tried_refused', [code]);
  return t('call_tried_not', [troubleText(problem)]);
}

/** Why it is not saved; null where that is told at its place. */
export function unsavedText(problem: Problem | null): string | null {
  if (problem === null || problem.kind === 'invalid') return null;
  return t('connection_unsaved', [problem.kind === 'missing' ? t('call_gone') : troubleText(problem)]);
}
