// Tickets of the fake Deskpro, as they are read. Who asks sees those of their departments alone; hidden ones only by name.
import { type Call, listIn, many, notFound, one, ordered } from './answers';
import type { FakeDeskpro } from './fake';
import { linkedPeople, shownTicket } from './shown';
import type { TicketRow } from './store';

const baseOf = (status: string): string => status.split('.')[0] ?? '';

export function tickets(fake: FakeDeskpro, call: Call, rows: readonly TicketRow[]): Response {
  const { store } = fake;
  const [person, organization, status, not] = ['person', 'organization', 'status', 'not_status'].map((name) =>
    call.search.get(name),
  );
  const address = person?.includes('@') ? person.toLowerCase() : null;
  const owner = (ticket: TicketRow): boolean => {
    if (!person || fake.ignoresPerson) return true;
    if (address === null) return String(ticket.person) === person;
    const row = store.people.find(({ id }) => id === ticket.person);
    const theirs = fake.findsOthers.tickets ? (row?.emails ?? []) : [row?.primary_email ?? ''];
    return theirs.some((one) => one.toLowerCase() === address);
  };
  const hidden = (ticket: TicketRow): boolean => baseOf(ticket.status) === 'hidden';
  const fits = rows.filter(
    (row) =>
      !row.unseen &&
      owner(row) &&
      (!organization || String(row.organization) === organization) &&
      (status ? row.status === status || baseOf(row.status) === status : !hidden(row)) &&
      (!not || baseOf(row.status) !== not),
  );
  return many(
    ordered(fits, call, fake.dialect === 'horizon'),
    call,
    (row) => shownTicket(fake.dialect, row),
    (some) => ticketLinks(fake, call, some),
  );
}

const ticketLinks = ({ store, dialect }: FakeDeskpro, call: Call, some: readonly TicketRow[]): object =>
  linkedPeople(
    store,
    dialect,
    some.map(({ person }) => person),
    listIn(call, 'include') ?? [],
  );

export function ticket(fake: FakeDeskpro, call: Call, id: string, part: string): Response {
  const row = fake.store.tickets.find((each) => String(each.id) === id);
  if (row === undefined || row.unseen) return notFound();
  if (part === 'messages')
    return many(
      fake.store.messages.filter((message) => message['ticket'] === row.id),
      call,
      (message) => message,
    );
  return part === '' ? one(shownTicket(fake.dialect, row), ticketLinks(fake, call, [row])) : notFound();
}
