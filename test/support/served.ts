// A fake server of the unit tests behind an address of this machine, as a server that can be slow, away, or answer otherwise.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** How it answers from now on. `held`: not at all, until it is told otherwise. */
export type Mood = 'well' | 'held' | 'garbage' | 'signed-out' | 'away';

export interface Fake {
  readonly fetch: typeof fetch;
}

/** What is known of a kind of server beside what its fake does. */
export interface Ground {
  /** What its pages are called. */
  readonly title: string;
  /** The fake's own address, as its code has it: 'https://desk.example.test/rt'. */
  readonly site: string;
  /** How the paths begin that its fake answers: all else are its pages, which are empty here. */
  readonly api: readonly string[];
  /** Where somebody who is not signed in is led. */
  readonly signIn: string;
  /** Paths that a browser opens by its own session, which the fake knows nothing of. */
  readonly sessions?: string;
}

export interface Served<Kind extends Fake = Fake> {
  /** What it keeps, and each call so far. */
  readonly fake: Kind;
  /** '127.0.0.1:4711' */
  readonly host: string;
  /** 'http://127.0.0.1:4711/rt' */
  readonly address: string;
  /** Paths of pages that were opened, and of sessions, in their order. */
  readonly opened: string[];
  /** Ms that each call takes at least. */
  readonly takes: { ms: number };
  be(mood: Mood): void;
  /** Calls that wait for it to be otherwise. */
  readonly held: () => number;
  close(): Promise<void>;
}

/**
 * On a port of this machine; 0: a free one. Fails where the port is taken. The browser's permission for it:
 * `browser.allow(LOOPBACK)`, which knows no ports.
 */
export async function serve<Kind extends Fake>(fake: Kind, ground: Ground, port = 0): Promise<Served<Kind>> {
  const now: { mood: Mood; waiting: (() => void)[] } = { mood: 'well', waiting: [] };
  const takes = { ms: 0 };
  const opened: string[] = [];
  const handle = async (asked: IncomingMessage, given: ServerResponse): Promise<void> => {
    const body: Buffer[] = [];
    for await (const piece of asked) body.push(Buffer.from(piece));
    if (now.mood === 'held') await new Promise<void>((go) => now.waiting.push(go));
    if (now.mood === 'away') given.destroy();
    else if (now.mood === 'signed-out') lead(given, ground);
    else if (now.mood === 'garbage') page(given, '<h1>Down for maintenance</h1>');
    else if (isOpened(asked, ground)) show(asked, given, ground, opened);
    else {
      await answer(fake, ground, asked, Buffer.concat(body), given);
      return;
    }
  };
  const server = createServer((asked, given) => {
    const late = takes.ms > 0 ? new Promise((done) => setTimeout(done, takes.ms)) : null;
    void Promise.resolve(late)
      .then(() => handle(asked, given))
      .catch(() => given.destroy());
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  const host = `127.0.0.1:${portOf(server)}`;
  const { pathname } = new URL(ground.site);
  return {
    fake,
    host,
    address: `http://${host}${pathname === '/' ? '' : pathname}`,
    opened,
    takes,
    be(mood) {
      now.mood = mood;
      for (const go of now.waiting.splice(0)) go();
    },
    held: () => now.waiting.length,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server): number {
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('The server has no port.');
  return at.port;
}

const pathOf = ({ url = '/' }: IncomingMessage): string => url.replace(/\?.*$/u, '');

const isSession = (asked: IncomingMessage, { sessions }: Ground): boolean =>
  sessions !== undefined && pathOf(asked).startsWith(sessions);

const isOpened = (asked: IncomingMessage, ground: Ground): boolean =>
  isSession(asked, ground) || !ground.api.some((begun) => pathOf(asked).startsWith(begun));

/** An empty page, or what the server says to a browser whose session was changed. */
function show(asked: IncomingMessage, given: ServerResponse, ground: Ground, opened: string[]): void {
  const { title } = ground;
  const path = pathOf(asked);
  if (path.endsWith('/favicon.ico')) {
    given.writeHead(204).end();
    return;
  }
  opened.push(path);
  if (isSession(asked, ground)) given.writeHead(200, { 'content-type': 'application/json' }).end('{"success":true}');
  else page(given, `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1></html>`);
}

const page = (given: ServerResponse, html: string): unknown =>
  given.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);

const lead = (given: ServerResponse, { signIn }: Ground): unknown => given.writeHead(302, { location: signIn }).end();

async function answer(
  fake: Fake,
  ground: Ground,
  asked: IncomingMessage,
  body: Buffer,
  given: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = asked;
  const told = await fake.fetch(new URL(url, ground.site), {
    method,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] satisfies [string, string]] : [],
    ),
    // As the extension asks: it is not led to any page.
    redirect: 'manual',
    ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
  });
  if (told.type === 'opaqueredirect') {
    lead(given, ground);
    return;
  }
  const isText = (told.headers.get('content-type') ?? '').includes('json');
  // What it says of its own address is to be true here.
  const here = `http://${headers.host ?? ''}${new URL(ground.site).pathname.replace(/\/$/u, '')}`;
  const said = isText ? (await told.text()).replaceAll(ground.site, here) : Buffer.from(await told.arrayBuffer());
  given.writeHead(told.status, Object.fromEntries(told.headers)).end(said);
}

/** Hosts of this machine; a permission names no port. */
export const LOOPBACK = 'http://127.0.0.1';
