import { storiesEnded } from './sample/tickets-ended';
import { storiesOpen } from './sample/tickets-open';
import { askers, titles } from './sample/titles';
import type { SampleTicket } from './sample/types';
import { when } from './sample/when';
import { organisationId, personId, sampleAddress, samplePerson, teamId } from './sample-people';
import type { TicketRow } from './schema';

const COUNT = 150;
const NEWEST = 1042;
const AGENTS = ['jonas', 'priya', 'tomasz', 'elif', 'sam'];
const STATES = [
  'resolved',
  'resolved',
  'waiting-us',
  'resolved',
  'waiting-them',
  'resolved',
  'resolved',
  'new',
  'resolved',
  'hold',
  'resolved',
] as const;

const tickets: readonly SampleTicket[] = [...storiesOpen, ...storiesEnded];

/** The tickets with a story and as many others as are missing to 150; numbers go down with age. */
export function sampleTickets(now: Date): TicketRow[] {
  const all = [...tickets, ...Array.from({ length: COUNT - tickets.length }, (_, index) => everyday(index))];
  const numbers = freeNumbers();
  return [...all]
    .sort((a, b) => when(b.created, now).localeCompare(when(a.created, now)))
    .map((ticket) => ({ ...ticket, number: ticket.number ?? numbers.next().value ?? 0 }))
    .map((ticket, index) => ticketRow(ticket, index + 1, now));
}

function ticketRow(ticket: SampleTicket, id: number, now: Date): TicketRow {
  const { person, number, title, state, urgent, created, updated, agent, labels, notifies } = ticket;
  const [team] = samplePerson(agent).teams ?? [];
  const org = ticket.org ?? samplePerson(person).at?.[0]?.org;
  return {
    id,
    person: personId(person),
    ...(org === undefined ? {} : { organisation: organisationId(org) }),
    number: String(number),
    title,
    state,
    open: state === 'resolved' ? 0 : 1,
    ...(urgent === undefined ? {} : { urgent: 1 }),
    agent: personId(agent),
    ...(team === undefined ? {} : { team: teamId(team) }),
    ...(labels === undefined ? {} : { labels }),
    ...(notifies === undefined ? {} : { notifies: sampleAddress(notifies) }),
    createdAt: when(created, now),
    updatedAt: when(updated, now),
  };
}

/** One after the other from the lists; older with each, and from some point on resolved. */
function everyday(index: number): SampleTicket {
  const days = 2 + 4 * index;
  const state = STATES[index % STATES.length] ?? 'resolved';
  return {
    person: askers[index % askers.length] ?? '',
    title: titles[index % titles.length] ?? '',
    state: days > 60 ? 'resolved' : state,
    created: `${days}d`,
    updated: `${Math.max(1, days - 1 - (index % 5))}d`,
    agent: AGENTS[index % AGENTS.length] ?? '',
  };
}

function* freeNumbers(): Generator<number, undefined> {
  const taken = new Set(tickets.map(({ number }) => number));
  for (let number = NEWEST - 1; ; number -= 1) if (!taken.has(number)) yield number;
}
