import type { Range } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { ChangedField, ChangedItem, HistoryItem, HistoryQuery } from '@/utils/people/record';
import type { Named, Part } from '@/utils/people/types';
import { isOthers } from './custom';
import type { Known } from './known';
import { ask, isId, type Rt } from './rt';
import { type CustomValue, pageOf, type Transaction, TransactionShape } from './shapes';

const MOST = 100;

/** What was changed of a user, newest first. What they did is told by their tickets alone. */
export async function history(
  rt: Rt,
  known: Known,
  person: string,
  { which, text, codes = [] }: HistoryQuery,
  { limit }: Range,
  signal?: AbortSignal,
): Promise<Part<HistoryItem>> {
  if (which === 'activity' || !isId(person)) return { items: [], total: 0 };
  const [entries, fields, groups] = await Promise.all([
    readAll(rt, person, signal),
    known.fields('history'),
    known.groups('history'),
  ]);
  signal?.throwIfAborted();
  const mine = which === 'mine' ? entries.filter(({ Creator }) => Creator.id === rt.self) : entries;
  const items = mine.map((entry) => toItem(rt, entry, fields, groups));
  const typed = foldName(text);
  const fits = (word: string | null | undefined): boolean =>
    word !== null && word !== undefined && (codes.includes(word) || foldName(word).includes(typed));
  const found =
    typed === '' ? items : items.filter((item) => [item.field, item.which, item.from, item.to, item.by].some(fits));
  return { items: found.slice(0, limit), total: found.length };
}

/** RT tells no total, and a page may be shorter though more follow: the end is where one is empty. */
async function readAll(rt: Rt, person: string, signal?: AbortSignal): Promise<readonly Transaction[]> {
  const entries: Transaction[] = [];
  for (let page = 1; ; page += 1) {
    const search = {
      fields: 'Type,Field,OldValue,NewValue,Creator,Created',
      'fields[Creator]': 'id,Name,RealName',
      orderby: 'id',
      order: 'DESC',
      per_page: MOST,
      page,
    };
    const asked = { path: `user/${person}/history`, search, call: 'history', ...(signal ? { signal } : {}) };
    const { items } = await ask(rt, pageOf(TransactionShape), asked);
    entries.push(...items);
    if (items.length === 0) return entries;
  }
}

const FIELDS: Readonly<Record<string, readonly [ChangedField, string?]>> = {
  RealName: ['name'],
  Comments: ['summary'],
  Timezone: ['timezone'],
  Lang: ['language'],
  EmailAddress: ['primary'],
  Organization: ['organisation'],
  WorkPhone: ['contact', 'phone'],
  MobilePhone: ['contact', 'phone'],
  HomePhone: ['contact', 'phone'],
  PagerPhone: ['contact', 'phone'],
  Address1: ['contact', 'postal'],
  Address2: ['contact', 'postal'],
  City: ['contact', 'postal'],
  State: ['contact', 'postal'],
  Zip: ['contact', 'postal'],
  Country: ['contact', 'postal'],
};

function toItem(rt: Rt, entry: Transaction, fields: readonly CustomValue[], groups: readonly Named[]): ChangedItem {
  const { id, Created: at, Creator } = entry;
  const item = { kind: 'change', id, at, by: Creator.RealName || Creator.Name || Creator.id } as const;
  const from = entry.OldValue || null;
  const to = entry.NewValue || null;
  switch (entry.Type) {
    case 'Set': {
      const [field, which] = FIELDS[entry.Field] ?? [];
      if (field === undefined) return { ...item, field: 'other', which: entry.Field, from, to };
      return { ...item, field, from, to, ...(which === undefined ? {} : { which }) };
    }
    case 'CustomField': {
      const title = fields.find((one) => one.id === entry.Field)?.name ?? entry.Field;
      return isOthers(rt, title)
        ? { ...item, field: 'address', from, to }
        : { ...item, field: 'custom', which: title, from, to };
    }
    case 'AddMembership':
    case 'DeleteMembership': {
      const name = groups.find((one) => one.id === entry.Field)?.name ?? entry.Field;
      return {
        ...item,
        field: 'group',
        ...(entry.Type === 'AddMembership' ? { from: null, to: name } : { from: name, to: null }),
      };
    }
    case 'Disabled':
      return { ...item, field: 'status', from: 'active', to: 'disabled' };
    case 'Enabled':
      return { ...item, field: 'status', from: 'disabled', to: 'active' };
    case 'Create':
      return { ...item, field: 'person', from: null, to: null };
    default:
      return { ...item, field: 'other', which: entry.Type, from, to };
  }
}
