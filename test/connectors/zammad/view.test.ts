import { describe, expect, it } from 'vitest';
import { there, write } from '@/test/connectors/changes';
import { guarded } from '@/utils/connectors/zammad/as-user';
import type { HttpCall } from '@/utils/http';
import { open, way } from './desk';
import { fakeZammad, SITE, TOKEN } from './server';
import { ANNA, addTicket } from './store';

const ID = String(ANNA);

describe('A session as somebody else in Zammad', () => {
  const view = { type: 'login.view', person: ID } as const;

  it('is begun and ended in the browser: the token asks for none', async () => {
    const server = fakeZammad();
    const made = await write(await open(server), view);
    const { url, next, back } = there(made.view);
    const sessions = `${SITE}/api/v1/sessions`;
    expect([url, next, back]).toEqual([`${sessions}/switch/4`, `${SITE}/`, `${sessions}/switch_back`]);
    expect(server.calls.filter((call) => call.includes('sessions'))).toEqual([]);
    expect(server.calls.every((call) => call.startsWith('GET '))).toBe(true);
  });

  it('stands under the path that Zammad is served from', async () => {
    const server = fakeZammad();
    const fetch: typeof server.fetch = (input, init) => {
      const request = new Request(input, init);
      return server.fetch(new Request(request.url.replace('/desk/', '/'), request));
    };
    const session = await open({ ...server, fetch }, { address: `${SITE}/desk/` });
    const { next, back } = there((await write(session, view)).view);
    expect([next, back]).toEqual([`${SITE}/desk/`, `${SITE}/desk/api/v1/sessions/switch_back`]);
    expect(session.resetsAt).toBe(`${SITE}/desk/#password_reset`);
  });

  it('is none for a token, though Zammad says that all went well', async () => {
    const server = fakeZammad();
    const asked = async (path: string): Promise<unknown> => {
      const headers = { authorization: `Token token=${TOKEN}` };
      return (await server.fetch(`${SITE}/api/v1/${path}`, { headers, credentials: 'omit' })).json();
    };
    expect(await asked(`sessions/switch/${ID}`)).toEqual({ success: true, location: '' });
    expect(await asked('users/me')).toMatchObject({ firstname: 'Lena' });
  });

  it('is not begun as somebody who is disabled: it would leave the browser locked out', async () => {
    const disabled = { ...view, person: '6' };
    await expect(write(await open(fakeZammad()), disabled)).rejects.toMatchObject({ problem: { kind: 'invalid' } });
  });
});

describe('What somebody sees in Zammad', () => {
  it('is read in their name: their tickets, and those that their organisation shares', async () => {
    const server = fakeZammad();
    const theirs = server.store.organizations.find(({ id }) => id === 7);
    Object.assign(theirs ?? {}, { shared: true });
    addTicket(server.store, { customer_id: 5, organization_id: 7, title: 'Of a colleague' });
    addTicket(server.store, { customer_id: 5, organization_id: 9, title: 'Of others' });
    const { reads } = await open(server);
    const { tickets, organisations } = (await reads.sees?.(ID, { limit: 2 })) ?? {};
    expect(organisations).toEqual([
      { id: '7', name: 'Acme' },
      { id: '8', name: 'Kestrel Logistics' },
    ]);
    expect(tickets).toMatchObject({
      total: 5,
      items: [{ title: 'Of a colleague', url: `${SITE}/#ticket/zoom/5` }, {}],
    });
    expect(server.calls.some((call) => call.startsWith('P'))).toBe(false);
  });

  it('is read to the end where it is much', async () => {
    const server = fakeZammad();
    for (let index = 0; index < 246; index += 1) addTicket(server.store, { customer_id: ANNA });
    const seen = await (await open(server)).reads.sees?.(ID, { limit: 3 });
    expect(seen?.tickets).toMatchObject({ total: 250, items: { length: 3 } });
  });

  it('is known beforehand to be for owners that are administrators of users, whatever the token may', async () => {
    const server = fakeZammad();
    server.owner = new Set(['ticket.agent']);
    const session = await open(server);
    expect(session.denied).toContain('sees');
    await expect(session.reads.sees?.(ID, { limit: 1 })).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  });
});

describe('In the name of somebody else', () => {
  const headers = { fRoM: ID };

  it.each<[string, HttpCall]>([
    ['a POST', { path: 'tickets', method: 'post', json: {}, headers }],
    ['a PUT', { path: 'users/4', method: 'put', headers }],
    ['a PATCH', { path: 'users/4', method: 'patch', headers }],
    ['a DELETE', { path: 'users/4', method: 'delete', headers }],
    ['a POST with the older name of the head', { path: 'tickets', method: 'post', headers: { 'X-On-Behalf-Of': ID } }],
    ['a file', { path: 'x', file: { field: 'f', name: 'n', blob: new Blob() }, headers }],
  ])('nothing is written: %s never leaves this browser', async (_, call) => {
    const server = fakeZammad();
    const http = guarded(way(server)({ base: `${SITE}/api/v1/` }));
    await expect(http.ask(call)).rejects.toMatchObject({ problem: { kind: 'bug' } });
    await expect(http.answer(call)).rejects.toMatchObject({ problem: { kind: 'bug' } });
    expect(server.calls).toEqual([]);
  });

  it('no write of the connector is made, whatever it is', async () => {
    const heads: [string, string | null][] = [];
    const server = fakeZammad();
    const fetch: typeof server.fetch = (input, init) => {
      const request = new Request(input, init);
      heads.push([request.method, request.headers.get('from')]);
      return server.fetch(request);
    };
    const session = await open({ ...server, fetch });
    await session.reads.sees?.(ID, { limit: 1 });
    await write(session, { type: 'account.enable', person: ID, from: true, to: false });
    expect(heads.filter(([, from]) => from !== null).every(([method]) => method === 'GET')).toBe(true);
    expect(heads.filter(([method]) => method !== 'GET').map(([, from]) => from)).toEqual(
      heads.filter(([method]) => method !== 'GET').map(() => null),
    );
    expect(heads).toContainEqual(['GET', ID]);
  });
});
