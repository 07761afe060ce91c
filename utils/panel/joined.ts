// What several sources found, as one list.

import type { FoundPeople, FoundPerson } from '@/utils/messages/protocol';
import type { Source } from '@/utils/messages/view';
import { foldName } from '@/utils/people/fold';
import type { Part } from '@/utils/people/types';

type Hit = Omit<FoundPerson, 'source' | 'also'>;

/** What one source has told up to now. */
export interface Told {
  readonly source: Source;
  /** Null: nothing yet. */
  readonly part: Part<Hit> | null;
  readonly making: boolean;
  readonly problem?: FoundPeople['failed'][number]['problem'];
}

type Sort = 'best' | 'name' | 'newest' | 'last-seen';

/** A server's own order counts as found by the beginning of a name: it tells no reason. */
const UNSCORED = 4;

/** The first `limit` rows of all sources, in one order; who is in several of them by the same address is one row. */
export function joined(told: readonly Told[], sort: Sort, limit: number): FoundPeople {
  const ranked = told.flatMap(({ source, part }, order) =>
    (part?.items ?? []).map((hit, at) => ({ hit: { ...hit, source, also: [] }, order, at, key: keyOf(hit, sort) })),
  );
  ranked.sort((a, b) => compare(a.key, b.key) || a.order - b.order || a.at - b.at);
  const rows = new Map<string, FoundPerson>();
  const listed = ranked.slice(0, limit);
  for (const { hit } of listed) {
    const key = rowKey(hit);
    const there = rows.get(key);
    if (there === undefined) rows.set(key, hit);
    else if (sources(there).some(({ id }) => id === hit.source.id)) rows.set(`${key} ${hit.person.ref.id}`, hit);
    else rows.set(key, { ...there, also: [...there.also, hit.source] });
  }
  return {
    items: [...rows.values()],
    listed: listed.length,
    total: told.reduce((sum, { part }) => sum + (part?.total ?? 0), 0),
    waiting: told.flatMap(({ source, part, problem }) => (part === null && problem === undefined ? [source] : [])),
    failed: told.flatMap(({ source, problem }) => (problem === undefined ? [] : [{ source, problem }])),
    making: told.flatMap(({ source, making }) => (making ? [source] : [])),
  };
}

const sources = ({ source, also }: FoundPerson): readonly Source[] => [source, ...also];

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
