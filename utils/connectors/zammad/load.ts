import { parseAddress } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import { anyOf, type Condition, conditionOf, where } from './conditions';
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

/** Who fits, as the server says: to be checked by who asks. Only 6.5 and later. */
export function listUsers(zammad: Zammad, condition: Condition, asked: Listing): Promise<User[]> {
  const { limit = FIRST, page = 1, sort, ...asking } = asked;
  const json = {
    condition: conditionOf(condition),
    expand: true,
    per_page: Math.min(limit, MOST),
    page,
    ...(sort === undefined ? {} : { sort_by: sort[0], order_by: sort[1] }),
  };
  return ask(zammad, UsersShape, { path: 'users/search', method: 'post', json, ...asking });
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
export function queryUsers(zammad: Zammad, query: string, { limit = FIRST, page = 1, sort, ...asking }: Listing) {
  const search = {
    query,
    expand: true,
    per_page: limit,
    page,
    ...(sort === undefined ? {} : { sort_by: sort[0], order_by: sort[1] }),
  };
  return ask(zammad, UsersShape, { path: 'users/search', search, ...asking });
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

async function candidates(zammad: Zammad, known: Known, address: Address, asking: Asking): Promise<readonly User[]> {
  if ((await known.generation.get(asking.call)) === 'conditions') {
    const written = writings(address);
    const condition = anyOf(written.flatMap((one) => [where('user.email', 'is', one), where('user.login', 'is', one)]));
    return condition === null ? [] : listUsers(zammad, condition, asking);
  }
  for (const written of writings(address)) {
    for (const query of [written, `email:"${written}"`]) {
      const found = await queryUsers(zammad, query, asking);
      if (found.some((user) => emailsOf(user).some((one) => one.address === address))) return found;
    }
  }
  return [];
}

/** Everybody whose address is this one with a tag; `bare` has none. */
export async function usersByTag(
  zammad: Zammad,
  known: Known,
  bare: Address,
  asking: Asking,
): Promise<readonly { readonly user: User; readonly address: Address }[]> {
  const at = bare.lastIndexOf('@');
  const begun = `${bare.slice(0, at)}+`;
  const isTagged = (address: string): boolean => address.startsWith(begun) && address.endsWith(bare.slice(at));
  const condition = anyOf([where('user.email', 'starts with', begun), where('user.login', 'starts with', begun)]);
  const modern = (await known.generation.get(asking.call)) === 'conditions';
  const users =
    modern && condition !== null
      ? await listUsers(zammad, condition, { ...asking, limit: MOST })
      : await queryUsers(zammad, begun, asking);
  return users.flatMap((user) => {
    const address = [user.email, user.login].map(parseAddress).find((one) => one !== null && isTagged(one));
    return address === undefined || address === null ? [] : [{ user, address }];
  });
}
