// How the fake Deskpro answers, whatever was asked.

export type Dialect = 'legacy' | 'horizon';

export interface Call {
  /** The most that one page holds. */
  readonly most: number;
  /** Whatever page is asked for, the first one comes. */
  readonly onePage: boolean;
  readonly method: string;
  /** Below /api/v2/ or /api/: 'people/10/notes' is ['people', '10', 'notes']. */
  readonly path: readonly string[];
  readonly search: URLSearchParams;
  readonly json: Readonly<Record<string, unknown>>;
  /** What came as a form: a file. */
  readonly form?: FormData;
}

export const says = (status: number, code: string, message: string, errors?: object): Response =>
  Response.json({ status, code, message, ...(errors === undefined ? {} : { errors }) }, { status });
export const notFound = (): Response => says(404, 'not_found', 'Not found');
export const notAllowed = (): Response => says(405, 'method_not_allowed', 'Method Not Allowed');
export const forbidden = (): Response => says(403, 'no_permission', 'You do not have permission to do this');
/** `fields`: what is wrong with which; nested as Deskpro does, a list's items by 'emails_0'. */
export const invalid = (fields: Readonly<Record<string, unknown>>, errors: readonly object[] = []): Response =>
  says(400, 'invalid_input', 'Request input is invalid.', {
    ...(errors.length === 0 ? {} : { errors }),
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
  });
/** One error of one field, as a part of what `invalid` takes. */
export const wrong = (code: string, message = code): object => ({ errors: [{ code, message }] });
/** Fields that the helpdesk does not let be written. */
export const extraFields = (): Response =>
  says(400, 'invalid_input', 'Request input is invalid.', {
    errors: [{ code: 'extra_fields', message: 'This form should not contain extra fields.' }],
  });

/** One thing. PHP writes an empty object as a list. */
export const one = (data: unknown, linked: object = {}, status = 200): Response =>
  Response.json({ data, meta: [], linked: emptied(linked) }, { status });

export const emptied = (map: object): unknown => (Object.keys(map).length === 0 ? [] : map);

/** The page that was asked for: 10 a page, 200 at most. */
export function many<Item>(
  all: readonly Item[],
  call: Call,
  shown: (item: Item) => unknown,
  linked: (some: readonly Item[]) => object = () => ({}),
): Response {
  const size = Math.min(call.most, Math.max(1, Number(call.search.get('count') ?? 10)));
  const page = call.onePage ? 1 : Math.max(1, Number(call.search.get('page') ?? 1));
  const some = all.slice((page - 1) * size, page * size);
  const pagination = {
    total: all.length,
    count: some.length,
    per_page: size,
    current_page: page,
    total_pages: Math.ceil(all.length / size),
  };
  return Response.json({ data: some.map(shown), meta: { pagination }, linked: emptied(linked(some)) });
}

/** 'a,b' → ['a', 'b']; absent: null. */
export const listIn = (call: Call, name: string): readonly string[] | null =>
  call.search
    .get(name)
    ?.split(',')
    .map((part) => part.trim()) ?? null;

/** Horizon sorts tickets by another name for the direction. */
export function ordered<Item extends Readonly<Record<string, unknown>>>(
  rows: readonly Item[],
  call: Call,
  group = false,
): readonly Item[] {
  const by = call.search.get('order_by') ?? 'id';
  const down = call.search.get(group ? 'group_sort' : 'order_dir')?.toLowerCase() === 'desc' ? -1 : 1;
  const value = (row: Item): string | number => {
    const kept: unknown = row[by];
    return typeof kept === 'number' ? kept : String(kept ?? '');
  };
  return rows.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === y) return 0;
    return (x < y ? -1 : 1) * down;
  });
}
