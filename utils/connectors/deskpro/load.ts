import type * as v from 'valibot';
import { decoded } from '@/utils/connectors/decoded';
import type { Address } from '@/utils/people/types';
import { together } from './batch';
import { type Asking, ask, type Deskpro, isId, isProblem, missing } from './deskpro';
import { many, one } from './envelope';
import { MOST } from './known';
import { emailsOf, INCLUDE, type Loaded } from './person';
import { PersonShape } from './shapes';

export const PeopleShape = many(PersonShape);

/** Fails with `missing`, also where the helpdesk leads on to somebody else: they were merged into them. */
export async function loadById(desk: Deskpro, id: string, asking: Asking): Promise<Loaded> {
  if (!isId(id)) throw missing(desk, asking.call);
  const search = { include: INCLUDE };
  const { data, linked } = await ask(desk, one(PersonShape), { path: `people/${id}`, search, ...asking });
  if (data.id !== id) throw missing(desk, asking.call, 'somebody else');
  return { person: data, linked };
}

export interface People {
  readonly people: readonly Loaded[];
  readonly total: number;
}

type Query = Readonly<Record<string, string | number>>;

/** Read as a query in a body, this header stands with it (hmrc/api-platform-deskpro, 2024-2026). */
export const AS_QUERY = { 'X-Deskpro-Api-Get-Query-Body': '1' };

/**
 * Who fits, as the server says: to be checked by who asks, since it passes over what it does not know. What is asked
 * stands in a body where it can, so that no address is in the address of a call: in a batch, else as a query in a body
 * where that was proven, since a helpdesk that does not know it would take it for somebody new.
 */
export function listPeople(desk: Deskpro, query: Query, asking: Asking): Promise<People> {
  return listed(desk, query, asking).catch((error: unknown) => {
    const { order_by: order, order_dir: _, ...rest } = query;
    // That it sorts by this column is not known of each helpdesk.
    if (order !== undefined && isProblem(error, 'invalid')) return listed(desk, rest, asking);
    throw error;
  });
}

/** For a question that not each helpdesk takes. */
export const noneIf =
  (kinds: readonly Parameters<typeof isProblem>[1][]) =>
  (error: unknown): People => {
    if (isProblem(error, ...kinds)) return { people: [], total: 0 };
    throw error;
  };

async function listed(desk: Deskpro, query: Query, asking: Asking): Promise<People> {
  const search = { include: INCLUDE, count: MOST, ...query };
  if (!(await desk.facts.batches()) && (await desk.facts.bodyQuery()) === true) {
    const told = await inBody(desk, search, asking);
    if (told !== null) return peopleIn(decoded(PeopleShape, told, { connection: desk.connection, call: asking.call }));
  }
  const answers = await together(desk, { people: { path: 'people', search } }, asking);
  return peopleIn(answers('people', PeopleShape));
}

/** Null where it is no longer understood, as of now: it is asked in another way then, and never so again. */
async function inBody(desk: Deskpro, search: Query, asking: Asking): Promise<unknown> {
  const asked = { path: 'people', method: 'post', json: search, headers: AS_QUERY, ...asking } as const;
  const answer = await desk.http.answer(asked).catch((error: unknown) => {
    if (isProblem(error, 'invalid')) return null;
    throw error;
  });
  if (answer?.status === 200) return answer.json;
  await desk.facts.provenBodyQuery(false);
  return null;
}

export const peopleIn = ({ data, linked, meta }: v.InferOutput<typeof PeopleShape>): People => ({
  people: data.map((person) => ({ person, linked })),
  total: meta.pagination?.total ?? data.length,
});

/** Those of these ids who are still there. */
export async function loadAll(desk: Deskpro, ids: readonly string[], asking: Asking): Promise<readonly Loaded[]> {
  const wanted = [...new Set(ids)].filter(isId).slice(0, MOST);
  if (wanted.length === 0) return [];
  const { people } = await listPeople(desk, { ids: wanted.join(',') }, asking);
  return people.filter(({ person }) => wanted.includes(person.id));
}

export const hasAddress = ({ person }: Loaded, address: Address): boolean =>
  emailsOf(person).some((email) => email.address === address);
