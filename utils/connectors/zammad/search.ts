import type { PersonHit, Range, SearchQuery, SearchSort } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { Team } from '@/utils/people/record';
import type { Part } from '@/utils/people/types';
import { allOf, anyOf, type Condition, cases, longestRun, where } from './conditions';
import type { Known } from './known';
import { countEverybody, countUsers, type Listing, listUsers, MOST, queryUsers } from './load';
import { groupsOf, isStaff, rolesOf, rowOf } from './person';
import { becauseOf, rank } from './search-because';
import type { User } from './shapes';
import { type Asking, orWithout, type Zammad } from './zammad';

/** Where a word may stand; in Zammad's own fields that are texts as well. */
const FIELDS: readonly string[] = [
  'user.firstname',
  'user.lastname',
  'user.email',
  'user.login',
  'user.phone',
  'user.mobile',
  'user.fax',
  'user.department',
  'user.city',
  'organization.name',
];

const SORTS: Readonly<Record<SearchSort, readonly [string, 'asc' | 'desc']>> = {
  best: ['updated_at', 'desc'],
  name: ['lastname', 'asc'],
  newest: ['created_at', 'desc'],
  'last-seen': ['last_login', 'desc'],
};

/** Before 6.5 a page is at most so long. */
const OLD_MOST = 1_000;

interface Reading {
  readonly zammad: Zammad;
  readonly known: Known;
  readonly asked: SearchQuery;
  readonly asking: Asking;
  readonly limit: number;
  /** As they were typed, and as they are compared. */
  readonly typed: readonly string[];
  readonly words: readonly string[];
}

const NOBODY: Part<PersonHit> = { items: [], total: 0 };

/**
 * People in whose fields all words stand, page by page, as many as are asked for. Each is checked. A group is one whose
 * tickets somebody works on: only agents are in any.
 */
export async function search(
  zammad: Zammad,
  known: Known,
  asked: SearchQuery,
  { limit }: Range,
  signal?: AbortSignal,
): Promise<Part<PersonHit>> {
  const asking = { call: 'search', signal };
  // Zammad has no labels on people.
  if (asked.label !== null || (asked.group !== null && asked.role === 'customers')) return NOBODY;
  const split = (text: string) => text.split(/\s+/u).filter((word) => word !== '');
  const typed = split(asked.text);
  const reading = { zammad, known, asked, asking, limit, typed, words: split(foldName(asked.text)) };
  const part = await partOf(reading);
  signal?.throwIfAborted();
  const { items, total } = part;
  return {
    items: asked.sort === 'best' ? items.toSorted((a, b) => rank(a, reading.words) - rank(b, reading.words)) : items,
    total,
  };
}

/** The groups whose tickets are worked on, with how many agents do; those of nobody are among them. */
export async function teams(zammad: Zammad, known: Known, signal?: AbortSignal): Promise<readonly Team[]> {
  const asking = { call: 'teams', signal };
  const asked: SearchQuery = { text: '', role: 'agents', group: null, label: null, sort: 'name' };
  const reading = { zammad, known, asked, asking, limit: 0, typed: [], words: [] };
  const modern = (await known.generation.get('teams')) === 'conditions';
  const [groups, roles, agents] = await Promise.all([
    known.groups.get('teams'),
    known.roles.get('teams'),
    agentsOf(reading, modern),
  ]);
  signal?.throwIfAborted();
  const isIn = (user: User, group: string): boolean => groupsOf(user, rolesOf(user, roles)).has(group);
  return groups.map((group) => ({ ...group, agents: agents.filter((user) => isIn(user, group.id)).length }));
}

async function partOf(reading: Reading): Promise<Part<PersonHit>> {
  const { zammad, known, asked, asking, typed } = reading;
  const modern = (await known.generation.get('search')) === 'conditions';
  if (asked.group !== null) return whole(reading, await agentsOf(reading, modern));
  if (!modern) return whole(reading, await byWords(reading));
  if (typed.length === 0 && asked.role === 'anyone') {
    const ask = (page: Listing) => queryUsers(zammad, '*', page);
    return paged(reading, ask, () => countEverybody(zammad, asking));
  }
  const condition = allOf([...(await wordsAre(reading)), ...(await roleIs(known, asked.role))]);
  // A role that nobody can have.
  if (condition === null) return NOBODY;
  const ask = (page: Listing) => listUsers(zammad, condition, page);
  return paged(reading, ask, () => countUsers(zammad, condition, asking));
}

/** One condition for each word: null where it cannot be asked. */
async function wordsAre({ known, typed }: Reading): Promise<readonly (Condition | null)[]> {
  const { fields } = await known.fields.get('search');
  const own = fields.filter(({ kind }) => ['text', 'link', 'phone'].includes(kind)).map(({ name }) => `user.${name}`);
  const columns = [...FIELDS, ...own];
  return typed.map((word) =>
    anyOf(columns.flatMap((column) => cases(word).map((one) => where(column, 'contains', one)))),
  );
}

