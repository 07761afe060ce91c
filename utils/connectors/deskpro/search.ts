import type { Because, PersonHit, Range, SearchQuery, SearchSort } from '@/utils/connectors/types';
import { whereFound } from '@/utils/connectors/where-found';
import { parseAddress } from '@/utils/people/address';
import { foldName } from '@/utils/people/fold';
import type { Part, Person } from '@/utils/people/types';
import { orElse, together } from './batch';
import { FoundShape, inText } from './chain';
import type { Asking, Deskpro } from './deskpro';
import { type Known, type Lists, MOST, namesFor } from './known';
import { listPeople, loadAll, noneIf, type People } from './load';
import { type Loaded, personOf } from './person';

/** By which of its columns Deskpro sorts: those that a public client was seen to send are `id` and dates (ZAP; SPEC). */
const SORTS: Readonly<Record<SearchSort, readonly [by: string, direction: 'asc' | 'desc']>> = {
  best: ['id', 'desc'],
  name: ['name', 'asc'],
  newest: ['date_created', 'desc'],
  'last-seen': ['date_last_login', 'desc'],
};

/**
 * People in whom all words stand: by name, by the text search and, where an address was typed, by that. Each is checked,
 * since what Deskpro does not know of a question it passes over; page by page, as many as are asked for.
 */
export async function search(
  desk: Deskpro,
  known: Known,
  asked: SearchQuery,
  { limit }: Range,
  signal?: AbortSignal,
): Promise<Part<PersonHit>> {
  const asking = { call: 'search', signal };
  const words = foldName(asked.text)
    .split(' ')
    .filter((word) => word !== '');
  const [lists, others] = await Promise.all([
    namesFor(known, 'search'),
    words.length === 0 ? [] : byText(desk, asked.text.trim(), asking),
  ]);
  const reading: Reading = { desk, lists, asked, words };
  const found = new Map(hitsOf(reading, others).map((hit) => [hit.person.ref.id, hit]));
  const size = Math.min(MOST, Math.max(limit, 1));
  const state = { seen: 0, fit: 0, total: 0 };
  for (let page = 1; ; page += 1) {
    // The text search tells by itself, where the helpdesk takes no name among its filters.
    const listed = await listPeople(desk, { ...queryOf(asked), count: size, page }, asking).catch(
      noneIf(words.length === 0 ? [] : ['invalid']),
    );
    const hits = hitsOf(reading, listed.people);
    for (const hit of hits) if (!found.has(hit.person.ref.id)) found.set(hit.person.ref.id, hit);
    state.seen += listed.people.length;
    state.fit += hits.length;
    state.total = listed.total;
    if (isEnough(state, listed) || found.size >= limit) break;
  }
  signal?.throwIfAborted();
  const items = sorted([...found.values()], asked.sort, words);
  // Where each page fits in full, the helpdesk's own total is right; else only what was looked at is known to fit.
  const told = state.fit === state.seen ? state.total : 0;
  return { items: items.slice(0, limit), total: Math.max(told, items.length) };
}

interface Reading {
  readonly desk: Deskpro;
  readonly lists: Lists;
  readonly asked: SearchQuery;
  readonly words: readonly string[];
}

/** A page of people of whom nobody fits is of a helpdesk that does not know the filter: everybody would be read. */
const isEnough = ({ seen, fit, total }: { seen: number; fit: number; total: number }, { people }: People) =>
  people.length === 0 || seen >= total || fit === 0;

function queryOf({ text, role, group, label, sort }: SearchQuery): Readonly<Record<string, string | number>> {
  const [order_by, order_dir] = SORTS[sort];
  const grouped = role === 'agents' ? 'agent_team' : 'user_group';
  return {
    order_by,
    order_dir,
    ...(text.trim() === '' ? {} : { search: text.trim() }),
    ...(role === 'anyone' ? {} : { is_agent: role === 'agents' ? 1 : 0 }),
    ...(group === null ? {} : { [grouped]: group }),
    ...(label === null ? {} : { label }),
  };
}

async function byText(desk: Deskpro, text: string, asking: Asking): Promise<readonly Loaded[]> {
  const address = parseAddress(text);
  const [answers, exact] = await Promise.all([
    together(desk, { text: { path: 'search/people_and_orgs', search: { q: text } } }, asking),
    address === null ? { people: [] } : listPeople(desk, { primary_email: address }, asking),
  ]);
  const ids = /^\d{1,10}$/u.test(text) ? [text] : [];
  const named = inText(
    orElse(() => answers('text', FoundShape), []),
    () => true,
  );
  return [...exact.people, ...(await loadAll(desk, [...ids, ...named], asking))];
}

function hitsOf({ desk, lists, asked, words }: Reading, all: readonly Loaded[]): readonly PersonHit[] {
  return all
    .filter((loaded) => fits(loaded, asked))
    .flatMap((loaded): PersonHit[] => {
      const person = personOf(desk, lists, loaded);
      const reason = becauseOf(person, words);
      return reason === null ? [] : [{ person, openTickets: null, ...(reason === 'seen' ? {} : { because: reason }) }];
    });
}

function fits({ person }: Loaded, { role, group, label }: SearchQuery): boolean {
  const groups = role === 'agents' ? person.teams : [...person.user_groups, ...(person.all_user_groups ?? [])];
  return (
    (role === 'anyone' || person.is_agent === (role === 'agents')) &&
    (group === null || groups.includes(group)) &&
    (label === null || person.labels.includes(label))
  );
}

/** Where the words stand: 'seen' in what is shown anyway; null where one of them stands nowhere. */
function becauseOf(person: Person, words: readonly string[]): Because | 'seen' | null {
  const places: readonly Because[] = [
    ...person.memberships.map(({ name }): Because => ({ kind: 'organisation', text: name })),
    ...person.labels.map((text): Because => ({ kind: 'label', text })),
    ...person.emails.slice(1).map(({ address }): Because => ({ kind: 'field', text: address })),
    ...person.fields.map(
      ({ type, label, value }): Because => ({
        kind: type === 'phone' ? 'phone' : 'field',
        text: value,
        ...(label === undefined ? {} : { title: label }),
      }),
    ),
    { kind: 'summary', text: person.summary },
    { kind: 'id', text: person.ref.id },
  ];
  return whereFound(person, words, places);
}

function sorted(hits: readonly PersonHit[], sort: SearchSort, words: readonly string[]): readonly PersonHit[] {
  const later = (moment: (person: Person) => string) => (a: PersonHit, b: PersonHit) =>
    moment(b.person).localeCompare(moment(a.person));
  const byName = (a: PersonHit, b: PersonHit): number => a.person.name.localeCompare(b.person.name);
  switch (sort) {
    case 'name':
      return hits.toSorted(byName);
    case 'newest':
      return hits.toSorted(later(({ createdAt = '' }) => createdAt));
    case 'last-seen':
      return hits.toSorted(later(({ seenAt = '' }) => seenAt));
    default:
      return hits.toSorted((a, b) => rank(a, words) - rank(b, words));
  }
}

/** Who is called so comes first. */
function rank({ person, because }: PersonHit, words: readonly string[]): number {
  if (because !== undefined) return 2;
  const name = ` ${foldName(person.name)}`;
  return words.every((word) => name.includes(` ${word}`)) ? 0 : 1;
}
