// How the fake Zammad answers, whatever was asked.

export interface Call {
  readonly method: string;
  readonly path: readonly string[];
  readonly search: URLSearchParams;
  readonly json: Readonly<Record<string, unknown>>;
  readonly dialect: Dialect;
  /** Who has not the right, where one is missing. */
  readonly lacks: 'token' | 'user';
}
export type Dialect = '6.5' | '6.4';
/** The dialect of a fake Zammad where nothing else is said: all tests of one run may be in another. */
export const usual: { dialect: Dialect } = { dialect: '6.5' };

export const says = (status: number, error: string): Response =>
  Response.json(
    { error, error_human: error },
    { status, ...(status === 401 || status === 403 ? { headers: { 'x-failure': error } } : {}) },
  );
export const noRecord = (kind: string, id: unknown): Response =>
  says(404, `Couldn't find ${kind} with 'id'=${String(id)}`);
export const noRoute = (): Response => says(404, "This page doesn't exist.");
export const refused = ({ dialect, lacks }: Pick<Call, 'dialect' | 'lacks'>): Response =>
  says(
    403,
    dialect === '6.5' ? `${lacks === 'user' ? 'User' : 'Token'} authorization failed.` : `Not authorized (${lacks})!`,
  );
/** Whoever is no administrator is not told what went wrong. */
export const broken = (): Response => says(500, 'Error ID Ab3dEf: Please contact your administrator.');

/** By the body of a POST or the query of a GET. */
export function given({ search, json }: Pick<Call, 'search' | 'json'>, name: string): unknown {
  return json[name] ?? search.get(name) ?? undefined;
}
export const isOn = (call: Call, name: string): boolean => String(given(call, name)) === 'true';

export function paged<Item>(all: readonly Item[], call: Call, first: number, most: number): readonly Item[] {
  const size = Math.min(most, Number(given(call, 'per_page') ?? given(call, 'limit') ?? first));
  const at = Number(given(call, 'page') ?? 1);
  return all.slice((at - 1) * size, at * size);
}

/** Those that are alike in all columns stand in another order on the next page, as a database may have it. */
export function sortedBy<Item extends { readonly id: number }>(
  all: readonly Item[],
  call: Call,
): readonly Item[] | null {
  const list = (name: string, usual: string): readonly string[] =>
    String(given(call, name) ?? usual)
      .split(',')
      .map((one) => one.trim());
  const columns = list('sort_by', 'updated_at');
  const orders = list('order_by', 'desc');
  const [one] = all;
  if (one !== undefined && columns.some((column) => !(column in one))) return null;
  const value = (item: Item, column: string): string | number => {
    const kept: unknown = Reflect.get(item, column);
    return typeof kept === 'number' ? kept : String(kept ?? '');
  };
  const turned = Number(given(call, 'page') ?? 1) % 2 === 0 ? -1 : 1;
  return all.toSorted((a, b) => {
    for (const [at, column] of columns.entries()) {
      const [x, y] = [value(a, column), value(b, column)];
      if (x !== y) return (x < y ? -1 : 1) * (orders[at] === 'desc' ? -1 : 1);
    }
    return (a.id - b.id) * turned;
  });
}
