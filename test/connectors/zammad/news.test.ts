import { describe, expect, it } from 'vitest';
import { zammad } from '@/utils/connectors/zammad';
import { open } from './desk';
import { type FakeZammad, fakeZammad } from './server';
import { ANNA, addTicket } from './store';

const ID = String(ANNA);
const LIVE = { live: 'yes' };

/** Somebody looks at Anna, and has heard all that there was to be heard. */
async function looking(server: FakeZammad = fakeZammad()) {
  const session = await open(server, LIVE);
  const news = (signal?: AbortSignal): Promise<boolean> => {
    if (session.reads.news === undefined) throw new Error('no news');
    return session.reads.news(ID, signal);
  };
  expect(await news()).toBe(false);
  return { server, news };
}

const logins = ({ calls }: FakeZammad): number => calls.filter((call) => call === 'POST /message_send').length;

describe('News of somebody in Zammad', () => {
  it('are asked for only where that is switched on, since each who waits holds a process there', async () => {
    expect((await open(fakeZammad())).reads.news).toBeUndefined();
    expect(zammad.settings.find(({ id }) => id === 'live')).toMatchObject({ kind: 'switch', required: false });
  });

  it('are none where nothing has happened for a while', async () => {
    const { server, news } = await looking();
    expect(await news()).toBe(false);
    expect(logins(server)).toBe(1);
  });

  it.each([
    ['User:update', { id: ANNA }],
    ['User:touch', { id: ID }],
    ['Ticket:update', { id: 1 }],
    ['Ticket:create', { id: 4 }],
    ['Organization:touch', { id: 7 }],
    ['Organization:update', { id: 8 }],
  ])('are %s of them, of their tickets, of their organisations: %j', async (event, data) => {
    const { server, news } = await looking();
    server.polling.tell(event, data);
    expect(await news()).toBe(true);
  });

  it.each([
    ['User:update', { id: 5 }],
    ['Ticket:update', { id: 5 }],
    ['Ticket:update', { id: 999 }],
    ['Ticket:destroy', {}],
    ['Organization:update', { id: 9 }],
    ['ticket:article', 'a text'],
  ])('are not %s of others: %j', async (event, data) => {
    const server = fakeZammad();
    addTicket(server.store, { customer_id: 5 });
    const { news } = await looking(server);
    server.polling.tell(event, Object(data));
    expect(await news()).toBe(false);
  });

  it('are told when more tickets have changed than can be looked at', async () => {
    const { server, news } = await looking();
    for (let id = 100; id < 106; id += 1) server.polling.tell('Ticket:update', { id });
    expect(await news()).toBe(true);
  });

  it('come while they are waited for', async () => {
    const { server, news } = await looking();
    server.polling.patience = 60_000;
    const asked = news();
    await expect.poll(() => server.polling.waiting.size).toBe(1);
    server.polling.tell('User:update', { id: ANNA });
    expect(await asked).toBe(true);
  });

  it('are waited for no longer than somebody looks', async () => {
    const { server, news } = await looking();
    server.polling.patience = 60_000;
    const looks = new AbortController();
    const asked = news(looks.signal);
    await expect.poll(() => server.polling.waiting.size).toBe(1);
    looks.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    for (const wake of server.polling.waiting) wake();
  });

  it('come again after Zammad has forgotten who listens; that is tried once', async () => {
    const { server, news } = await looking();
    server.polling.clients.clear();
    expect(await news()).toBe(false);
    expect(logins(server)).toBe(2);
    const again = Response.json({ error: 'Invalid client_id received!' }, { status: 422 });
    server.instead.push(again.clone(), Response.json({ client_id: 'lost' }), again);
    await expect(news()).rejects.toMatchObject({ problem: { kind: 'invalid', call: 'news' } });
  });

  it('are missing where Zammad has no such way', async () => {
    const server = fakeZammad();
    server.gone.add('message_send');
    const { reads } = await open(server, LIVE);
    await expect(reads.news?.(ID)).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });

  it('in a shape that nobody knows are a problem of their own, which names the field', async () => {
    const { server, news } = await looking();
    server.instead.push(Response.json([{ event: 7 }]));
    await expect(news()).rejects.toMatchObject({ problem: { kind: 'server', call: 'news' } });
  });
});
