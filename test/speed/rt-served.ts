// The fake Request Tracker behind a port, so that a real browser can call it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type FakeRt, fakeRt, SITE } from '@/test/connectors/rt/server';
import { seeded } from '@/test/connectors/rt/store';

export interface ServedRt {
  readonly url: string;
  readonly rt: FakeRt;
  /** Ms that each call takes at least. */
  readonly takes: { ms: number };
  close(): Promise<void>;
}

export async function serveRt(): Promise<ServedRt> {
  const rt = fakeRt(seeded());
  const takes = { ms: 0 };
  const handle = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body: Buffer[] = [];
    for await (const piece of asked) body.push(Buffer.from(piece));
    const { method = 'GET', url = '/', headers } = asked;
    const response = await rt.fetch(`${new URL(SITE).origin}${url}`, {
      method,
      redirect: 'manual',
      credentials: 'omit',
      headers: Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      ...(body.length === 0 ? {} : { body: Buffer.concat(body) }),
    });
    const text = await response.text();
    if (takes.ms > 0) await new Promise((done) => setTimeout(done, takes.ms));
    // Status 0 is what a browser makes of a redirect.
    answer.writeHead(response.status === 0 ? 302 : response.status, Object.fromEntries(response.headers));
    answer.end(text);
  };
  const server = createServer((asked, answer) => void handle(asked, answer).catch(() => answer.destroy()));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/rt`,
    rt,
    takes,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
