import type * as v from 'valibot';
import type { OrganisationHit, Range } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { Organisation, OrganisationTicket } from '@/utils/people/record';
import type { Part, Person } from '@/utils/people/types';
import { KEPT, orElse, type Part as Read, together } from './batch';
import { contactItems } from './contacts';
import { type Asking, ask, type Deskpro, isId, isProblem, missing } from './deskpro';
import { linkedOf, many, one } from './envelope';
import { type Known, MOST, namesFor } from './known';
import { countPeople } from './labels';
import { listPeople } from './load';
import { namedOf, personOf } from './person';
import { BriefPersonShape, OrganisationShape } from './shapes';
import { listTickets, toTicket, type Which } from './tickets';

const OrganisationsShape = many(OrganisationShape);
type Listed = v.InferOutput<typeof OrganisationsShape>;

/** Those in whose name the words stand: by both of the names that the filter may have (SPEC; CAT), each checked. */
export async function organisations(
  desk: Deskpro,
  text: string,
  { limit }: Range,
  asking: Asking,
): Promise<Part<OrganisationHit>> {
  const typed = text.trim();
  const search = { count: MOST, order_by: 'name', order_dir: 'asc' };
  const names = typed === '' ? [''] : ['search', 'name'];
  const parts = Object.fromEntries(
    names.map((name): [string, Read] => [
      name || 'all',
      { path: 'organizations', search: { ...search, ...(name === '' ? {} : { [name]: typed }) } },
    ]),
  );
  const answers = await together(desk, parts, asking);
  const read = (key: string) => answers(key, OrganisationsShape);
  // One of the two words may not be taken; where neither is, that is told.
  const lists = Object.keys(parts).flatMap((key) => orElse((): Listed[] => [read(key)], [], KEPT));
  if (lists.length === 0) read(Object.keys(parts)[0] ?? '');
  const all = new Map(lists.flatMap(({ data }) => data).map((row) => [row.id, row.name]));
  const fit = [...all]
    .filter(([, name]) => foldName(name).includes(foldName(typed)))
    .toSorted(([, a], [, b]) => a.localeCompare(b));
  const shown = fit.slice(0, limit);
  const counting = shown.map(([id]): [string, Read] => [
    `o${id}`,
    { path: 'people', search: { organization: id, count: 1 } },
  ]);
  const counts = await countPeople(desk, Object.fromEntries(counting), asking);
  // Of everybody the helpdesk tells how many there are, on however many pages.
  const told = typed === '' ? Math.max(...lists.map(({ meta }) => meta.pagination?.total ?? 0)) : 0;
  return {
    items: shown.map(([id, name]) => ({ id, name, people: counts(`o${id}`) })),
    total: Math.max(told, fit.length),
  };
}

export async function organisation(
  desk: Deskpro,
  known: Known,
  id: string,
  { limit }: Range,
  asking: Asking,
): Promise<Organisation> {
  if (!isId(id)) throw missing(desk, asking.call);
  const [{ data: about }, people, open, resolved] = await Promise.all([
    ask(desk, one(OrganisationShape), { path: `organizations/${id}`, ...asking }),
    peopleOf(desk, known, id, limit, asking),
    ticketsOf(desk, id, 'open', limit, asking),
    ticketsOf(desk, id, 'resolved', limit, asking),
  ]);
  asking.signal?.throwIfAborted();
  return {
    id,
    name: about.name,
    summary: about.summary,
    labels: about.labels,
    domains: about.email_domains,
    fields: contactItems(about).map(({ value }) => value),
    people,
    open,
    resolved,
  };
}

async function peopleOf(desk: Deskpro, known: Known, id: string, limit: number, asking: Asking): Promise<Part<Person>> {
  const [lists, { people, total }] = await Promise.all([
    namesFor(known, asking.call),
    listPeople(desk, { organization: id, count: Math.min(Math.max(limit, 1), MOST), order_by: 'name' }, asking),
  ]);
  const items = people
    .map((loaded) => personOf(desk, lists, loaded))
    // A filter that the helpdesk does not know would name everybody.
    .filter(({ memberships }) => memberships.some(({ organisation }) => organisation === id));
  return { items, total: items.length === people.length ? Math.max(total, items.length) : items.length };
}

/** What the key may not read is not there. */
async function ticketsOf(
  desk: Deskpro,
  id: string,
  which: Which,
  limit: number,
  asking: Asking,
): Promise<Part<OrganisationTicket>> {
  const { items, total } = await listTickets(desk, { organization: id }, which, { limit }, asking).catch(
    (error: unknown) => {
      if (isProblem(error, 'forbidden')) return { items: [], total: 0 };
      throw error;
    },
  );
  return {
    items: items.map((listed) => {
      const { person } = listed.ticket;
      const brief = linkedOf(listed.linked, 'person', BriefPersonShape).get(person);
      const name = brief === undefined ? `#${person}` : namedOf({ ...brief, first_name: '', last_name: '' }).name;
      return { ...toTicket(desk, listed), person: person === '' ? null : { id: person, name } };
    }),
    total,
  };
}
