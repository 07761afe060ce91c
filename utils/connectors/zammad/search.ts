import type { Because, PersonHit, Range, SearchQuery, SearchSort } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { Part, Person } from '@/utils/people/types';
import { allOf, anyOf, type Condition, where } from './conditions';
import type { Known } from './known';
import { countEverybody, countUsers, listUsers, MOST, queryUsers } from './load';
import { rowOf } from './person';
import type { User } from './shapes';
import { partOf } from './tickets';
import type { Asking, Zammad } from './zammad';

/** Where a word may stand. */
const FIELDS = [
  'user.firstname',
  'user.lastname',
  'user.email',
  'user.login',
  'user.phone',
  'user.mobile',
  'user.city',
  'organization.name',
] as const;

const SORTS: Readonly<Record<SearchSort, readonly [string, 'asc' | 'desc']>> = {
  best: ['updated_at', 'desc'],
  name: ['lastname', 'asc'],
  newest: ['created_at', 'desc'],
  'last-seen': ['last_login', 'desc'],
};

/** Before 6.5 a page is at most so long. */
const OLD_MOST = 1_000;

/** People in whose fields all words stand, page by page, as many as are asked for. Each is checked. */
export async function search(
  zammad: Zammad,
  known: Known,
  asked: SearchQuery,
  { limit }: Range,
  signal?: AbortSignal,
): Promise<Part<PersonHit>> {
  const asking = { call: 'search', signal };
  // Zammad has no labels on people, and no groups of customers.
  if (asked.label !== null || asked.group !== null) return { items: [], total: 0 };
  const words = foldName(asked.text)
    .split(' ')
    .filter((word) => word !== '');
  const typed = asked.text.split(/\s+/u).filter((word) => word !== '');
  const modern = (await known.generation.get('search')) === 'conditions';
  const reading = { zammad, known, asked, asking, limit, words };
  const part = modern ? await byConditions(reading, typed) : await byQuery(reading, typed);
  signal?.throwIfAborted();
  return { ...part, items: asked.sort === 'best' ? ranked(part.items, words) : part.items };
}

interface Reading {
  readonly zammad: Zammad;
  readonly known: Known;
  readonly asked: SearchQuery;
  readonly asking: Asking;
  readonly limit: number;
  readonly words: readonly string[];
}

async function byConditions(reading: Reading, typed: readonly string[]): Promise<Part<PersonHit>> {
  const { zammad, known, asked, asking, limit } = reading;
  const each = typed.map((word) =>
    anyOf(FIELDS.flatMap((field) => cases(word).map((one) => where(field, 'contains', one)))),
  );
  const condition = allOf([...each, ...(await roles(known, asked.role))]);
  if (condition === null) return everybody(reading);
  const items: PersonHit[] = [];
  const per = Math.min(MOST, Math.max(limit, 1));
  const total = countUsers(zammad, condition, asking);
  total.catch(() => undefined);
  for (let page = 1, left = 0; ; page += 1) {
    const users = await listUsers(zammad, condition, { ...asking, limit: per, page, sort: SORTS[asked.sort] });
    const hits = await hitsOf(reading, users);
    left += users.length - hits.length;
    items.push(...hits);
    const whole = users.length < per;
    if (whole || items.length >= limit)
      return cut(items, limit, whole ? items.length : ((await total) ?? items.length) - left);
  }
}

const cut = (items: readonly PersonHit[], limit: number, total: number): Part<PersonHit> => {
  const part = partOf(items, total);
  return { ...part, items: part.items.slice(0, limit) };
};

/** † Assumption: a comparison may look at the case of letters, as "is" does: a word is asked for in the usual ones. */
const cases = (word: string): readonly string[] => {
  const lower = word.toLowerCase();
  return [...new Set([word, lower, lower.charAt(0).toUpperCase() + lower.slice(1)])];
};

async function roles(known: Known, role: SearchQuery['role']): Promise<readonly (Condition | null)[]> {
  if (role === 'anyone') return [];
  const all = await known.roles.get('search');
  const ids = all.filter(({ agent }) => agent === (role === 'agents')).map(({ id }) => Number(id));
  return [where('user.role_ids', 'is', ids)];
}

/** Nothing was asked for: they are counted where the server can. */
async function everybody({ zammad, known, asked, asking, limit, words }: Reading): Promise<Part<PersonHit>> {
  const total = await countEverybody(zammad, asking);
  const items: PersonHit[] = [];
  const per = Math.min(MOST, Math.max(limit, 1));
  for (let page = 1; ; page += 1) {
    const users = await queryUsers(zammad, '*', { ...asking, limit: per, page, sort: SORTS[asked.sort] });
    items.push(...(await hitsOf({ zammad, known, asked, asking, limit, words }, users)));
    if (users.length < per || items.length >= limit) return cut(items, limit, total ?? items.length);
  }
}

/** One question for each word, since without an index words in two columns find nothing; who is in all is left. */
async function byQuery(reading: Reading, typed: readonly string[]): Promise<Part<PersonHit>> {
  const { zammad, asking, limit } = reading;
  const lists = await Promise.all(
    (typed.length === 0 ? ['*'] : typed).map((word) => queryUsers(zammad, word, { ...asking, limit: OLD_MOST })),
  );
  const [first = [], ...others] = lists;
  const users = first.filter(({ id }) => others.every((list) => list.some((user) => user.id === id)));
  const items = await hitsOf(reading, users);
  return cut(items, limit, items.length);
}

async function hitsOf({ zammad, known, asked, words }: Reading, users: readonly User[]): Promise<readonly PersonHit[]> {
  const people = await Promise.all(users.map((user) => rowOf(zammad, known, user, 'search')));
  return people
    .filter(({ kind }) => asked.role === 'anyone' || (kind === 'agent') === (asked.role === 'agents'))
    .flatMap((person): PersonHit[] => {
      const reason = becauseOf(person, words);
      return reason === null ? [] : [{ person, openTickets: null, ...(reason === 'seen' ? {} : { because: reason }) }];
    });
}

/** Where the words stand: 'seen' in what is shown anyway; null where one of them stands nowhere. */
function becauseOf(person: Person, words: readonly string[]): Because | 'seen' | null {
  const seen = [person.name, ...person.emails.slice(0, 1).map(({ address }) => address)].map(foldName);
  const more: readonly Because[] = [
    ...person.memberships.map(({ name }): Because => ({ kind: 'organisation', text: name })),
    ...person.emails.slice(1).map(({ address }): Because => ({ kind: 'field', text: address })),
    ...person.fields.map(
      ({ label, value }): Because => ({ kind: 'field', text: value, ...(label === undefined ? {} : { title: label }) }),
    ),
    { kind: 'field', text: person.summary },
    { kind: 'id', text: person.ref.id },
  ];
  const unseen = words.filter((word) => !seen.some((text) => text.includes(word)));
  if (unseen.length === 0) return 'seen';
  const found = unseen.map((word) => more.find(({ text }) => foldName(text).includes(word)));
  return found.includes(undefined) ? null : (found[0] ?? null);
}

/** Who is called so comes first. */
function ranked(hits: readonly PersonHit[], words: readonly string[]): readonly PersonHit[] {
  const rank = ({ person, because }: PersonHit): number => {
    if (because !== undefined) return 2;
    const name = ` ${foldName(person.name)}`;
    return words.every((word) => name.includes(` ${word}`)) ? 0 : 1;
  };
  return hits.toSorted((a, b) => rank(a) - rank(b));
}
