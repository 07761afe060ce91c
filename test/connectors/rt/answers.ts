// How the fake Request Tracker answers, whatever was asked.

export interface Call {
  readonly method: string;
  readonly path: readonly string[];
  readonly search: URLSearchParams;
  readonly json: unknown;
  readonly match: string | null;
}

export const page = (): Response => new Response('<html>Login</html>', { headers: { 'content-type': 'text/html' } });
export const says = (status: number, message: string): Response => Response.json({ message }, { status });
export const missing = (): Response => says(404, 'Not Found');
export const made = (path: string, name: string): Response =>
  Response.json({ id: name }, { status: 201, headers: { location: `/REST/2.0/${path}` } });

/** `total` null: RT looks at the rights of each, and tells neither how many there are nor whether more follow. */
export function paged(all: readonly object[], search: URLSearchParams, total: number | null = all.length): Response {
  const size = Math.min(100, Number(search.get('per_page') ?? 20));
  const at = Number(search.get('page') ?? 1);
  const items = all.slice((at - 1) * size, at * size);
  return Response.json({ count: items.length, total, page: at, per_page: size, pages: total, items });
}
