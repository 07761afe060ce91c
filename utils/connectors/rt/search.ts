import type { Because, PersonHit, Range, SearchQuery } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { Part, Person } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import type { Known } from './known';
import { listUsers } from './load';
import { personOf } from './person';
import type { Condition, Rt } from './rt';

/** What RT searches for everybody. With the right to see users it searches the organisation too. */
const FIELDS = ['RealName', 'EmailAddress', 'Name'] as const;

/**
 * People in whose name, address, organisation or other addresses all words stand. One request a field, since RT joins
 * fields by "and" only; each hit is checked, since it ignores a field that it may not search, without a word. What RT
 * cannot search by (role, group, label) is refused with `invalid`.
 */
export async function search(
  rt: Rt,
  known: Known,
  asked: SearchQuery & { readonly admin: boolean },
  { limit }: Range,
  signal?: AbortSignal,
): Promise<Part<PersonHit>> {
  const { text, role, group, label, admin } = asked;
  if (role !== 'anyone' || group !== null || label !== null) {
    const detail = 'Request Tracker searches by text only';
    throw new ProblemError({ kind: 'invalid', connection: rt.connection, call: 'search', detail });
  }
  const words = foldName(text)
    .split(' ')
    .filter((word) => word !== '');
  // The longest word leaves the fewest people; the others are looked for among them.
  const typed =
    text
      .trim()
      .split(/\s+/u)
      .sort((a, b) => b.length - a.length)[0] ?? '';
  if (typed === '') return { items: [], total: 0 };
  const lists = await Promise.all(
    conditions(rt, typed, admin).map((one) => listUsers(rt, [one], { call: 'search', signal })),
  );
  const fields = await known.fields('search');
  signal?.throwIfAborted();
  const people = new Map(lists.flat().map((user) => [user.id, personOf(rt, user, fields)]));
  const hits = [...people.values()].flatMap((person) => {
    const because = reason(person, words);
    return because === null ? [] : [{ person, openTickets: null, ...(because === '' ? {} : { because }) }];
  });
  const sorted = hits.sort((a, b) => order(a.person, b.person, asked.sort));
  return { items: sorted.slice(0, limit), total: hits.length };
}

function conditions(rt: Rt, value: string, admin: boolean): readonly Condition[] {
  const fields = [
    ...FIELDS,
    ...(admin ? ['Organization'] : []),
    ...(rt.others === '' ? [] : [`CustomField.{${rt.others}}`]),
  ];
  return fields.map((field) => ({ field, operator: 'LIKE', value }));
}

/** '' where the words stand in what is shown anyway; null where one of them stands nowhere. */
function reason(person: Person, words: readonly string[]): Because | '' | null {
  const seen = [person.name, ...person.emails.slice(0, 1).map(({ address }) => address)].map(foldName);
  const more: readonly Because[] = [
    ...person.memberships.map(({ name }): Because => ({ kind: 'organisation', text: name })),
    ...person.emails.slice(1).map(({ address }): Because => ({ kind: 'field', text: address })),
  ];
  const unseen = words.filter((word) => !seen.some((text) => text.includes(word)));
  if (unseen.length === 0) return '';
  const found = unseen.map((word) => more.find(({ text }) => foldName(text).includes(word)));
  return found.includes(undefined) ? null : (found[0] ?? null);
}

function order(a: Person, b: Person, sort: SearchQuery['sort']): number {
  if (sort === 'newest') return (b.createdAt ?? '').localeCompare(a.createdAt ?? '');
  return a.name.localeCompare(b.name);
}
