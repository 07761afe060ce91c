// What several sources found, as one list.

import type { FoundPeople, FoundPerson } from '@/utils/messages/protocol';
import type { ApartPair, Source } from '@/utils/messages/view';
import { foldName } from '@/utils/people/fold';
import { sameRef } from '@/utils/people/ref';
import type { Part, PersonRef } from '@/utils/people/types';

type Hit = Omit<FoundPerson, 'source' | 'also'>;

/** What one source has told up to now. */
export interface Told {
  readonly source: Source;
  /** Null: nothing yet. */
  readonly part: Part<Hit> | null;
  readonly making: boolean;
  /** It is not asked before there are so many letters. */
  readonly letters?: number;
  readonly problem?: FoundPeople['failed'][number]['problem'];
}

type Sort = 'best' | 'name' | 'newest' | 'last-seen';

/** A server's own order counts as found by the beginning of a name: it tells no reason. */
const UNSCORED = 4;

/**
 * The first `limit` rows of all sources, in one order; who is in several of them by the same address is one row, unless
 * they were declared different (`apart`).
 */
export function joined(
  told: readonly Told[],
  sort: Sort,
  limit: number,
  apart: readonly ApartPair[] = [],
): FoundPeople {
  const ranked = told.flatMap(({ source, part }, order) =>
    (part?.items ?? []).map((hit, at) => ({ hit: { ...hit, source, also: [] }, order, at, key: keyOf(hit, sort) })),
  );
  ranked.sort((a, b) => compare(a.key, b.key) || a.order - b.order || a.at - b.at);
  const rows = new Map<string, Row>();
  const listed = ranked.slice(0, limit);
  for (const { hit } of listed) {
    const key = rowKey(hit);
    const there = rows.get(key);
    const { ref } = hit.person;
    const alone: Row = { hit, refs: [ref] };
    if (there === undefined) rows.set(key, alone);
    else if (!mayJoin(there, hit, apart)) rows.set(`${key} ${ref.connection} ${ref.id}`, alone);
    else {
      const also = [...there.hit.also, hit.source];
      rows.set(key, { hit: { ...there.hit, also }, refs: [...there.refs, ref] });
    }
  }
  const listedOf = ({ id }: Source): number => listed.filter(({ hit }) => hit.source.id === id).length;
  return {
    items: [...rows.values()].map(({ hit }) => hit),
    listed: listed.length,
    total: told.reduce((sum, { part }) => sum + (part?.total ?? 0), 0),
    counts: told.flatMap(({ source, part }) =>
      part === null ? [] : [{ source, listed: listedOf(source), total: part.total }],
    ),
    waiting: told.flatMap(({ source, part, problem, letters }) =>
      part === null && problem === undefined && letters === undefined ? [source] : [],
    ),
    short: told.flatMap(({ source, letters }) => (letters === undefined ? [] : [{ source, letters }])),
    failed: told.flatMap(({ source, problem }) => (problem === undefined ? [] : [{ source, problem }])),
    making: told.flatMap(({ source, making }) => (making ? [source] : [])),
  };
}

/** With all records that it stands for. */
interface Row {
  readonly hit: FoundPerson;
  readonly refs: readonly PersonRef[];
}

function mayJoin({ refs }: Row, { person: { ref } }: FoundPerson, apart: readonly ApartPair[]): boolean {
  const isPair = (pair: ApartPair, one: PersonRef): boolean =>
    pair.some((of) => sameRef(of, one)) && pair.some((of) => sameRef(of, ref));
  return refs.every((one) => one.connection !== ref.connection && !apart.some((pair) => isPair(pair, one)));
}

/** A ticket's row is about the ticket, so it is never one with a person's. */
function rowKey({ person, source, because }: FoundPerson): string {
  const primary = person.emails.find((email) => email.primary)?.address ?? '';
  return primary === '' || because?.kind === 'ticket' ? `${source.id} ${person.ref.id}` : primary;
}

function keyOf({ person, score = UNSCORED }: Hit, sort: Sort): string | number {
  if (sort === 'best') return score;
  if (sort === 'name') return foldName(person.name);
  const at = Date.parse((sort === 'newest' ? person.createdAt : person.seenAt) ?? '');
  return Number.isNaN(at) ? Number.POSITIVE_INFINITY : -at;
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
