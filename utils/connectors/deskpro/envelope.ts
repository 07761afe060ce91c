// {data, meta, linked}: around each answer of API v2. Deskpro's server writes an empty object as [], and leaves out or
// nulls what it has not (seen in public clients' fixtures, 2018-2026).
import * as v from 'valibot';

/** Also what is not there at all. */
export const anything = v.nullish(v.unknown(), null);

/** An object that may come as [], null, "" or not at all. */
export const mapOf = <Value extends v.GenericSchema>(value: Value) =>
  v.pipe(
    anything,
    v.transform((given) => (typeof given !== 'object' || given === null || Array.isArray(given) ? {} : given)),
    v.record(v.string(), value),
  );

/** A list that may come as null, "", {} or not at all; an object with numbers for names is one as well. */
export const listOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(
    anything,
    v.transform((given): unknown => {
      if (Array.isArray(given)) return given;
      return typeof given === 'object' && given !== null ? Object.values(given) : [];
    }),
    v.array(item),
  );

/** Ids come as numbers or as texts; null, '' and 0 are none. */
export const idText = v.pipe(
  v.nullish(v.union([v.number(), v.string(), v.boolean()]), null),
  v.transform((id) => (id === null || id === undefined || id === 0 || typeof id === 'boolean' ? '' : String(id))),
);

export const textOr = v.pipe(
  v.nullish(v.union([v.string(), v.number()]), null),
  v.transform((text) => (text === null || text === undefined ? '' : String(text))),
);

/** Flags are true, 1 or "1". */
export const flag = v.pipe(
  v.nullish(v.union([v.boolean(), v.number(), v.string()]), null),
  v.transform((on) => on === true || on === 1 || on === '1'),
);

export const countOr = v.pipe(
  v.nullish(v.union([v.number(), v.string()]), null),
  v.transform((count) => (count === null || count === undefined || count === '' ? null : Number(count))),
);

const Pages = v.looseObject({ total: countOr, count: countOr, current_page: countOr, total_pages: countOr });
const Meta = v.pipe(
  anything,
  v.transform((given) => (typeof given === 'object' && given !== null && !Array.isArray(given) ? given : {})),
  v.looseObject({ pagination: v.fallback(v.nullish(Pages), null) }),
);

/** One thing. */
export const one = <Item extends v.GenericSchema>(item: Item) => v.looseObject({ data: item, linked: anything });

/** A list with its total. */
export const many = <Item extends v.GenericSchema>(item: Item) =>
  v.looseObject({ data: listOf(item), meta: Meta, linked: anything });

/** What came along by `include=`, of one type, by id. */
export function linkedOf<Item extends v.GenericSchema>(
  linked: unknown,
  type: string,
  item: Item,
): ReadonlyMap<string, v.InferOutput<Item>> {
  const all = v.safeParse(mapOf(v.unknown()), linked);
  const mine = v.safeParse(mapOf(item), all.success ? all.output[type] : null);
  return new Map(mine.success ? Object.entries(mine.output) : []);
}
