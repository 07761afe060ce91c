// How the history reads: what was changed of which field, what somebody did, and what each day is called.

import { isolate } from '@/components/panel/person-words';
import type { IconName } from '@/components/ui/icons';
import { readerLocale } from '@/components/ui/time';
import { type TextKey, t } from '@/utils/i18n';
import { foldName } from '@/utils/people/fold';
import type { ActivityItem, ChangedField, ChangedItem } from '@/utils/people/record';
import type { FieldType } from '@/utils/people/types';

interface Look {
  readonly icon: IconName;
  readonly text: TextKey;
}

const fields: Readonly<Record<ChangedField, Look>> = {
  name: { icon: 'pen', text: 'field_name' },
  summary: { icon: 'pen', text: 'section_summary' },
  timezone: { icon: 'clock', text: 'what_timezone' },
  language: { icon: 'globe', text: 'property_language' },
  'auto-replies': { icon: 'stop', text: 'what_auto_replies' },
  address: { icon: 'mail', text: 'field_address' },
  primary: { icon: 'flag', text: 'reason_primary' },
  contact: { icon: 'pen', text: 'section_contact' },
  label: { icon: 'tag', text: 'changed_label' },
  group: { icon: 'people', text: 'changed_group' },
  organisation: { icon: 'org', text: 'organisation' },
  note: { icon: 'note', text: 'what_note' },
  file: { icon: 'clip', text: 'changed_file' },
  ticket: { icon: 'ticket', text: 'what_ticket' },
  custom: { icon: 'pen', text: 'changed_field' },
  status: { icon: 'lock', text: 'changed_status' },
  person: { icon: 'people', text: 'what_person' },
  picture: { icon: 'people', text: 'what_picture' },
  merged: { icon: 'merge', text: 'changed_merged_in' },
  moved: { icon: 'merge', text: 'history_activity' },
  banned: { icon: 'ban', text: 'changed_ban' },
};

/** What went from one person to another as two were merged. */
const movings: Readonly<Record<string, TextKey>> = {
  ticket: 'changed_tickets',
  note: 'tab_notes',
  file: 'files',
  charge: 'changed_charges',
  chat: 'section_chats',
  activity: 'history_activity',
};

const contacts: Readonly<Partial<Record<FieldType, Look>>> = {
  phone: { icon: 'phone', text: 'field_phone' },
  website: { icon: 'globe', text: 'field_website' },
  messenger: { icon: 'chat', text: 'field_messenger' },
  twitter: { icon: 'pen', text: 'field_twitter' },
  linkedin: { icon: 'pen', text: 'field_linkedin' },
  facebook: { icon: 'pen', text: 'field_facebook' },
  postal: { icon: 'place', text: 'field_postal' },
};

const isContact = (which: string): which is keyof typeof contacts => Object.hasOwn(contacts, which);

/** "Phone", "Plan", "Ticket 1042". */
export function fieldWords({ field, which, to }: ChangedItem): { readonly icon: IconName; readonly title: string } {
  if (field === 'other') return { icon: 'pen', title: which ?? t('changed_field') };
  const look =
    (field === 'contact' && which !== undefined && isContact(which) ? contacts[which] : null) ?? fields[field];
  if (field === 'merged' && to === null) return { icon: 'undo', title: t('changed_unmerged') };
  if (field === 'merged' && which === 'into') return { icon: look.icon, title: t('changed_merged_into') };
  if (field === 'moved') return { icon: look.icon, title: t(movings[which ?? ''] ?? look.text) };
  if (which !== undefined && field === 'custom') return { icon: look.icon, title: which };
  if (which !== undefined && field === 'ticket') return { icon: look.icon, title: t('billing_ticket', [which]) };
  return { icon: look.icon, title: t(look.text) };
}

/** Values of closed lists are kept as their code words. */
const codes: Readonly<Record<string, Readonly<Record<string, TextKey>>>> = {
  'auto-replies': { true: 'yes', false: 'no' },
  ticket: {
    new: 'ticket_new',
    'waiting-us': 'ticket_waiting_us',
    'waiting-them': 'ticket_waiting_them',
    hold: 'ticket_hold',
    resolved: 'ticket_resolved',
    true: 'ticket_urgent',
    false: 'ticket_not_urgent',
  },
  organisation: { true: 'manager' },
  status: {
    active: 'status_active',
    disabled: 'status_disabled',
    locked: 'status_locked',
    banned: 'status_banned',
  },
};

/** A value as people read it. */
export function valueText(field: ChangedItem['field'], value: string): string {
  const key = codes[field]?.[value];
  return key === undefined ? value : t(key);
}

const doings: Readonly<Record<ActivityItem['what'], Look>> = {
  wrote: { icon: 'ticket', text: 'did_wrote' },
  chatted: { icon: 'chat', text: 'did_chatted' },
  'signed-in': { icon: 'key', text: 'did_signed_in' },
  confirmed: { icon: 'check', text: 'did_confirmed' },
  downloaded: { icon: 'clip', text: 'did_downloaded' },
  rated: { icon: 'flag', text: 'did_rated' },
  other: { icon: 'info', text: 'did_other' },
};

export const didWords = ({ what }: Pick<ActivityItem, 'what'>): Look => doings[what];

const DAY = 86_400_000;

const dayKey = (at: number): string => {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
};

/** "Today", "Yesterday", "11 Nov 2026": the reader's own days. */
export function dayText(iso: string, now: number): string {
  const at = Date.parse(iso);
  const today = new Date(now);
  today.setHours(12, 0, 0, 0);
  if (dayKey(at) === dayKey(now)) return t('day_today');
  if (dayKey(at) === dayKey(today.getTime() - DAY)) return t('day_yesterday');
  return new Intl.DateTimeFormat(readerLocale(), { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

/** Rows in the order they came, by day. */
export function byDay<Row extends { readonly at: string }>(
  rows: readonly Row[],
): readonly { readonly key: string; readonly rows: readonly Row[] }[] {
  const days: { key: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const key = dayKey(Date.parse(row.at));
    const last = days.at(-1);
    if (last?.key === key) last.rows.push(row);
    else days.push({ key, rows: [row] });
  }
  return days;
}

/** Code words that a text fits as the reader reads them: "telef" → 'phone'. Nobody types a code. */
export function codesFor(text: string): readonly string[] {
  const typed = foldName(text);
  if (typed === '') return [];
  const looks = [...Object.entries(fields), ...Object.entries(contacts), ...Object.entries(doings)];
  const words: readonly (readonly [string, TextKey])[] = [
    ...looks.map(([code, look]) => [code, look.text] as const),
    ...Object.values(codes).flatMap((list) => Object.entries(list)),
    ['', 'you'],
  ];
  return [...new Set(words.filter(([, key]) => foldName(t(key)).includes(typed)).map(([code]) => code))];
}

/** "You", or a name that turns no words around it. */
export const byText = (by: string): string => (by === '' ? t('you') : isolate(by));
