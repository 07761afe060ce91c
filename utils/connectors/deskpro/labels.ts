import * as v from 'valibot';
import type { Range } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { LabelHit } from '@/utils/people/record';
import type { Part } from '@/utils/people/types';
import { orElse, type Part as Read, together } from './batch';
import type { Asking, Deskpro } from './deskpro';
import { countOr, many, textOr } from './envelope';
import { MOST } from './known';
import { PeopleShape } from './load';

/** Which word is right is not known: both are tried (SPEC names {type}_labels). */
const WORDS = ['person', 'people'] as const;

/** A text, or {label}, perhaps with how many have it: the answer is in no public source. */
const LabelShape = v.pipe(
  v.union([
    v.string(),
    v.looseObject({ label: textOr, name: textOr, title: textOr, count: v.fallback(countOr, null) }),
  ]),
  v.transform((given) =>
    typeof given === 'string'
      ? { label: given, count: null }
      : { label: given.label || given.name || given.title, count: given.count },
  ),
);
const LabelsShape = many(LabelShape);

/** Those in use that begin so. */
export async function labels(desk: Deskpro, text: string, { limit }: Range, asking: Asking): Promise<Part<LabelHit>> {
  const search = { count: MOST, ...(text.trim() === '' ? {} : { term: text.trim() }) };
  const parts = Object.fromEntries(WORDS.map((word) => [word, { path: `${word}_labels`, search }]));
  const answers = await together(desk, parts, asking);
  const found = WORDS.map((word) => orElse(() => answers(word, LabelsShape).data, null));
  // Neither is there, or neither may be read: that is told, as the first of them does.
  if (found.every((one) => one === null)) answers(WORDS[0], LabelsShape);
  const typed = foldName(text);
  const all = new Map(found.flatMap((one) => one ?? []).map(({ label, count }) => [label, count]));
  const fit = [...all].filter(([label]) => label !== '' && foldName(label).startsWith(typed));
  const shown = fit.slice(0, limit);
  const counts = await peopleCounts(
    desk,
    shown.filter(([, count]) => count === null).map(([label]) => label),
    asking,
  );
  const items = shown
    .map(([label, count]): LabelHit => ({ label, people: count ?? counts.get(label) ?? 0 }))
    .toSorted((a, b) => b.people - a.people || a.label.localeCompare(b.label));
  return { items, total: fit.length };
}

async function peopleCounts(
  desk: Deskpro,
  all: readonly string[],
  asking: Asking,
): Promise<ReadonlyMap<string, number>> {
  const parts = Object.fromEntries(
    all.map((label, at): [string, Read] => [`l${at}`, { path: 'people', search: { label, count: 1 } }]),
  );
  return countPeople(desk, parts, asking).then((counts) => new Map(all.map((label, at) => [label, counts(`l${at}`)])));
}

/** How many people fit each of these; 0 where that may not be read. */
export async function countPeople(
  desk: Deskpro,
  parts: Readonly<Record<string, Read>>,
  asking: Asking,
): Promise<(key: string) => number> {
  if (Object.keys(parts).length === 0) return () => 0;
  const answers = await together(desk, parts, asking);
  return (key) => orElse(() => answers(key, PeopleShape).meta.pagination?.total ?? 0, 0);
}