/** Whoever is an agent and a customer is asked for with both, and told apart afterwards. */
async function roleIs(known: Known, role: SearchQuery['role']): Promise<readonly (Condition | null)[]> {
  return role === 'anyone' ? [] : [where('user.role_ids', 'is', await idsOf(known, role === 'agents'))];
}

async function idsOf(known: Known, agent: boolean): Promise<readonly number[]> {
  const all = await known.roles.get('search');
  return all.filter((role) => role.agent === agent).map(({ id }) => Number(id));
}

/**
 * Page by page until there are as many as are wanted. The total is what the server counts, without those on the pages read
 * that turned out not to fit.
 */
async function paged(
  reading: Reading,
  ask: (page: Listing) => Promise<readonly User[]>,
  count: () => Promise<number | null>,
): Promise<Part<PersonHit>> {
  const { asked, asking, limit } = reading;
  const per = Math.min(MOST, Math.max(limit, 1));
  const total = count();
  total.catch(() => undefined);
  const items = new Map<string, PersonHit>();
  for (let page = 1, left = 0; ; page += 1) {
    const users = await ask({ ...asking, limit: per, page, sort: SORTS[asked.sort] });
    const hits = await hitsOf(reading, users);
    left += users.length - hits.length;
    for (const hit of hits) items.set(hit.person.ref.id, hit);
    const isLast = users.length < per;
    if (!isLast && items.size < limit) continue;
    const counted = isLast ? items.size : ((await total) ?? items.size) - left;
    return { items: [...items.values()].slice(0, limit), total: Math.max(counted, items.size) };
  }
}

/** Of all that there are; each is checked, so that the total is right. */
async function whole(reading: Reading, users: readonly User[]): Promise<Part<PersonHit>> {
  const items = await hitsOf(reading, users);
  return { items: items.slice(0, reading.limit), total: items.length };
}

/** All pages of one question, each person once. */
async function allPages(per: number, ask: (page: number) => Promise<readonly User[]>): Promise<readonly User[]> {
  const all = new Map<string, User>();
  for (let page = 1; ; page += 1) {
    const users = await ask(page);
    for (const user of users) all.set(user.id, user);
    if (users.length < per) return [...all.values()];
  }
}

/** Everybody who works there. † Assumption: before 6.5 too a search takes `role_ids`; each is checked. */
async function agentsOf({ zammad, known, asked, asking }: Reading, modern: boolean): Promise<readonly User[]> {
  const ids = await idsOf(known, true);
  const condition = where('user.role_ids', 'is', ids);
  if (condition === null) return [];
  const sort = SORTS[asked.sort];
  if (modern) return allPages(MOST, (page) => listUsers(zammad, condition, { ...asking, limit: MOST, page, sort }));
  return allPages(OLD_MOST, (page) => queryUsers(zammad, '*', { ...asking, limit: OLD_MOST, page, sort, roles: ids }));
}

/**
 * Before 6.5. One question for each word, since without an index words in two columns find nothing; who is in all is left.
 * Without one the case of letters counts, so that each is asked for as it is usually written; with one, signs are part of
 * its language, and what was written some seconds ago is not found yet.
 */
async function byWords({ zammad, asked, asking, typed }: Reading): Promise<readonly User[]> {
  const sort = SORTS[asked.sort];
  const by = (query: string) =>
    allPages(OLD_MOST, (page) => queryUsers(zammad, query, { ...asking, limit: OLD_MOST, page, sort }));
  const [first = [], ...others] = await Promise.all(
    (typed.length === 0 ? ['*'] : typed).map(async (word) => {
      const lists = await Promise.all((word === '*' ? ['*'] : cases(longestRun(word))).map(by));
      return [...new Map(lists.flat().map((user) => [user.id, user])).values()];
    }),
  );
  const ids = others.map((list) => new Set(list.map(({ id }) => id)));
  return first.filter(({ id }) => ids.every((list) => list.has(id)));
}

async function hitsOf(reading: Reading, users: readonly User[]): Promise<readonly PersonHit[]> {
  const { zammad, known, asked, words } = reading;
  // Where nobody has to be told apart by them it does without.
  const roles = await (asked.role === 'anyone' && asked.group === null
    ? orWithout(known.roles.get('search'), [])
    : known.roles.get('search'));
  const fits = (user: User): boolean => {
    const mine = rolesOf(user, roles);
    const isRole = asked.role === 'anyone' || isStaff(mine) === (asked.role === 'agents');
    const isIn = asked.group === null || (isStaff(mine) && groupsOf(user, mine).has(asked.group));
    return isRole && isIn;
  };
  const people = await Promise.all(users.filter(fits).map((user) => rowOf(zammad, known, user, 'search')));
  return people.flatMap((person): PersonHit[] => {
    const reason = becauseOf(person, words);
    return reason === null ? [] : [{ person, openTickets: null, ...(reason === 'seen' ? {} : { because: reason }) }];
  });
}
