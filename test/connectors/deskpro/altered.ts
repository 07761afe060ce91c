// Answers of the fake as another Deskpro would write them: each by itself, also those that come in a batch.
import type { FakeDeskpro } from './fake';

/** `path` below the API, with its query; undefined leaves the answer as it is. */
type Alter = (path: string, answer: Record<string, unknown>) => unknown;

export function altered(server: FakeDeskpro, alter: Alter): FakeDeskpro {
  const changed = (path: string, json: unknown): unknown => {
    const given = Object.fromEntries(Object.entries(Object(json)));
    const other = alter(path, given);
    return other === undefined ? json : other;
  };
  const fetch: typeof server.fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const path = `${url.pathname.replace(/^\/api\/v2\//u, '')}${url.search}`;
    const asked: unknown = path === 'batch' ? await request.clone().json() : null;
    const answer = await server.fetch(request);
    const text = await answer.clone().text();
    if (text === '' || !(answer.headers.get('content-type') ?? '').includes('json')) return answer;
    const json: unknown = JSON.parse(text);
    if (asked === null) return Response.json(changed(path, json), { status: answer.status });
    const urls = Object.entries(Object(Object(asked).requests)).map(
      ([key, part]) => [key, String(Object(part).url).replace(/^\/api\/v2\//u, '')] as const,
    );
    const parts = Object(Object(json).responses);
    const responses = Object.fromEntries(urls.map(([key, to]) => [key, changed(to, parts[key])]));
    return Response.json(answer.ok ? { responses } : json, { status: answer.status });
  };
  return { ...server, fetch };
}
