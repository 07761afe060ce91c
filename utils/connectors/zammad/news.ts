// Zammad's own pages are told of changes by a call that is answered only when there is one (6.1 to 7.2; undocumented).
// † Assumption: a token may ask so too. Each who waits holds one of the few processes there: off unless it is switched on.

import * as v from 'valibot';
import type { Reads } from '@/utils/connectors/types';
import { loadById } from './load';
import { TicketShape } from './shapes';
import { type Asking, ask, isId, isProblem, type Zammad } from './zammad';

/** Ms in which a call is answered, with nothing if nothing has happened: 25 seconds there (6.5, long_polling_controller.rb). */
const HELD = 35_000;
/** Ms: who has waited so long for others' news has waited long enough. */
const ENOUGH = 25_000;
/** Of a server that answers at once. */
const MOST_TIMES = 25;
/** More changed tickets than these are not looked at one by one. */
const MOST_TICKETS = 5;

const EventShape = v.object({ event: v.string(), data: v.nullish(v.unknown()) });
/** Several, or the one that says that there is nothing. */
const HeardShape = v.union([
  v.array(EventShape),
  v.pipe(
    EventShape,
    v.transform((one) => [one]),
  ),
]);
type Event = v.InferOutput<typeof EventShape>;
const ClientShape = v.object({ client_id: v.union([v.string(), v.number()]) });
const AboutShape = v.object({ id: v.union([v.number(), v.string()]) });

/** What changes of somebody, of their tickets and their organisations: one place at the server for all who look. */
export function newsOf(zammad: Zammad): NonNullable<Reads['news']> {
  // It goes with a stopped background: Zammad forgets it after four minutes. Whoever knows it hears what we hear.
  const mine: { client: Promise<string> | null } = { client: null };
  const clientOf = (asking: Asking): Promise<string> => {
    const client = mine.client ?? signIn(zammad, asking);
    mine.client = client;
    client.catch(() => {
      if (mine.client === client) mine.client = null;
    });
    return client;
  };
  const heard = async (asking: Asking, again = true): Promise<readonly Event[]> => {
    const client = clientOf(asking);
    const search = { client_id: await client };
    try {
      return await ask(zammad, HeardShape, { path: 'message_receive', search, timeoutMs: HELD, ...asking });
    } catch (error) {
      if (!again || !isProblem(error, 'invalid')) throw error;
      if (mine.client === client) mine.client = null;
      return heard(asking, false);
    }
  };
  return async (person, signal) => {
    const asking = { call: 'news', signal };
    const begun = Date.now();
    for (let times = 0; times < MOST_TIMES && Date.now() - begun < ENOUGH; times += 1) {
      const events = await heard(asking);
      signal?.throwIfAborted();
      if (await isAbout(zammad, person, events, asking)) return true;
      if (events.some(({ event }) => event === 'pong')) return false;
    }
    return false;
  };
}

async function signIn(zammad: Zammad, asking: Asking): Promise<string> {
  // Several wait for it: none of them stops it.
  const { call } = asking;
  const json = { data: { event: 'login' } };
  const asked = { path: 'message_send', method: 'post', json, call } as const;
  return String((await ask(zammad, ClientShape, asked)).client_id);
}

/** `Ticket:update`, `User:touch`, `Organization:update`: which kind, and which one. */
async function isAbout(zammad: Zammad, person: string, events: readonly Event[], asking: Asking): Promise<boolean> {
  const changed = (kind: string): readonly string[] => [
    ...new Set(events.flatMap(({ event, data }) => (event.startsWith(`${kind}:`) ? idIn(data) : []))),
  ];
  if (changed('User').includes(person)) return true;
  const [tickets, organisations] = [changed('Ticket'), changed('Organization')];
  if (tickets.length > MOST_TICKETS) return true;
  if (organisations.length > 0) {
    const { organization_id: first, organization_ids: more } = await loadById(zammad, person, asking);
    if ([first, ...more].some((id) => organisations.includes(id))) return true;
  }
  const owners = await Promise.all(tickets.map((id) => customerOf(zammad, id, asking)));
  return owners.includes(person);
}

function idIn(data: unknown): readonly string[] {
  const parsed = v.safeParse(AboutShape, data);
  return parsed.success && isId(String(parsed.output.id)) ? [String(parsed.output.id)] : [];
}

/** Null: it is gone, or of a group that the login does not see. */
async function customerOf(zammad: Zammad, ticket: string, asking: Asking): Promise<string | null> {
  const found = ask(zammad, TicketShape, { path: `tickets/${ticket}`, ...asking });
  return found.then(
    ({ customer_id: id }) => id,
    (error: unknown) => {
      if (isProblem(error, 'missing', 'forbidden')) return null;
      throw error;
    },
  );
}
