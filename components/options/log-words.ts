// What a line of the reading log says, in words: what the call was for, and how it ended.
import type { IconName } from '@/components/ui/icons';
import { readerLocale, sizeText } from '@/components/ui/time';
import type { ChangeType } from '@/utils/changes/types';
import type { Reads } from '@/utils/connectors/types';
import { type TextKey, t } from '@/utils/i18n';
import type { LogLine } from '@/utils/messages/connections';

const reads: Readonly<Record<keyof Reads | 'find' | 'get' | 'open' | 'connection.call', TextKey>> = {
  find: 'log_find',
  get: 'log_get',
  open: 'log_open',
  'connection.call': 'log_try',
  tickets: 'log_tickets',
  ticket: 'log_tickets',
  notes: 'log_notes',
  files: 'log_files',
  file: 'log_files',
  billing: 'log_billing',
  chats: 'log_chats',
  history: 'log_history',
  details: 'log_details',
  definitions: 'log_definitions',
  groups: 'log_groups',
  labels: 'log_labels',
  near: 'log_near',
  search: 'log_search',
  organisations: 'log_organisations',
  organisation: 'log_organisations',
  teams: 'log_teams',
  belongings: 'log_belongings',
  holdings: 'log_belongings',
  security: 'log_security',
  bans: 'log_bans',
  suspects: 'log_suspects',
  requestors: 'log_requestors',
  archived: 'log_tickets',
  unseen: 'log_belongings',
  leaving: 'log_leaving',
  sees: 'log_sees',
  picture: 'log_picture',
  news: 'log_news',
};

const changes: Readonly<Record<ChangeType, TextKey>> = {
  'person.create': 'log_create',
  'person.delete': 'log_delete',
  'person.erase': 'log_delete',
  'person.hide': 'log_merge',
  'person.merge': 'log_merge',
  'account.enable': 'log_enable',
  'erase.cancel': 'log_keep',
  'account.unlock': 'log_unlock',
  'address.ban': 'log_ban',
  'ticket.move': 'log_move',
  'note.move': 'log_move',
  'file.move': 'log_move',
  'charge.move': 'log_move',
  'chat.move': 'log_move',
  'activity.move': 'log_move',
  'login.password': 'log_password',
  'login.reset': 'log_reset',
  'login.view': 'log_view',
  'factor.remove': 'log_factor',
  'person.set': 'log_field',
  'contact.set': 'log_field',
  'custom.set': 'log_field',
  'email.set': 'log_addresses',
  'email.primary': 'log_addresses',
  'label.set': 'log_label',
  'group.set': 'log_group',
  'membership.set': 'log_membership',
  'note.add': 'log_note',
  'note.set': 'log_note',
  'note.remove': 'log_note',
  'file.add': 'log_file',
  'file.remove': 'log_file',
  'ticket.create': 'log_ticket_new',
  'ticket.delete': 'log_ticket',
  'ticket.state': 'log_ticket',
  'ticket.urgent': 'log_ticket',
  'ticket.notify': 'log_ticket',
};

const keyIn = (table: Readonly<Record<string, TextKey>>, call: string): TextKey | undefined =>
  Object.hasOwn(table, call) ? table[call] : undefined;

const isRead = (method: string): boolean => /^(?:get|head)$/i.test(method);

/** What it was for. A name that this version does not know is shown as it is. */
export function callText({ call, method }: Pick<LogLine, 'call' | 'method'>): string {
  const read = keyIn(reads, call);
  if (read !== undefined) return t(read);
  const change = keyIn(changes, call);
  if (change === undefined) return call === '' ? t('log_other') : call;
  // A change looks before it writes, and again after it.
  return isRead(method) ? t('log_check', [t(change)]) : t(change);
}

/** Bytes in both directions, those that matter more first. */
export function bytesText({ method, status, sent, received }: LogLine): readonly string[] {
  const got = t('log_read', [sizeText(received)]);
  if (isRead(method) && sent === 0) return [status === null && received === 0 ? '–' : got];
  return [t('log_sent', [sizeText(sent)]), ...(received === 0 ? [] : [got])];
}

interface Ended {
  readonly icon: IconName;
  readonly tone: 'well' | 'quiet' | 'failed';
  readonly text: string;
}

const refusals: Readonly<Record<number, TextKey>> = {
  0: 'log_ended_led',
  401: 'log_ended_signed_out',
  403: 'log_ended_forbidden',
  409: 'log_ended_conflict',
  412: 'log_ended_conflict',
  429: 'log_ended_wait',
};

/** How it ended. Who is not there is an answer like another. */
export function endText(status: number | null): Ended {
  if (status === null) return { icon: 'x', tone: 'failed', text: t('log_ended_none') };
  if (status >= 200 && status < 300) return { icon: 'check', tone: 'well', text: t('log_ended_well') };
  if (status === 404 || status === 410) return { icon: 'stop', tone: 'quiet', text: t('log_ended_missing') };
  const key = refusals[status] ?? (status >= 300 && status < 400 ? 'log_ended_led' : undefined);
  if (key !== undefined) return { icon: 'alert', tone: 'failed', text: t(key) };
  return { icon: 'alert', tone: 'failed', text: t(status >= 500 ? 'log_ended_failed' : 'log_ended_refused', [status]) };
}

/** "14:32:07" */
export const timeText = (at: number): string =>
  new Intl.DateTimeFormat(readerLocale(), { hour: 'numeric', minute: '2-digit', second: '2-digit' }).format(at);

/** "0.21 s" */
export function tookText(ms: number): string {
  const exact = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return t('log_seconds', [new Intl.NumberFormat(readerLocale(), exact).format(ms / 1000)]);
}
