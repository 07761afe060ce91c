// Request Tracker's own interface for programs, as the tests read and write with it beside the product.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Up } from '@/test/servers/start';

export type Json = Readonly<Record<string, unknown>>;
export type Api = (method: string, path: string, json?: unknown) => Promise<Json>;
export type Rank = 'root' | 'lead' | 'ama' | 'boris' | 'viewer' | 'customer';

/** The token of a login: `lead` may do nearly all, `ama` works with tickets, `viewer` reads, `customer` writes in. */
export function tokenOf({ state }: Pick<Up, 'state'>, rank: Rank): string {
  const tokens: unknown = JSON.parse(readFileSync(join(state, 'tokens.json'), 'utf8'));
  return String(Object(tokens)[rank]);
}

/** Calls with a token, whose answers are taken as they are. Fails for all but success. */
export function apiOf(url: string, token: string): Api {
  const headers = { Authorization: `token ${token}`, 'Content-Type': 'application/json' };
  return async (method, path, json) => {
    const body = json === undefined ? {} : { body: JSON.stringify(json) };
    const response = await fetch(`${url}/REST/2.0/${path}`, { method, headers, ...body });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return Object(text === '' ? {} : JSON.parse(text));
  };
}

/** What people can see of a user: nothing that only counts on, and lists that RT keeps in no order. Null: nobody. */
export async function readUser(api: Api, key: string): Promise<unknown> {
  const user = await api('GET', `user/${encodeURIComponent(key)}`).catch((error: unknown) => {
    if (String(error).includes(': 404 ')) return null;
    throw error;
  });
  if (user === null) return null;
  const { LastUpdated: _, LastUpdatedBy: _by, _hyperlinks: _links, CustomFields, Memberships, ...columns } = user;
  return {
    columns: Object.entries(columns)
      .filter(([, value]) => value !== '')
      .sort(),
    custom: listed(CustomFields)
      .map(({ name, values }) => [name, (Array.isArray(values) ? values : []).map(String).sort()] as const)
      .filter(([, values]) => values.length > 0)
      .sort(),
    groups: listed(Memberships)
      .map(({ id }) => String(id))
      .sort(),
  };
}

/** The tickets that fit a query, in RT's words, with their requestors. */
export async function readTickets(api: Api, query: string): Promise<unknown> {
  const search = new URLSearchParams({
    query,
    orderby: 'id',
    per_page: '100',
    fields: 'Subject,Status,Requestor,Owner,Queue',
    'fields[Requestor]': 'id',
  });
  const { items } = await api('GET', `tickets?${search}`);
  return listed(items).map(({ id, Subject, Status, Owner, Queue, Requestor }) => ({
    id,
    Subject,
    Status,
    Owner,
    Queue,
    Requestor: listed(Requestor)
      .map((one) => String(one['id']))
      .sort(),
  }));
}

export const listed = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(Object) : []);

/** The number of a group that people made. */
export async function groupOf(api: Api, name: string): Promise<string> {
  const query = JSON.stringify([{ field: 'Domain', value: 'UserDefined' }]);
  const { items } = await api('GET', `groups?fields=Name&per_page=100&query=${encodeURIComponent(query)}`);
  const group = listed(items).find(({ Name }) => Name === name);
  if (group === undefined) throw new Error(`no group ${name}`);
  return String(group['id']);
}

/** Every user and every ticket, by their numbers. */
export async function readAll(root: Api): Promise<unknown> {
  const { items } = await root('GET', 'users?fields=id&per_page=100&find_disabled_rows=1');
  const ids = listed(items).map(({ id }) => String(id));
  const users = await Promise.all(ids.map(async (id) => [id, await readUser(root, id)] as const));
  return { users: Object.fromEntries(users), tickets: await readTickets(root, 'id > 0') };
}
