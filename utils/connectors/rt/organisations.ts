// RT has no organisations: each user has a text of that name, spelt as anybody likes. Those are in use that somebody has.

import type { OrganisationHit, Range } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { Organisation, OrganisationTicket } from '@/utils/people/record';
import type { Named, Part, Ticket } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import type { Known } from './known';
import { listPage } from './load';
import { nameOf, personOf } from './person';
import { ask, like, type Rt } from './rt';
import { pageOf, TicketOfSomebodyShape, type User } from './shapes';
import { toTicket, WHICH } from './tickets';

const MOST = 100;
/** Pages of users that are read to see which organisations are in use, or who is in one. */
const PAGES = 5;

/** Those in whose name the text stands, the largest first. */
export async function organisations(
  rt: Rt,
  text: string,
  { limit }: Range,
  signal?: AbortSignal,
): Promise<Part<OrganisationHit>> {
  const typed = foldName(text);
  if (typed === '') return { items: [], total: 0 };
  const { users } = await usersLike(rt, text.trim(), 'organisations', signal);
  const counts = new Map<string, number>();
  for (const { Organization: name } of users) {
    if (foldName(name).includes(typed)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const items = [...counts]
    .map(([name, people]) => ({ id: name, name, people }))
    .sort((a, b) => b.people - a.people || a.name.localeCompare(b.name));
  return { items: items.slice(0, limit), total: items.length };
}

/** Everybody with this very text, and the tickets of theirs: three calls. Fails with `missing` where nobody has it. */
export async function organisation(
  rt: Rt,
  known: Known,
  id: string,
  { limit }: Range,
  signal?: AbortSignal,
): Promise<Organisation> {
  const [{ users, left }, fields, open, resolved] = await Promise.all([
    usersLike(rt, id, 'organisation', signal),
    known.fields('organisation'),
    ticketsOf(rt, id, 'open', limit, signal),
    ticketsOf(rt, id, 'resolved', limit, signal),
  ]);
  signal?.throwIfAborted();
  const mine = users.filter(({ Organization: name }) => foldName(name) === foldName(id));
  if (mine.length === 0) throw new ProblemError({ kind: 'missing', connection: rt.connection, call: 'organisation' });
  const people = mine.map((user) => personOf(rt, user, fields)).sort((a, b) => a.name.localeCompare(b.name));
  const total = people.length + left;
  const about = { id, name: id, summary: '', labels: [], domains: [], fields: [] };
  return { ...about, people: { items: people.slice(0, limit), total }, open, resolved };
}

/** `left`: how many more there are than were read. RT ignores the question of whoever may not ask it: all is checked. */
async function usersLike(rt: Rt, text: string, call: string, signal?: AbortSignal) {
  const users: User[] = [];
  for (let page = 1; ; page += 1) {
    const condition = { field: 'Organization', operator: 'LIKE', value: like(text) } as const;
    const { items, total } = await listPage(rt, [condition], { call, signal, most: MOST, page });
    users.push(...items);
    if (items.length < MOST || page === PAGES) return { users, left: Math.max(0, total - users.length) };
  }
}

async function ticketsOf(
  rt: Rt,
  id: string,
  which: 'open' | 'resolved',
  limit: number,
  signal?: AbortSignal,
): Promise<Part<OrganisationTicket>> {
  const search = {
    query: `Requestor.Organization = '${quoted(id)}' AND Status = '${WHICH[which]}'`,
    fields: 'Subject,Status,Priority,Created,LastUpdated,Requestor',
    'fields[Requestor]': 'id,Name,RealName,Organization',
    orderby: 'LastUpdated',
    order: 'DESC',
    per_page: Math.min(limit, MOST),
  };
  const list = await ask(rt, pageOf(TicketOfSomebodyShape), { path: 'tickets', search, call: 'organisation', signal });
  const items = list.items.map((one) => ({
    ...toTicket(rt, one, which === 'resolved'),
    person: requestorOf(one.Requestor, id),
  }));
  return { items: items satisfies readonly Ticket[], total: list.total ?? items.length };
}

/** Of several the one who is of this organisation. */
function requestorOf(
  all: readonly Pick<User, 'id' | 'Name' | 'RealName' | 'Organization'>[],
  id: string,
): Named | null {
  const one = all.find(({ Organization: name }) => foldName(name) === foldName(id)) ?? all[0];
  return one === undefined ? null : { id: one.id, name: nameOf(one) || one.Name };
}

/** Anything else in a name would be obeyed as a part of the question. */
const quoted = (text: string): string => text.replaceAll(/['\\]/gu, String.raw`\$&`);
