import type { PersonHit, Range, SearchSort } from '@/utils/connectors/types';
import type { Part } from '@/utils/people/types';
import { listPage, listUsers } from './load';
import { personOf } from './person';
import type { Rt } from './rt';
import type { Filter } from './search-filter';
import { sorted } from './search-hits';
import type { CustomValue, User } from './shapes';

const MOST = 100;
/** Names that are asked for at once: they stand in the address of the call. */
const NAMES = 50;
/** Pages that are read to fill one answer: where the filters leave few, the rest is not read for them. */
const PAGES = 5;

interface Asked {
  readonly filter: Filter;
  readonly sort: SearchSort;
}

/** Everybody whom the filters leave: who is in a group by their names, all others page by page as RT sorts them. */
export async function everybody(
  rt: Rt,
  fields: readonly CustomValue[],
  { filter, sort }: Asked,
  { limit }: Range,
  signal?: AbortSignal,
): Promise<Part<PersonHit>> {
  const { users, total } = await (filter.names === null
    ? readPages(rt, { filter, sort }, limit, signal)
    : readNamed(rt, filter, filter.names, signal));
  signal?.throwIfAborted();
  const hits = users.map((user): PersonHit => ({ person: personOf(rt, user, fields), openTickets: null }));
  return { items: (filter.names === null ? hits : sorted(hits, sort)).slice(0, limit), total };
}

/** Whether all who are named can be read, so that nothing need be searched. */
export const isFew = (names: ReadonlySet<string>): boolean => names.size <= NAMES * PAGES;

/** The users of these names whom the filter leaves. */
export async function readNamed(rt: Rt, filter: Filter, names: ReadonlySet<string>, signal?: AbortSignal) {
  const all = [...names].sort();
  const asked = all.slice(0, NAMES * PAGES);
  const parts = Array.from({ length: Math.ceil(asked.length / NAMES) }, (_, at) =>
    asked.slice(at * NAMES, (at + 1) * NAMES),
  );
  const lists = await Promise.all(
    parts.map((value) => listUsers(rt, [{ field: 'Name', operator: 'IN', value }], { call: 'search', signal })),
  );
  const users = lists.flat().filter(filter);
  // Who was not asked for counts, who is disabled does not.
  return { users, total: users.length + all.length - asked.length };
}

async function readPages(rt: Rt, { filter, sort }: Asked, limit: number, signal?: AbortSignal) {
  const users: User[] = [];
  const order = sort === 'newest' ? ({ orderby: 'id', order: 'DESC' } as const) : ({ orderby: 'RealName' } as const);
  for (let page = 1; ; page += 1) {
    const { items, total } = await listPage(rt, [], { call: 'search', signal, most: MOST, page, ...order });
    users.push(...items.filter(filter));
    if (items.length < MOST) return { users, total: users.length };
    if (users.length >= limit || page === PAGES)
      return { users, total: Math.max(users.length, total - filter.without) };
  }
}
