// {data, meta, linked}: around each answer of API v2. Deskpro's server writes an empty object as [], and leaves out or
// nulls what it has not (seen in public clients' fixtures, 2018-2026).
import * as v from 'valibot';

/** Also what is not there at all. */
export const anything = v.nullish(v.unknown(), null);

const isObject = (given: unknown): given is object => typeof given === 'object' && given !== null;
/** null, false, [], {}: what PHP writes for nothing, whatever it would be a thing of. */
const isNothing = (given: unknown): boolean =>
  given === null || given === undefined || given === false || (isObject(given) && Object.keys(given).length === 0);

/**
 * An object that may come as [], null, "" or not at all. A list is one as well: by the id of each of its things, else by
 * their places.
 */
export const mapOf = <Value extends v.GenericSchema>(value: Value) =>
  v.pipe(
    anything,
    v.transform((given): object => {
      if (!Array.isArray(given)) return isObject(given) ? given : {};
      const all: readonly unknown[] = given;
      return Object.fromEntries(all.map((item, at) => [isObject(item) ? idIn(item, at) : at, item]));
    }),
    v.record(v.string(), value),
  );

function idIn(item: object, at: number): string {
  const id: unknown = Reflect.get(item, 'id');
  return typeof id === 'number' || typeof id === 'string' ? String(id) : String(at);
}

const toList = (given: unknown): unknown => {
  if (Array.isArray(given)) return given;
  if (isObject(given)) return Object.values(given);
  return isNothing(given) || given === '' ? [] : given;
};

/** A list that may come as null, "", {} or not at all; an object with numbers for names is one as well. */
export const listOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(anything, v.transform(toList), v.array(item));

/** Ids come as numbers or as texts; null, '' and 0 are none. */
export const idText = v.pipe(
  anything,
  v.transform((id): unknown => (isNothing(id) || id === 0 || id === true ? '' : id)),
  v.union([v.number(), v.string()]),
  v.transform(String),
);

export const textOr = v.pipe(
  anything,
  v.transform((text): unknown => (isNothing(text) ? '' : text)),
  v.union([v.string(), v.number()]),
  v.transform(String),
);

/** Flags are true, 1 or "1". */
export const flag = v.pipe(
  anything,
  v.transform((on): unknown => (isNothing(on) ? false : on)),
  v.union([v.boolean(), v.number(), v.string()]),
  v.transform((on) => on === true || on === 1 || on === '1' || on === 'true'),
);

/** Null for what is no number. */
export const countOr = v.pipe(
  anything,
  v.transform((given): number | null => {
    const count = typeof given === 'number' || (typeof given === 'string' && given !== '') ? Number(given) : Number.NaN;
    return Number.isFinite(count) ? count : null;
  }),
);

const Pages = v.looseObject({ total: countOr, count: countOr, current_page: countOr, total_pages: countOr });
const Meta = v.pipe(
  anything,
  v.transform((given): object => (isObject(given) && !Array.isArray(given) ? given : {})),
  v.looseObject({ pagination: v.fallback(v.nullish(Pages), null) }),
);

/** One thing. */
export const one = <Item extends v.GenericSchema>(item: Item) => v.looseObject({ data: item, linked: anything });

/** A list with its total. What has no `data` at all is none: nobody would be taken for not there. */
export const many = <Item extends v.GenericSchema>(item: Item) =>
  v.looseObject({ data: v.pipe(v.unknown(), v.transform(toList), v.array(item)), meta: Meta, linked: anything });

/** What came along by `include=`, of one type, by id: each that can be read. */
export function linkedOf<Item extends v.GenericSchema>(
  linked: unknown,
  type: string,
  item: Item,
): ReadonlyMap<string, v.InferOutput<Item>> {
  const all = v.safeParse(mapOf(v.unknown()), linked);
  const mine = v.safeParse(mapOf(v.unknown()), all.success ? all.output[type] : null);
  return new Map(
    Object.entries(mine.success ? mine.output : {}).flatMap(([id, given]): [string, v.InferOutput<Item>][] => {
      const read = v.safeParse(item, given);
      return read.success ? [[id, read.output]] : [];
    }),
  );
}
