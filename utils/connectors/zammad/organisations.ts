import * as v from 'valibot';
import type { OrganisationHit, Range } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { Organisation, OrganisationTicket } from '@/utils/people/record';
import type { Part } from '@/utils/people/types';
import { where } from './conditions';
import type { Known } from './known';
import { countUsers, listUsers, queryUsers } from './load';
import { textOf } from './note-text';
import { rowOf } from './person';
import { OrganisationShape, type ZammadOrganisation } from './shapes';
import { conditions, countTickets, listTickets, partOf, toTicket, type Which } from './tickets';
import { type Asking, ask, isId, missing, type Zammad } from './zammad';

const MOST = 200;

/** Those in whose name the words stand. */
export async function organisations(
  zammad: Zammad,
  text: string,
  { limit }: Range,
  asking: Asking,
): Promise<Part<OrganisationHit>> {
  const found = await named(zammad, text, asking);
  const hits = found.map(({ id, name, member_ids: first, secondary_member_ids: more }) => ({
    id,
    name,
    people: new Set([...first, ...more]).size,
  }));
  return { items: hits.slice(0, limit), total: hits.length };
}

async function named(zammad: Zammad, text: string, asking: Asking): Promise<readonly ZammadOrganisation[]> {
  const search = { query: text.trim() || '*', expand: true, per_page: MOST };
  const all = await ask(zammad, v.array(OrganisationShape), { path: 'organizations/search', search, ...asking });
  return all.filter(({ name }) => foldName(name).includes(foldName(text)));
}

/** The one that is called so, whatever the case. */
export const organisationNamed = async (zammad: Zammad, name: string, asking: Asking) =>
  (await named(zammad, name, asking)).find((one) => foldName(one.name) === foldName(name));

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

async function peopleOf(zammad: Zammad, known: Known, about: ZammadOrganisation, limit: number, asking: Asking) {
  const condition = where('user.organization_id', 'is', Number(about.id));
  const modern = (await known.generation.get(asking.call)) === 'conditions';
  const [users, total] =
    modern && condition !== null
      ? await Promise.all([
          listUsers(zammad, condition, { ...asking, limit, sort: ['lastname', 'asc'] }),
          countUsers(zammad, condition, asking),
        ])
      : [await queryUsers(zammad, `organization.name:"${about.name}"`, { ...asking, limit }), about.member_ids.length];
  const mine = users.filter(({ organization_id: theirs }) => theirs === about.id);
  const items = await Promise.all(mine.map((user) => rowOf(zammad, known, user, asking.call)));
  return partOf(items, total ?? about.member_ids.length);
}

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
