import { parseAddress } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import { allOf, anyOf, type Condition, conditionOf, where } from './conditions';
import { writings } from './idn';
import type { Known } from './known';
import { emailsOf } from './person';
import { CountShape, type User, UserShape, UsersShape } from './shapes';
import { type Asking, ask, isId, missing, type Zammad } from './zammad';

/** 6.5 and later give no more at a time. */
export const MOST = 200;
const FIRST = 50;

/** Fails with `missing`. */
export async function loadById(zammad: Zammad, id: string, asking: Asking): Promise<User> {
  // User 1 is Zammad itself.
  if (!isId(id) || id === '1') throw missing(zammad, asking.call);
  return ask(zammad, UserShape, { path: `users/${id}`, search: { expand: true }, ...asking });
}

export interface Listing extends Asking {
  readonly limit?: number;
  readonly page?: number;
  readonly sort?: readonly [string, 'asc' | 'desc'];
}

interface Querying extends Listing {
  /** Only whoever has one of them. */
  readonly roles?: readonly number[];
}

/** Who fits, as the server says: to be checked by who asks. Only 6.5 and later. */
export function listUsers(zammad: Zammad, condition: Condition, asked: Listing): Promise<User[]> {
  const { limit = FIRST, page = 1, sort, ...asking } = asked;
  const json = {
    condition: conditionOf(condition),
    expand: true,
    per_page: Math.min(limit, MOST),
    page,
    ...sortedBy(sort, true),
  };
  return ask(zammad, UsersShape, { path: 'users/search', method: 'post', json, ...asking });
}

/**
 * Those who are alike by their ids, or one who is on a page is on the next one too, and another on none. An index of
 * words may not sort by ids (before 6.5, lib/search_index_backend.rb): it goes by when they were made.
 */
function sortedBy(sort: Listing['sort'], byDatabase: boolean) {
  if (sort === undefined) return {};
  const [column, order] = sort;
  const then = byDatabase ? 'id' : column === 'created_at' ? 'updated_at' : 'created_at';
  return { sort_by: `${column},${then}`, order_by: `${order},asc` };
}

/** How many the server says that fit; null where it does not count. */
export async function countUsers(zammad: Zammad, condition: Condition, asking: Asking): Promise<number | null> {
  const json = { condition: conditionOf(condition), only_total_count: true };
  const told = await ask(zammad, CountShape, { path: 'users/search', method: 'post', json, ...asking });
  return 'total_count' in told ? told.total_count : null;
}

/** Everybody; null where the server does not count. */
export async function countEverybody(zammad: Zammad, asking: Asking): Promise<number | null> {
  const search = { query: '*', only_total_count: true };
  const told = await ask(zammad, CountShape, { path: 'users/search', search, ...asking });
  return 'total_count' in told ? told.total_count : null;
}

/** By words, as every version can, each in its own way: to be checked. */
export function queryUsers(zammad: Zammad, query: string, asked: Querying): Promise<User[]> {
  const { limit = FIRST, page = 1, sort, roles, ...asking } = asked;
  const given = {
    query,
    expand: true,
    per_page: limit,
    page,
    ...sortedBy(sort, query === '*'),
  };
  // A list has no place in an address.
  if (roles !== undefined) {
    const json = { ...given, role_ids: roles };
    return ask(zammad, UsersShape, { path: 'users/search', method: 'post', json, ...asking });
  }
  return ask(zammad, UsersShape, { path: 'users/search', search: given, ...asking });
}

/** Everybody whose address or login this is, and nobody else. */
export async function usersByAddress(
  zammad: Zammad,
  known: Known,
  address: Address,
  asking: Asking,
): Promise<readonly User[]> {
  const found = await candidates(zammad, known, address, asking);
  return found.filter((user) => emailsOf(user).some((one) => one.address === address));
}

/** Of several who share it all are told. */
async function candidates(zammad: Zammad, known: Known, address: Address, asking: Asking): Promise<readonly User[]> {
  const written = writings(address);
  const [first = address] = written;
  // While it is found out which generation it is, an old one is asked already: then the answer is there.
  const early =
    (await known.generation.known()) === null ? queryUsers(zammad, first, { ...asking, limit: MOST }) : null;
  early?.catch(() => undefined);
  if ((await known.generation.get(asking.call)) === 'conditions') {
    const condition = anyOf(['user.email', 'user.login'].map((name) => isOneOf(name, written)));
    return condition === null ? [] : listUsers(zammad, condition, { ...asking, limit: MOST });
  }
  // Without an index of words the first finds a part of a column; with one, the second finds all words in one column.
  for (const query of written.flatMap((one) => [one, `email:"${one}" OR login:"${one}"`])) {
    const found = await ((query === first ? early : null) ?? queryUsers(zammad, query, { ...asking, limit: MOST }));
    if (found.some((user) => emailsOf(user).some((one) => one.address === address))) return found;
  }
  return [];
}

/** One value as it is, several as any of them. */
const isOneOf = (name: string, values: readonly string[]): Condition | null =>
  values.length === 1 ? where(name, 'is', values[0] ?? '') : where(name, 'is any of', values);

/** Everybody whose address is this one with a tag; `bare` has none. */
export async function usersByTag(
  zammad: Zammad,
  known: Known,
  bare: Address,
  asking: Asking,
): Promise<readonly { readonly user: User; readonly address: Address }[]> {
  const at = bare.lastIndexOf('@');
  const local = bare.slice(0, at);
  const isTagged = (address: string): boolean => address.startsWith(`${local}+`) && address.endsWith(bare.slice(at));
  const users = await tagged(zammad, known, local, writings(bare.slice(at)), asking);
  return users.flatMap((user) => {
    const address = [user.email, user.login].map(parseAddress).find((one) => one !== null && isTagged(one));
    return address === undefined || address === null ? [] : [{ user, address }];
  });
}

/** `domains` with their @. */
async function tagged(zammad: Zammad, known: Known, local: string, domains: readonly string[], asking: Asking) {
  const listing = { ...asking, limit: MOST };
  if ((await known.generation.get(asking.call)) === 'conditions') {
    const condition = anyOf(
      ['user.email', 'user.login'].map((name) =>
        allOf([where(name, 'starts with', `${local}+`), anyOf(domains.map((one) => where(name, 'ends with', one)))]),
      ),
    );
    return condition === null ? [] : listUsers(zammad, condition, listing);
  }
  const lists = await Promise.all([
    queryUsers(zammad, `${local}+`, listing),
    // With an index a sign ends a word, and this asks for both of them.
    queryUsers(zammad, `email:"${local}" AND email:"${(domains[0] ?? '').slice(1)}"`, listing),
  ]);
  return [...new Map(lists.flat().map((user) => [user.id, user])).values()];
}
