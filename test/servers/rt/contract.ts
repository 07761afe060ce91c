// What the contract stands upon in a real Request Tracker. Nobody can be deleted there: each test has people of its own.
import { address } from '@/test/connectors/changes';
import type { Server } from '@/test/connectors/contract';
import type { World } from '@/test/connectors/rt/traps';
import type { Up } from '@/test/servers/start';
import { rt } from '@/utils/connectors/rt';
import type { Connection } from '@/utils/connectors/types';
import { openHttp } from '@/utils/http';
import type { OpenHttp } from '@/utils/http/types';
import { type Api, apiOf, groupOf, listed, type Rank, readTickets, readUser, tokenOf } from './api';

export const connectionTo = (url: string, token: string): Connection => ({
  id: 'desk',
  connector: 'rt',
  name: 'Helpdesk',
  mark: { shape: 'circle', letter: 'H' },
  local: false,
  settings: { address: url, token, others: 'Other addresses', queue: 'Support' },
});

export const way: OpenHttp = (settings) => openHttp({ ...settings, connection: 'desk', timeoutMs: 60_000 });

/** Somebody new with all that the samples of the contract want, and a stranger's address that nobody has. */
export async function startDesk(up: Up, rank: Rank): Promise<Server> {
  const root = apiOf(up.url, tokenOf(up, 'root'));
  const { mark, known, stranger } = await nextAnna(root);
  const users = (): Promise<unknown> => Promise.all([known, stranger].map((one) => readUser(root, one)));
  const dump = async () => [await users(), await readTickets(root, `Requestor.EmailAddress LIKE '${mark}'`)];
  return {
    connector: rt,
    connection: connectionTo(up.url, tokenOf(up, rank)),
    http: way,
    known: { name: 'Anna Keller', address: address(known), tagged: address(known.replace('@', '+shop@')) },
    shared: null,
    stranger: address(stranger),
    stage: () => Promise.reject(new Error('Request Tracker takes no files here')),
    dump,
    trace: dump,
    stop: async () => undefined,
  };
}

interface Anna {
  readonly mark: string;
  readonly known: string;
  readonly stranger: string;
}
const ahead: { anna?: Promise<Anna> } = {};

/** While one test runs, the person of the next is made. */
async function nextAnna(root: Api): Promise<Anna> {
  const anna = ahead.anna ?? makeAnna(root);
  await anna;
  ahead.anna = makeAnna(root);
  // Nobody may come for the last one, and the server is gone then.
  ahead.anna.catch(() => undefined);
  return anna;
}

async function makeAnna(root: Api): Promise<Anna> {
  const mark = crypto.randomUUID().slice(0, 8);
  const known = `anna.${mark}@contract.test`;
  await addAnna(root, known);
  return { mark, known, stranger: `nina.${mark}@contract.test` };
}

async function addAnna(root: Api, known: string): Promise<void> {
  const { id } = await root('POST', 'user', {
    EmailAddress: known,
    RealName: 'Anna Keller',
    WorkPhone: '+44 1632 960101',
    City: 'Hull',
    CustomFields: { 'Account number': 'C-1', Contract: 'Plus', 'Other addresses': [known.replace('.', '-')] },
  });
  const ticket = { Queue: 'Support', Content: 'It is.', ContentType: 'text/plain' };
  await Promise.all([
    root('PUT', `user/${id}/groups`, [Number(await keyAccounts(root))]),
    root('POST', 'ticket', { ...ticket, Requestor: [known], Subject: 'The light is off' }),
  ]);
}

const asked: { group?: Promise<string> } = {};
/** It stays the same as long as the server runs. */
const keyAccounts = (root: Api): Promise<string> => (asked.group ??= groupOf(root, 'Key accounts'));

const RANKS = { admin: 'lead', agent: 'ama', viewer: 'viewer' } as const;

/** Somebody with whom every trap can be tried. */
export async function trapped(up: Up): Promise<World> {
  const root = apiOf(up.url, tokenOf(up, 'root'));
  const { known } = await makeAnna(root);
  const [user, tickets] = await Promise.all([
    root('GET', `user/${known}`),
    root('GET', `tickets?query=${encodeURIComponent(`Requestor.EmailAddress = '${known}'`)}`),
  ]);
  return {
    id: String(user['id']),
    choice: 'Contract',
    day: 'Client since',
    ticket: String(listed(tickets['items'])[0]?.['id']),
    async ask(as, method, path, json) {
      const authorization = as === 'nobody' ? 'token 1-1-wrong' : `token ${tokenOf(up, RANKS[as])}`;
      const response = await fetch(`${up.url}/REST/2.0/${path}`, {
        method,
        redirect: 'manual',
        // RT answers a browser otherwise than a program.
        headers: { authorization, 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0' },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true && text !== '';
      return { status: response.status, etag: response.headers.get('etag'), json: isJson ? JSON.parse(text) : null };
    },
  };
}
