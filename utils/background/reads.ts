// The parts of a record that pages ask for one by one: each is handed on to the connection's own method. What the
// server has not is empty; the panel does not ask for it.

import { PIECE } from '@/utils/actions/limits';
import { lookingAt } from '@/utils/lookup/find';
import { inPatience } from '@/utils/lookup/wait';
import type { PanelAnswers } from '@/utils/messages';
import { toBase64 } from '@/utils/people/base64';
import { ProblemError } from '@/utils/problem';
import type { Apart } from './apart';
import type { Places } from './connections';
import { makeSearches, searchAll } from './search';

const NONE = { items: [], total: 0 };
const SUGGESTIONS = 8;

type Reading =
  | 'notes'
  | 'tickets'
  | 'archived'
  | 'ticket.page'
  | 'files'
  | 'file.read'
  | 'billing'
  | 'chats'
  | 'history'
  | 'details'
  | 'definitions'
  | 'groups'
  | 'labels'
  | 'search'
  | 'search.stop'
  | 'organisations'
  | 'organisation'
  | 'teams'
  | 'people'
  | 'holdings'
  | 'security'
  | 'sees'
  | 'unseen'
  | 'bans'
  | 'suspects';

export function readAnswers(
  places: Pick<Places, 'all' | 'at'>,
  apart: Pick<Apart, 'of'>,
  now: () => Date = () => new Date(),
): Pick<PanelAnswers, Reading> {
  const searches = makeSearches();
  const at = async (connection: string) => (await places.at(connection)).session.reads;
  /** The method, or `missing`: asked for although the server has no such thing. */
  const needed = <Method>(method: Method | undefined, connection: string, call: string): Method => {
    if (method === undefined) throw new ProblemError({ kind: 'missing', connection, call });
    return method;
  };
  return {
    notes: async ({ ref, limit }) => {
      const { notes } = await at(ref.connection);
      return notes ? inPatience((stop) => notes(ref.id, { limit }, stop)) : NONE;
    },
    tickets: async ({ ref, which, limit, sort }) => {
      const { tickets } = await at(ref.connection);
      const range = sort === undefined ? { limit } : { limit, sort };
      return tickets ? inPatience((stop) => tickets(ref.id, which, range, stop)) : NONE;
    },
    archived: async ({ ref, limit, sort }) => {
      const { archived } = await at(ref.connection);
      const range = sort === undefined ? { limit } : { limit, sort };
      return archived ? inPatience((stop) => archived(ref.id, range, stop)) : NONE;
    },
    'ticket.page': async ({ connection, id }) => {
      const place = await places.at(connection);
      const ticket = needed(place.session.reads.ticket, connection, 'ticket');
      const { source, can, denied } = lookingAt(place, now());
      return { ...(await inPatience((stop) => ticket(id, stop))), at: { source, can, denied } };
    },
    files: async ({ ref, limit }) => {
      const { files } = await at(ref.connection);
      return files ? inPatience((stop) => files(ref.id, { limit }, stop)) : NONE;
    },
    'file.read': async ({ connection, id, index }) => {
      const file = needed((await at(connection)).file, connection, 'file');
      const blob = await inPatience((stop) => file(id, stop));
      const piece = blob.slice(index * PIECE, (index + 1) * PIECE);
      const bytes = new Uint8Array(await piece.arrayBuffer());
      return { base64: toBase64(bytes), last: (index + 1) * PIECE >= blob.size, type: blob.type };
    },
    billing: async ({ ref, limit }) => {
      const billing = needed((await at(ref.connection)).billing, ref.connection, 'billing');
      return inPatience((stop) => billing(ref.id, { limit, now: now().toISOString() }, stop));
    },
    chats: async ({ ref, limit }) => {
      const { chats } = await at(ref.connection);
      return chats ? inPatience((stop) => chats(ref.id, { limit }, stop)) : NONE;
    },
    history: async ({ ref, query, limit }) => {
      const { history } = await at(ref.connection);
      return history ? inPatience((stop) => history(ref.id, query, { limit }, stop)) : NONE;
    },
    details: async ({ ref, limit }) => {
      const details = needed((await at(ref.connection)).details, ref.connection, 'details');
      return inPatience((stop) => details(ref.id, { limit }, stop));
    },
    definitions: async ({ connection }) => {
      const { definitions } = await at(connection);
      return definitions ? inPatience((stop) => definitions(stop)) : [];
    },
    groups: async ({ connection }) => {
      const { groups } = await at(connection);
      return groups ? inPatience((stop) => groups(stop)) : [];
    },
    labels: async ({ connection, text }) => {
      const { labels } = await at(connection);
      return labels ? inPatience((stop) => labels(text, { limit: SUGGESTIONS }, stop)) : NONE;
    },
    search: ({ query, limit, connections, by }) =>
      searches.run(by, async (signal) => {
        const all = await places.all();
        const asked = connections ? all.filter(({ source }) => connections.includes(source.id)) : all;
        return searchAll(asked, query, limit, signal);
      }),
    'search.stop': async ({ by }) => {
      searches.stop(by);
      return null;
    },
    organisations: async ({ connection, text }) => {
      const { organisations } = await at(connection);
      return organisations ? inPatience((stop) => organisations(text, { limit: SUGGESTIONS }, stop)) : NONE;
    },
    organisation: async ({ connection, id, limit }) => {
      const organisation = needed((await at(connection)).organisation, connection, 'organisation');
      return inPatience((stop) => organisation(id, { limit }, stop));
    },
    teams: async ({ connection }) => {
      const { teams } = await at(connection);
      return teams ? inPatience((stop) => teams(stop)) : [];
    },
    people: ({ refs }) =>
      Promise.all(
        refs.map(async ({ connection, id }) => {
          const { session } = await places.at(connection);
          return inPatience((stop) => session.get(id, stop));
        }),
      ),
    holdings: async ({ ref }) => {
      const holdings = needed((await at(ref.connection)).holdings, ref.connection, 'holdings');
      return inPatience((stop) => holdings(ref.id, stop));
    },
    security: async ({ ref }) => {
      const security = needed((await at(ref.connection)).security, ref.connection, 'security');
      return inPatience((stop) => security(ref.id, stop));
    },
    sees: async ({ ref, limit }) => {
      const sees = needed((await at(ref.connection)).sees, ref.connection, 'sees');
      return inPatience((stop) => sees(ref.id, { limit }, stop));
    },
    unseen: async ({ ref }) => {
      const { unseen } = await at(ref.connection);
      return unseen ? inPatience((stop) => unseen(ref.id, stop)) : 0;
    },
    bans: async ({ connection, limit }) => {
      const { bans } = await at(connection);
      return bans ? inPatience((stop) => bans({ limit }, stop)) : NONE;
    },
    suspects: async ({ ref, limit }) => {
      const { suspects } = await at(ref.connection);
      if (!suspects) return [];
      const others = await apart.of(ref);
      // So many more, since so many may be left out.
      const found = await inPatience((stop) => suspects(ref.id, { limit: limit + others.size }, stop));
      return found.filter(({ person }) => !others.has(person.ref.id)).slice(0, limit);
    },
  };
}
