// Lists that a call of an administrator's answers. What they hold is hardly documented (API v1's answers are not at
// all): the first list of things in the answer is taken, and of each thing what goes by a likely name.

import * as v from 'valibot';
import { isoOf } from './dates';
import type { Asking, Deskpro } from './deskpro';
import { hasPages } from './filled';
import { sendOwn } from './own-calls';

const ItemShape = v.record(v.string(), v.unknown());
export type Item = v.InferOutput<typeof ItemShape>;

/** Pages that are read of one list at most: a call that answers the same for each would never end. */
const MOST_PAGES = 50;
/** Deeper there are other things' lists. */
const DEEPEST = 3;

/** All of a list, page by page where the call asks for pages. No list is an empty one. */
export async function readOwn(
  desk: Deskpro,
  id: string,
  person: string,
  asking: Asking,
  most = MOST_PAGES,
): Promise<readonly Item[]> {
  const own = desk.own.get(id);
  const pages = own !== undefined && hasPages(own) ? most : 1;
  const items: Item[] = [];
  const seen = new Set<string>();
  for (let page = 1; page <= pages; page += 1) {
    const { json } = await sendOwn(desk, id, { id: person, page: String(page) }, asking);
    const fresh = listIn(json, DEEPEST).filter((item) => !seen.has(JSON.stringify(item)));
    if (fresh.length === 0) break;
    for (const item of fresh) seen.add(JSON.stringify(item));
    items.push(...fresh);
  }
  return items;
}

/** The first list of things; things by their ids are a list too. Without one there is nothing. */
function listIn(json: unknown, deep: number): readonly Item[] {
  if (Array.isArray(json)) return json.filter((item) => v.is(ItemShape, item));
  if (deep === 0 || !v.is(ItemShape, json)) return [];
  const values = Object.values(json);
  const list = values.find((value) => Array.isArray(value) && value.some((item) => v.is(ItemShape, item)));
  if (list !== undefined) return listIn(list, deep);
  if (Object.entries(json).every(([key, value]) => /^\d+$/u.test(key) && v.is(ItemShape, value))) {
    return values.filter((value) => v.is(ItemShape, value));
  }
  return values.map((value) => listIn(value, deep - 1)).find((found) => found.length > 0) ?? [];
}

/** The first of these names that holds a text or a number; '' for none. */
export function textAt(item: Item, names: readonly string[]): string {
  const found = names.map((name) => item[name]).find((value) => isText(value));
  return found === undefined ? '' : String(found).trim();
}

const isText = (value: unknown): boolean =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';

/** A point of time: as Deskpro writes it, or seconds since 1970. */
export const timeAt = (item: Item, names: readonly string[]): string | null => isoOf(textAt(item, names));

/** A thing that stands in place of its id. */
export function thingAt(item: Item, names: readonly string[]): Item | null {
  for (const name of names) {
    const value = item[name];
    if (v.is(ItemShape, value)) return value;
  }
  return null;
}

export const CREATED = ['date_created', 'created_at', 'date', 'timestamp', 'time_created'] as const;
