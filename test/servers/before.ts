// Stands before a real server and lets it be slow, away, or answer otherwise, as a network does.
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

export interface Asked {
  readonly method: string;
  /** With the query. */
  readonly path: string;
}

/** What is done with a call instead of handing it on at once. */
export type Instead =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'answer'; readonly status: number; readonly headers?: OutgoingHttpHeaders; readonly body: string }
  | { readonly kind: 'cut' }
  /** It is handed on; what was answered is lost, and and `after` it comes what is to happen then. */
  | { readonly kind: 'lose'; readonly after: () => void };

export interface Before {
  readonly url: string;
  /** Each call so far. */
  readonly calls: Asked[];
  /** Decides on every call; null: it is handed on. */
  instead: (asked: Asked) => Instead | null;
  close(): Promise<void>;
}

/** @param target of the real server, 'http://127.0.0.1:8432' */
export async function standBefore(target: string): Promise<Before> {
  const proxy: Omit<Before, 'url' | 'close'> = { calls: [], instead: () => null };
  const server = createServer((asked, answer) => void handle(asked, answer).catch(() => answer.destroy()));
  const handle = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const call = { method: asked.method ?? '', path: asked.url ?? '' };
    proxy.calls.push(call);
    const body: Buffer[] = [];
    for await (const piece of asked) body.push(Buffer.from(piece));
    const other = proxy.instead(call);
    if (other?.kind === 'cut') {
      answer.destroy();
      return;
    }
    if (other?.kind === 'answer') {
      answer.writeHead(other.status, other.headers ?? {}).end(other.body);
      return;
    }
    if (other?.kind === 'wait') await new Promise((done) => setTimeout(done, other.ms));
    const got = await handOn(target, asked, Buffer.concat(body));
    if (other?.kind === 'lose') {
      for await (const _ of got);
      other.after();
      answer.destroy();
      return;
    }
    answer.writeHead(got.statusCode ?? 502, got.headers);
    await pipeline(got, answer);
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return Object.assign(proxy, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  });
}

/** As it came, the server's name with it: what the server answers is then about this place. */
const handOn = (target: string, asked: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
  new Promise((done, failed) => {
    const { hostname, port } = new URL(target);
    const { method = 'GET', url = '/', headers } = asked;
    const onward = request({ hostname, port, method, path: url, headers, agent: false }, done);
    onward.once('error', failed);
    onward.end(body);
  });
