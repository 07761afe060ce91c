import * as v from 'valibot';
import type { OrganisationHit, Range } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { Organisation, OrganisationTicket } from '@/utils/people/record';
import type { Part, Person } from '@/utils/people/types';
import { anyOf, cases, conditionOf, longestRun, where } from './conditions';
import type { Known } from './known';
import { countUsers, listUsers, loadById } from './load';
import { textOf } from './note-text';
import { rowOf } from './person';
import { OrganisationShape, type User, type ZammadOrganisation } from './shapes';
import { conditions, countTickets, listTickets, partOf, toTicket, type Which } from './tickets';
import { type Asking, ask, isId, missing, type Zammad } from './zammad';

const MOST = 200;

/** Those in whose name the words stand. */
export async function organisations(
  zammad: Zammad,
  known: Known,
  text: string,
  { limit }: Range,
  asking: Asking,
): Promise<Part<OrganisationHit>> {
  const found = await named(zammad, known, text, asking);
  const hits = found.map(({ id, name, member_ids: first, secondary_member_ids: more }) => ({
    id,
    name,
    people: new Set([...first, ...more]).size,
  }));
  return { items: hits.slice(0, limit), total: hits.length };
}

/** All pages: each is checked, so that the total is right. */
async function named(
  zammad: Zammad,
  known: Known,
  text: string,
  asking: Asking,
): Promise<readonly ZammadOrganisation[]> {
  const given = await questions(known, text.trim(), asking);
  const lists = await Promise.all(given.map((one) => allPages(zammad, one, asking)));
  const all = new Map(lists.flat().map((one) => [one.id, one]));
  return [...all.values()].filter(({ name }) => foldName(name).includes(foldName(text)));
}

/** A condition is answered by the database; before 6.5 an index may answer, which knows words and is late. */
async function questions(known: Known, text: string, { call }: Asking): Promise<readonly object[]> {
  if (text === '') return [{ query: '*' }];
  if ((await known.generation.get(call)) === 'query') return cases(longestRun(text)).map((query) => ({ query }));
  const condition = anyOf(cases(text).map((one) => where('organization.name', 'contains', one)));
  return condition === null ? [] : [{ condition: conditionOf(condition) }];
}

async function allPages(zammad: Zammad, question: object, asking: Asking): Promise<readonly ZammadOrganisation[]> {
  const found: ZammadOrganisation[] = [];
  for (let page = 1; ; page += 1) {
    const json = { ...question, expand: true, per_page: MOST, page, sort_by: 'name', order_by: 'asc' };
    const asked = { path: 'organizations/search', method: 'post', json, ...asking } as const;
    const some = await ask(zammad, v.array(OrganisationShape), asked);
    found.push(...some);
    if (some.length < MOST) return found;
  }
}

/** The one that is called so, whatever the case. */
export const organisationNamed = async (zammad: Zammad, known: Known, name: string, asking: Asking) =>
  (await named(zammad, known, name, asking)).find((one) => foldName(one.name) === foldName(name));

export async function organisation(
  zammad: Zammad,
  known: Known,
  id: string,
  { limit }: Range,
  asking: Asking,
): Promise<Organisation> {
  if (!isId(id)) throw missing(zammad, asking.call);
  const about = await ask(zammad, OrganisationShape, { path: `organizations/${id}`, ...asking });
  const [people, open, resolved] = await Promise.all([
    peopleOf(zammad, known, about, limit, asking),
    ticketsOf(zammad, known, id, 'open', limit, asking),
    ticketsOf(zammad, known, id, 'resolved', limit, asking),
  ]);
  asking.signal?.throwIfAborted();
  const { name, domain, note } = about;
  return {
    id,
    name,
    summary: textOf(note),
    labels: [],
    domains: domain === '' ? [] : [domain],
    fields: [],
    people,
    open,
    resolved,
  };
}

/** Before 6.5 nobody can be searched by the organisation without an index of words: its members are asked for one by one. */
async function peopleOf(zammad: Zammad, known: Known, about: ZammadOrganisation, limit: number, asking: Asking) {
  const condition = where('user.organization_id', 'is', Number(about.id));
  if (condition === null || (await known.generation.get(asking.call)) === 'query') {
    const users = await Promise.all(about.member_ids.slice(0, limit).map((id) => loadById(zammad, id, asking)));
    return partOf(await rowsOf(zammad, known, users, asking), about.member_ids.length);
  }
  const [users, total] = await Promise.all([
    listUsers(zammad, condition, { ...asking, limit, sort: ['lastname', 'asc'] }),
    countUsers(zammad, condition, asking),
  ]);
  const mine = users.filter(({ organization_id: theirs }) => theirs === about.id);
  return partOf(await rowsOf(zammad, known, mine, asking), total ?? about.member_ids.length);
}

const rowsOf = (zammad: Zammad, known: Known, users: readonly User[], { call }: Asking): Promise<readonly Person[]> =>
  Promise.all(users.map((user) => rowOf(zammad, known, user, call)));

async function ticketsOf(
  zammad: Zammad,
  known: Known,
  id: string,
  which: Which,
  limit: number,
  asking: Asking,
): Promise<Part<OrganisationTicket>> {
  const asked = await conditions(known, 'ticket.organization_id', id, which, asking);
  const [list, total] = await Promise.all([
    listTickets(zammad, asked, { ...asking, limit, sort: 'last-reply' }),
    countTickets(zammad, asked, asking),
  ]);
  const items = await Promise.all(
    list.map(async (ticket) => ({
      ...(await toTicket(zammad, known, ticket, asking.call)),
      // Of the customer the list names the login alone.
      person: { id: ticket.customer_id, name: ticket.customer || `#${ticket.customer_id}` },
    })),
  );
  return partOf(items, total);
}
