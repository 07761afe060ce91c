import type { Address } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import type { Loaded } from './person';
import { ask, isId, type Rt, read, where } from './rt';
import { pageOf, type User, UserShape } from './shapes';

/** All of a user that a list can tell. Whether somebody is disabled is not among it (RT 5.0.3: always empty there). */
export const COLUMNS = [
  'id,Name,EmailAddress,RealName,NickName,Organization,Address1,Address2,City,State,Zip,Country',
  'HomePhone,WorkPhone,MobilePhone,PagerPhone,Lang,Timezone,Comments,FreeformContactInfo,Created,LastUpdated,CustomFields',
].join(',');

interface Asking {
  readonly call: string;
  readonly signal?: AbortSignal | undefined;
}

/** Fails with `missing`. */
export async function loadById(rt: Rt, id: string, asking: Asking): Promise<Loaded> {
  if (!isId(id)) throw new ProblemError({ kind: 'missing', connection: rt.connection, call: asking.call });
  return load(rt, id, asking);
}

/**
 * Whoever RT calls so, by name or address: to be checked by who asks. Null: nobody. `blind`: the login is known not to
 * see users, so that the list is asked beside the record, not after it.
 */
export async function loadByAddress(
  rt: Rt,
  address: Address,
  asking: Asking & { readonly blind?: boolean },
): Promise<Loaded | null> {
  // A slash is no part of a path for RT, however it is written.
  if (address.includes('/')) return null;
  const rows = asking.blind === true ? listUsers(rt, [{ field: 'EmailAddress', value: address }], asking) : undefined;
  rows?.catch(() => undefined);
  return load(rt, encodeURIComponent(address), asking, rows && { address, rows }).catch((error: unknown) => {
    if (error instanceof ProblemError && error.problem.kind === 'missing') return null;
    throw error;
  });
}

/** What the list says of an address, asked already. */
interface Listed {
  readonly address: Address;
  readonly rows: Promise<readonly User[]>;
}

async function load(rt: Rt, key: string, { call, signal }: Asking, listed?: Listed): Promise<Loaded> {
  const asked = { path: `user/${key}`, call, ...(signal ? { signal } : {}) };
  const answer = await rt.http.answer(asked);
  const user = read(rt, UserShape, answer, asked);
  const etag = answer.etag === null || answer.etag.includes('1970-01-01') ? null : answer.etag;
  // Whoever may not see users is told a name, without the number. A list tells them more.
  return { user: user.Disabled === undefined ? await widened(rt, user, { call, signal }, listed) : user, etag };
}

async function widened(rt: Rt, short: User, asking: Asking, listed?: Listed): Promise<User> {
  const id = short._hyperlinks.find(({ ref }) => ref === 'self')?.id ?? '';
  const field = short.EmailAddress === '' ? 'Name' : 'EmailAddress';
  const condition = { field, value: short[field] };
  const asked = listed !== undefined && short.EmailAddress.toLowerCase() === listed.address;
  const rows = await (asked ? listed.rows : listUsers(rt, [condition], asking));
  const active = rows.find((user) => user.id === id);
  // Lists leave out who is disabled: that is how it is known.
  const user = active ?? short;
  const { Privileged, _hyperlinks } = short;
  return { ...user, id, Privileged, Disabled: active === undefined, _hyperlinks };
}

interface Listing extends Asking {
  readonly disabledToo?: boolean;
  readonly most?: number;
  readonly page?: number;
  readonly orderby?: 'Name' | 'RealName' | 'id';
  readonly order?: 'ASC' | 'DESC';
}

/** Who fits, as RT says: it ignores conditions that it does not know, so that each is to be checked. */
export async function listUsers(
  rt: Rt,
  conditions: Parameters<typeof where>[0],
  asking: Listing,
): Promise<readonly User[]> {
  return (await listPage(rt, conditions, asking)).items;
}

/** One page of them, with the total that RT tells: of everybody, where it ignored what was asked. */
export async function listPage(
  rt: Rt,
  conditions: Parameters<typeof where>[0],
  { call, signal, disabledToo = false, most = 100, page = 1, orderby = 'Name', order = 'ASC' }: Listing,
): Promise<{ readonly items: readonly User[]; readonly total: number }> {
  const search = {
    ...where(conditions),
    fields: COLUMNS,
    per_page: most,
    page,
    orderby,
    order,
    ...(disabledToo ? { find_disabled_rows: 1 } : {}),
  };
  const { items, total } = await ask(rt, pageOf(UserShape), { path: 'users', search, call, signal });
  return { items, total: total ?? items.length };
}
