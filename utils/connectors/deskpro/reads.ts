import type { Reads, Requestor } from '@/utils/connectors/types';
import { primaryOf } from '@/utils/people/primary';
import type { Team } from '@/utils/people/record';
import { billing, chats } from './billing';
import { customFieldOf } from './custom';
import { isoOf } from './dates';
import { type Asking, ask, type Deskpro, isId, missing } from './deskpro';
import { linkedOf, one } from './envelope';
import { type Known, listFor } from './known';
import { countPeople, labels } from './labels';
import { loadById } from './load';
import { near } from './near';
import { readNotes } from './notes';
import { organisation, organisations } from './organisations';
import { emailsOf, INCLUDE, namedOf } from './person';
import { picture } from './picture';
import { search } from './search';
import { BriefPersonShape, type DeskproPerson, DetailsShape, TicketShape } from './shapes';
import { countTickets, listTickets, type Sorted, toTicket, type Which } from './tickets';
import { timeline } from './timeline';

/** What Deskpro can tell beside a person. Charges and chats of one person only a call of an administrator's lists. */
export function readsOf(desk: Deskpro, known: Known): Reads {
  return {
    tickets: (id, which, range, signal) => ticketsOf(desk, id, which, range, { call: 'tickets', signal }),
    archived: (id, range, signal) => ticketsOf(desk, id, 'archived', range, { call: 'tickets', signal }),
    requestors: (ticket, signal) => requestors(desk, ticket, { call: 'requestors', signal }),
    notes: (id, range, signal) => readNotes(desk, id, range, { call: 'notes', signal }),
    history: (id, query, range, signal) => timeline(desk, id, query, range, { call: 'history', signal }),
    details: (id, _range, signal) => details(desk, id, { call: 'details', signal }),
    definitions: async () => (await listFor(desk, known, 'fields', 'definitions')).flatMap(customFieldOf),
    groups: () => listFor(desk, known, 'groups', 'groups'),
    labels: (text, range, signal) => labels(desk, text, range, { call: 'labels', signal }),
    near: (query, signal) => near(desk, known, query, signal),
    search: (query, range, signal) => search(desk, known, query, range, signal),
    organisations: (text, range, signal) => organisations(desk, text, range, { call: 'organisations', signal }),
    organisation: (id, range, signal) => organisation(desk, known, id, range, { call: 'organisation', signal }),
    teams: (signal) => teams(desk, known, { call: 'teams', signal }),
    picture: (id, signal) => picture(desk, id, { call: 'picture', signal }),
    async unseen(id, signal) {
      const { person, seen } = await withTickets(desk, id, { call: 'unseen', signal });
      return Math.max(0, (person.tickets_count ?? 0) - seen.all);
    },
    belongings: (id, signal) => belongings(desk, id, { call: 'belongings', signal }),
    holdings: (id, signal) => holdings(desk, id, { call: 'holdings', signal }),
    async security(id, signal) {
      const { person } = await loadById(desk, id, { call: 'security', signal });
      const primary = primaryOf({ emails: emailsOf(person) });
      // Deskpro's own pages mail a new password to the primary address; whether the API does is not known: it may.
      return { locked: false, factors: [], resetTo: primary, mailsPasswordTo: primary, shortestPassword: 1 };
    },
    ...(desk.own.has('billing')
      ? { billing: (id, range, signal) => billing(desk, id, range, { call: 'billing', signal }) }
      : {}),
    ...(desk.own.has('chats')
      ? { chats: (id, range, signal) => chats(desk, id, range, { call: 'chats', signal }) }
      : {}),
  };
}

async function ticketsOf(desk: Deskpro, person: string, which: Which, range: Sorted, asking: Asking) {
  if (!isId(person)) return { items: [], total: 0 };
  const { items, total } = await listTickets(desk, { person }, which, range, asking);
  return { items: items.map((listed) => toTicket(desk, listed)), total };
}

const ALL: readonly Which[] = ['open', 'resolved', 'archived'];

/** The tickets that the key's agent sees; what else belongs to somebody cannot be moved. */
async function belongings(desk: Deskpro, person: string, asking: Asking) {
  if (!isId(person)) return { tickets: [] };
  const range = { limit: Number.POSITIVE_INFINITY, sort: 'oldest' } as const;
  const lists = await Promise.all(ALL.map((which) => listTickets(desk, { person }, which, range, asking)));
  const mine = lists.flatMap(({ items }) => items).filter(({ ticket }) => ticket.person === person);
  return { tickets: mine.map(({ ticket }) => ticket.id) };
}

async function requestors(desk: Deskpro, ticket: string, asking: Asking): Promise<readonly Requestor[]> {
  if (!isId(ticket)) throw missing(desk, asking.call);
  const asked = { path: `tickets/${ticket}`, search: { include: 'person' }, ...asking };
  const { data, linked } = await ask(desk, one(TicketShape), asked);
  if (data.person === '') return [];
  const brief = linkedOf(linked, 'person', BriefPersonShape).get(data.person);
  if (brief === undefined) return [requestorOf((await loadById(desk, data.person, asking)).person)];
  return [requestorOf({ ...brief, first_name: '', last_name: '', emails: [] })];
}

const requestorOf = (
  person: Pick<DeskproPerson, 'id' | 'name' | 'display_name' | 'first_name' | 'last_name' | 'primary_email' | 'emails'>,
): Requestor => ({ ...namedOf(person), address: primaryOf({ emails: emailsOf(person) }) });

async function details(desk: Deskpro, id: string, asking: Asking) {
  if (!isId(id)) throw missing(desk, asking.call);
  const { data: person } = await ask(desk, one(DetailsShape), {
    path: `people/${id}`,
    search: { include: INCLUDE },
    ...asking,
  });
  if (person.id !== id) throw missing(desk, asking.call, 'somebody else');
  return {
    createdAt: isoOf(person.date_created),
    creationSystem: person.creation_system || null,
    confirmed: person.is_confirmed,
    lastLoginAt: isoOf(person.date_last_login),
    lastSeenAt: isoOf(person.last_seen),
    browser: person.browser || null,
    // A log of them is in no public source.
    signIns: { items: [], total: 0 },
  };
}

/** Whoever is deleted goes with all tickets, also those that the key's agent does not see. */
async function holdings(desk: Deskpro, id: string, asking: Asking) {
  const [{ person, seen }, notes] = await Promise.all([
    withTickets(desk, id, asking),
    readNotes(desk, id, { limit: 0 }, asking),
  ]);
  return {
    tickets: { count: Math.max(person.tickets_count ?? 0, seen.all), open: seen.open },
    notes: { count: notes.total, files: 0 },
    ...(person.chats_count === null ? {} : { chats: person.chats_count }),
  };
}

async function withTickets(desk: Deskpro, id: string, asking: Asking) {
  const [{ person }, seen] = await Promise.all([
    loadById(desk, id, asking),
    countTickets(desk, { person: id }, asking),
  ]);
  return { person, seen };
}

async function teams(desk: Deskpro, known: Known, asking: Asking): Promise<readonly Team[]> {
  const all = await listFor(desk, known, 'teams', asking.call);
  const parts = all.map(({ id }) => [`t${id}`, { path: `agent_teams/${id}/agents`, search: { count: 1 } }] as const);
  const counts = await countPeople(desk, Object.fromEntries(parts), asking);
  return all.map(({ id, name }) => ({ id, name, agents: counts(`t${id}`) }));
}
