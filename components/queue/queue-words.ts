// How a line of the queue reads.

import { actionWord } from '@/components/panel/action-words';
import { isolate } from '@/components/panel/person-words';
import { problemWords } from '@/components/panel/problem-words';
import type { IconName } from '@/components/ui/icons';
import { clockText } from '@/components/ui/time';
import { formatNumber, plural, t } from '@/utils/i18n';
import type { Queued } from '@/utils/messages/protocol';

const icons: Partial<Record<Queued['action'], IconName>> = {
  'add-note': 'note',
  'edit-note': 'note',
  'remove-note': 'note',
  'make-primary': 'flag',
  'set-label': 'tag',
  'new-ticket': 'ticket',
  'set-ticket-state': 'ticket',
  'set-ticket-urgent': 'ticket',
  'notify-address': 'ticket',
  'move-ticket': 'ticket',
  merge: 'merge',
  delete: 'trash',
  'delete-and-ban': 'trash',
  'cancel-delete': 'undo',
  disable: 'ban',
  'send-reset': 'mail',
  undo: 'undo',
};

export const queueIcon = ({ action, state }: Queued): IconName =>
  state === 'conflict' || state === 'failed' ? 'alert' : (icons[action] ?? 'pen');

/** "Summary of Phương", "Note on Phương". */
export function queueTitle({ action, name }: Queued): string {
  if (name === '') return actionWord(action);
  return t(action === 'add-note' ? 'queue_on' : 'queue_of', [actionWord(action), isolate(name)]);
}

/** What it says, where, since when; and what it waits for. */
export function queueDetail(one: Queued, source: string, now: number): readonly string[] {
  const time = clockText(Date.parse(one.at));
  const text = one.text === '' ? source : t('quoted', [one.text]);
  return [text, time, stateText(one, source, now)];
}

function stateText({ state, until, problem, conflicts = [] }: Queued, source: string, now: number): string {
  switch (state) {
    case 'held':
      return plural('goes_in', secondsTo(until ?? now, now));
    case 'conflict':
      return plural('fields_changed', Math.max(1, conflicts.length));
    case 'failed':
      return problem === undefined ? '' : problemWords(problem, 'failed_save', source).detail;
    case 'sending':
      return t('sending_now');
    case 'queued':
      return until !== undefined && until > now ? t('tried_again_in', [formatNumber(secondsTo(until, now))]) : '';
  }
}

/** Whole seconds, never less than none. */
export const secondsTo = (until: number, now: number): number => Math.max(0, Math.ceil((until - now) / 1000));
