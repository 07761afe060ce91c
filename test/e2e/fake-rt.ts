// The small Request Tracker of the unit tests, behind an address of this machine, as a server that can be slow, away,
// or answer otherwise.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type FakeRt, fakeRt, SITE, TOKEN } from '@/test/connectors/rt/server';
import type { Harness } from './harness';

/** How it answers from now on. `held`: not at all, until it is told otherwise. */
export type Mood = 'well' | 'held' | 'garbage' | 'signed-out' | 'away';

export interface ServedRt<Rt = FakeRt> {
  /** What it keeps, and each call so far. */
  readonly rt: Rt;
  /** '127.0.0.1:4711' */
  readonly host: string;
  /** 'http://127.0.0.1:4711/rt' */
  readonly address: string;
  be(mood: Mood): void;
  /** Calls that wait for it to be otherwise. */
  readonly held: () => number;
  close(): Promise<void>;
}

/** On a free port. The browser's permission for it: `browser.allow(LOOPBACK)`, which knows no ports. */
export async function serveRt(): Promise<ServedRt>;
export async function serveRt<Rt extends Pick<FakeRt, 'fetch'>>(rt: Rt): Promise<ServedRt<Rt>>;
export async function serveRt(rt: Pick<FakeRt, 'fetch'> = fakeRt()): Promise<ServedRt<Pick<FakeRt, 'fetch'>>> {
  const now: { mood: Mood; waiting: (() => void)[] } = { mood: 'well', waiting: [] };
  const handle = async (asked: IncomingMessage, given: ServerResponse): Promise<void> => {
    const body: Buffer[] = [];
    for await (const piece of asked) body.push(Buffer.from(piece));
    if (now.mood === 'held') await new Promise<void>((go) => now.waiting.push(go));
    if (now.mood === 'away') given.destroy();
    else if (now.mood === 'signed-out') given.writeHead(302, { location: '/rt/NoAuth/Login.html' }).end();
    else if (now.mood === 'garbage') {
      given.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Down for maintenance</h1>');
    } else await answer(rt, asked, Buffer.concat(body), given);
  };
  const server = createServer((asked, given) => void handle(asked, given).catch(() => given.destroy()));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const host = `127.0.0.1:${portOf(server)}`;
  return {
    rt,
    host,
    address: `http://${host}/rt`,
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

async function answer(
  rt: Pick<FakeRt, 'fetch'>,
  asked: IncomingMessage,
  body: Buffer,
  given: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = asked;
  const told = await rt.fetch(new URL(url, SITE), {
    method,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] satisfies [string, string]] : [],
    ),
    // As the extension asks: it is not led to any page.
    redirect: 'manual',
    ...(body.length === 0 ? {} : { body: body.toString('utf8') }),
  });
  if (told.type === 'opaqueredirect') {
    given.writeHead(302, { location: '/rt/NoAuth/Login.html' }).end();
    return;
  }
  given.writeHead(told.status, Object.fromEntries(told.headers)).end(Buffer.from(await told.arrayBuffer()));
}

/** Hosts of this machine; a permission names no port. */
export const LOOPBACK = 'http://127.0.0.1';

interface Added {
  readonly name: string;
  readonly letter?: string;
  readonly shape?: string;
  readonly token?: string;
  readonly keeps?: boolean;
}

/** Adds it as the form does; the permission has to be there. Answers the connection's id. */
export async function addRt(
  browser: Pick<Harness, 'ask'>,
  { address }: Pick<ServedRt, 'address'>,
  added: Added,
): Promise<string> {
  const { name, letter = name.slice(0, 1), shape = 'diamond', token = TOKEN, keeps = true } = added;
  const draft = {
    id: null,
    connector: 'rt',
    name,
    mark: { shape, letter },
    settings: { address, others: 'Other addresses', queue: 'Support' },
    secrets: { token },
    keeps,
  };
  const { id }: { readonly id?: unknown } = Object(await browser.ask('connection.save', { draft }));
  return String(id);
}
