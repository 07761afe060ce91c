import { type Call, extraFields, notAllowed, notFound, one } from './answers';
import type { FakeDeskpro } from './fake';
import { bad, badAtAll, deleted, updated } from './fake-answers';
import { shownTicket } from './shown';
import { addPerson, addTicket, nextId, now, type Store, type TicketRow } from './store';

const WRITABLE = [
  'subject',
  'person',
  'message',
  'department',
  'agent',
  'agent_team',
  'status',
  'labels',
  'cc',
  'fields',
  'urgency',
  'organization',
];
const STATUS = /^(?:awaiting_agent|awaiting_user|pending|resolved|archived|hidden\.\w+)(?:\.\d+)?$/u;

export function writeTickets(fake: FakeDeskpro, call: Call): Response {
  const { store, dialect } = fake;
  const [, id = '', part = ''] = call.path;
  if (part !== '') return notFound();
  if (id === '') return call.method === 'POST' ? newTicket(fake, call) : notAllowed();
  const row = store.tickets.find((ticket) => String(ticket.id) === id && !ticket.unseen);
  if (row === undefined) return notFound();
  if (call.method === 'DELETE') {
    store.tickets.splice(store.tickets.indexOf(row), 1);
    return deleted(fake);
  }
  if (call.method !== 'PUT') return notAllowed();
  const refused = refusal(call);
  if (refused !== null) return refused;
  const before = structuredClone(row);
  write(fake, row, call);
  if (row.person === 0) {
    Object.assign(row, before);
    return bad('person', 'required', 'This value is required.');
  }
  return updated(call, () => shownTicket(dialect, row));
}

function refusal({ json }: Call): Response | null {
  if (Object.keys(json).some((name) => !WRITABLE.includes(name))) return extraFields();
  const { status } = json;
  return status === undefined || STATUS.test(String(status))
    ? null
    : bad('status', 'invalid_choice', 'This value is not valid.');
}

function newTicket(fake: FakeDeskpro, call: Call): Response {
  const { store, dialect } = fake;
  const refused = refusal(call);
  if (refused !== null) return refused;
  const subject = String(call.json['subject'] ?? '').trim();
  if (subject === '') return bad('subject', 'required', 'This value is required.');
  const person = personIn(store, call.json['person']);
  if (person === 0) return bad('person', 'required', 'This value is required.');
  const message = String(Object(call.json['message']).message ?? '');
  const isAgain = store.tickets.some(
    (one) =>
      one.person === person &&
      one.subject === subject &&
      store.messages.some((said) => said['ticket'] === one.id && said['message'] === message),
  );
  if (isAgain) return badAtAll('dupe_ticket', 'This ticket is a duplicate of one that was just created.');
  const row = addTicket(store, { person, subject });
  write(fake, row, { ...call, json: { ...call.json, subject: undefined } });
  store.messages.push({ id: nextId(store.messages), ticket: row.id, person, message, date_created: now(store) });
  return one(shownTicket(dialect, row), {}, 201);
}

function write(fake: FakeDeskpro, row: TicketRow, { json }: Call): void {
  const { store } = fake;
  const given = Object.fromEntries(Object.entries(json).filter(([name]) => !fake.ignoredFields.has(name)));
  if (given['status'] !== undefined) {
    row.status = String(given['status']);
    row.date_status = now(store);
  }
  if (given['urgency'] !== undefined) row.urgency = Number(given['urgency']);
  if (given['person'] !== undefined) row.person = personIn(store, given['person']);
  for (const name of ['subject', 'agent', 'agent_team', 'department', 'labels', 'organization']) {
    if (given[name] !== undefined) row[name] = given[name];
  }
}

/** An id, an address, {id}, {email}: an unknown address makes somebody. 0: nobody. */
function personIn(store: Store, given: unknown): number {
  const inside: unknown =
    typeof given === 'object' && given !== null ? (Object(given).id ?? Object(given).email) : given;
  const text = String(inside ?? '');
  if (!text.includes('@')) return store.people.find(({ id }) => String(id) === text)?.id ?? 0;
  const known = store.people.find(({ emails }) => emails.includes(text));
  return (known ?? addPerson(store, { name: text, emails: [text] })).id;
}
