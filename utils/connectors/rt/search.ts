import type { PersonHit, Range, SearchQuery } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { Part } from '@/utils/people/types';
import type { Known } from './known';
import { listPage } from './load';
import { personOf } from './person';
import { type Condition, like, type Rt } from './rt';
import { everybody, isFew, readNamed } from './search-all';
import { type Filter, filterOf } from './search-filter';
import { because, sorted } from './search-hits';
import type { CustomValue, User } from './shapes';

/** What RT searches for everybody, and what with the right to see users alone (RT 5.0.3). */
const FOR_ALL = ['RealName', 'EmailAddress', 'Name'] as const;
const FOR_ADMINS = [...FOR_ALL, 'Organization', 'NickName', 'City', 'Country'] as const;
const MOST = 100;

/**
 * People in whose name, address, organisation, place or custom fields all words stand. One request a field, since RT
 * joins fields by "and" only; each hit is checked, since it ignores a field that it may not search, without a word.
 * Telephones and comments are searched by nobody there.
 */
export async function search(
  rt: Rt,
  known: Known,
  asked: SearchQuery,
  range: Range,
  signal?: AbortSignal,
): Promise<Part<PersonHit>> {
  const [filter, people] = await Promise.all([filterOf(rt, known, asked), known.people.get('search')]);
  signal?.throwIfAborted();
  if (filter === null) return { items: [], total: 0 };
  const typed = longestWord(asked.text);
  if (typed === '') return everybody(rt, people.fields, { filter, sort: asked.sort }, range, signal);
  const { names } = filter;
  if (names !== null && isFew(names)) {
    const { users } = await readNamed(rt, filter, names, signal);
    signal?.throwIfAborted();
    return partOf(rt, people.fields, { pages: [{ items: users, total: users.length }], asked, filter }, range);
  }
  const fields = [
    ...(people.admin ? FOR_ADMINS : FOR_ALL),
    ...people.fields.filter(isText).map(({ name }) => `CustomField.{${name}}`),
  ];
  const pages = await Promise.all(
    // An address stands in no other place than these.
    fields
      .filter((field) => !typed.includes('@') || mayHoldAddress(rt, field))
      .map((field) => ask(rt, field, typed, signal)),
  );
  signal?.throwIfAborted();
  return partOf(rt, people.fields, { pages, asked, filter }, range);
}

const longestWord = (text: string): string =>
  text
    .trim()
    .split(/\s+/u)
    .sort((a, b) => b.length - a.length)[0] ?? '';

/** A brace in its name would end the name for RT. */
const isText = ({ Type, name }: CustomValue): boolean =>
  ['Freeform', 'Text', 'Select', 'Autocomplete', 'Combobox', 'Wikitext'].includes(Type) && !/[{}]/u.test(name);

const mayHoldAddress = (rt: Rt, field: string): boolean =>
  ['EmailAddress', 'Name', `CustomField.{${rt.others}}`].includes(field);

/** The longest word leaves the fewest people; the others are looked for among them. */
const ask = (rt: Rt, field: string, typed: string, signal?: AbortSignal) => {
  const condition: Condition = { field, operator: 'LIKE', value: like(typed) };
  return listPage(rt, [condition], { call: 'search', signal, most: MOST });
};

interface Asked {
  readonly pages: readonly { readonly items: readonly User[]; readonly total: number }[];
  readonly asked: SearchQuery;
  readonly filter: Filter;
}

function partOf(rt: Rt, fields: readonly CustomValue[], job: Asked, { limit }: Range): Part<PersonHit> {
  const { pages, asked, filter } = job;
  const words = foldName(asked.text)
    .split(' ')
    .filter((word) => word !== '');
  const rows = new Map(pages.flatMap(({ items }) => items).map((user) => [user.id, user]));
  const hit = (user: User): PersonHit[] => {
    if (!filter(user)) return [];
    const person = personOf(rt, user, fields);
    const reason = because(person, user.Name, words);
    return reason === null ? [] : [{ person, openTickets: null, ...(reason === 'seen' ? {} : { because: reason }) }];
  };
  const hits = [...rows.values()].flatMap(hit);
  // A page that is full of hits has more of them after it; one that holds others was not asked by what was typed.
  const more = pages.filter(({ items, total }) => total > items.length && items.every((user) => hit(user).length > 0));
  const total = Math.max(hits.length, ...more.map((page) => page.total));
  return { items: sorted(hits, asked.sort, words).slice(0, limit), total };
}
