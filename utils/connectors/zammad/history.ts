import type { Range } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import { historyFits } from '@/utils/people/history-fits';
import type { ChangedField, ChangedItem, HistoryItem, HistoryQuery } from '@/utils/people/record';
import type { Part } from '@/utils/people/types';
import type { Known } from './known';
import { namedOf } from './person';
import { type HistoryEntry, HistoryShape, UserShape } from './shapes';
import type { Tickets } from './tickets';
import { type Asking, ask, isId, type Zammad } from './zammad';

interface Asked extends HistoryQuery {
  readonly person: string;
}

/**
 * What was changed of a user, newest first; as activity only when tickets were opened and the last sign-in: Zammad
 * keeps no more of it. The log comes as a whole, so that its total is right.
 */
export async function history(
  zammad: Zammad,
  known: Known,
  tickets: Tickets,
  { person, which, text, codes = [] }: Asked,
  { limit }: Range,
  signal?: AbortSignal,
): Promise<Part<HistoryItem>> {
  if (!isId(person)) return { items: [], total: 0 };
  const asking = { call: 'history', signal };
  const [changes, acts] = await Promise.all([
    which === 'activity' ? [] : changesOf(zammad, known, person, which === 'mine', asking),
    which === 'changes' || which === 'mine' ? { items: [], more: 0 } : actsOf(zammad, tickets, person, limit, asking),
  ]);
  signal?.throwIfAborted();
  const typed = foldName(text);
  const items = [...changes, ...acts.items]
    .filter(historyFits({ text, codes }))
    .toSorted((a, b) => b.at.localeCompare(a.at));
  return { items: items.slice(0, limit), total: items.length + (typed === '' ? acts.more : 0) };
}

async function changesOf(zammad: Zammad, known: Known, person: string, mine: boolean, asking: Asking) {
  const [{ history: entries, assets }, { fields }, me] = await Promise.all([
    ask(zammad, HistoryShape, { path: `users/history/${person}`, ...asking }),
    known.fields.get('history'),
    mine ? ask(zammad, UserShape, { path: 'users/me', ...asking }) : null,
  ]);
  const whoIs = (id: string): string => {
    const user = assets.User[id];
    return user === undefined ? `#${id}` : namedOf(user).name;
  };
  return (
    entries
      .filter(({ object }) => object === '' || object === 'User')
      // A list of failed sign-ins, which are no changes that anybody made.
      .filter(({ attribute }) => attribute !== 'login_failed')
      .filter((entry) => me === null || entry.created_by_id === me.id)
      .map((entry) => changeOf(entry, entry.sourceable_name || whoIs(entry.created_by_id), fields))
  );
}

const FIELDS: Readonly<Record<string, readonly [ChangedField, string?]>> = {
  firstname: ['name'],
  lastname: ['name'],
  note: ['summary'],
  email: ['primary'],
  login: ['address'],
  phone: ['contact', 'phone'],
  mobile: ['contact', 'phone'],
  fax: ['contact', 'phone'],
  web: ['contact', 'website'],
  department: ['contact', 'Department'],
  address: ['contact', 'Address'],
  street: ['contact', 'postal'],
  zip: ['contact', 'postal'],
  city: ['contact', 'postal'],
  country: ['contact', 'postal'],
  organization: ['organisation'],
  organization_id: ['organisation'],
  organization_ids: ['organisation'],
  organizations: ['organisation'],
  group_ids: ['group'],
};

function changeOf(
  entry: HistoryEntry,
  by: string,
  fields: readonly { readonly name: string; readonly title: string }[],
): ChangedItem {
  const from = textOrNull(entry.value_from);
  const to = textOrNull(entry.value_to);
  const item = { kind: 'change', id: entry.id, at: entry.created_at, by, from, to } as const;
  if (entry.type === 'created') return { ...item, field: 'person', from: null, to: null };
  if (entry.attribute === 'active') {
    const word = (value: string | null) => (value === 'true' ? 'active' : 'disabled');
    return { ...item, field: 'status', from: word(from), to: word(to) };
  }
  const [field, which] = FIELDS[entry.attribute] ?? [];
  if (field !== undefined) return { ...item, field, ...(which === undefined ? {} : { which }) };
  const custom = fields.find(({ name }) => name === entry.attribute);
  return custom === undefined
    ? { ...item, field: 'other', which: entry.attribute }
    : { ...item, field: 'custom', which: custom.title };
}

const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);

async function actsOf(zammad: Zammad, tickets: Tickets, person: string, limit: number, asking: Asking) {
  const [open, resolved, user] = await Promise.all([
    tickets.list(person, 'open', { limit, sort: 'newest' }, asking),
    tickets.list(person, 'resolved', { limit, sort: 'newest' }, asking),
    ask(zammad, UserShape, { path: `users/${person}`, search: { expand: true }, ...asking }),
  ]);
  const opened = [...open.items, ...resolved.items].map((ticket): HistoryItem => {
    const { id, number, title, createdAt } = ticket;
    return { kind: 'activity', id: `t${id}`, at: createdAt, what: 'wrote', ticket: { id, number }, detail: title };
  });
  const signedIn: readonly HistoryItem[] =
    user.last_login === null ? [] : [{ kind: 'activity', id: 'l', at: user.last_login, what: 'signed-in' }];
  return { items: [...opened, ...signedIn], more: open.total + resolved.total - opened.length };
}
