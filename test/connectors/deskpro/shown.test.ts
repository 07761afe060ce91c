import { describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/changes';
import { open, personOf, rowOf } from './desk';
import { type FakeDeskpro, fakeDeskpro, SITE } from './server';
import { ANNA, addTicket } from './store';

const anna = address('anna.keller@example.com');

describe('Something new in what Deskpro answers', () => {
  const renamed = (server: FakeDeskpro, was: string, is: string): FakeDeskpro => ({
    ...server,
    fetch: async (input, init) => {
      const answer = await server.fetch(input, init);
      return Response.json(JSON.parse((await answer.text()).replaceAll(was, is)), { status: answer.status });
    },
  });

  it('about custom fields is a problem of theirs: the person is shown, with the values by what they tell', async () => {
    const session = await open(renamed(fakeDeskpro(), '"title":"Customer number"', '"title":{"en":"Customer number"}'));
    const [found] = await session.find(anna);
    expect(found?.person).toMatchObject({ name: 'Anna Keller', groups: [{ id: '5', name: 'Gold customers' }] });
    expect(found?.person.fields).toContainEqual(expect.objectContaining({ label: 'field3', value: 'C-1001' }));
    await expect(session.reads.definitions?.()).rejects.toMatchObject({
      problem: { kind: 'server', field: 'data.0.title', call: 'definitions' },
    });
  });

  it('about tickets is a problem of theirs: the person is shown', async () => {
    const session = await open(renamed(fakeDeskpro(), '"subject":"Printer"', '"subject":{"text":"Printer"}'));
    const [found] = await session.find(anna);
    expect(found?.person.name).toBe('Anna Keller');
    await expect(session.reads.tickets?.(String(ANNA), 'open', { limit: 5 })).rejects.toMatchObject({
      problem: { kind: 'server', field: 'data.0.subject', call: 'tickets' },
    });
  });

  it('in the text search does not keep people from being found in another way', async () => {
    const session = await open(renamed(fakeDeskpro(), '"grouped_results"', '"hits"'));
    expect(await session.find(address('anna@home.example'))).toMatchObject([{ reason: { kind: 'other-address' } }]);
  });
});

describe('The picture of a person', () => {
  const pictureOf = async (server: FakeDeskpro) => {
    const { reads } = await open(server);
    return reads.picture?.(String(ANNA));
  };

  it('comes from the helpdesk itself, in the size that is wanted, and without the key', async () => {
    const server = fakeDeskpro();
    rowOf(server)['avatar'] = { url_pattern: `${SITE}/file.php/avatar/{{IMG_SIZE}}/anna.png` };
    const keys: (string | null)[] = [];
    const { fetch } = server;
    const heard: typeof fetch = (input, init) => {
      const request = new Request(input, init);
      if (request.url.includes('file.php')) keys.push(request.headers.get('authorization'));
      return fetch(request);
    };
    expect(await pictureOf({ ...server, fetch: heard })).toBe('data:image/png;base64,iVBORw==');
    expect(server.urls.at(-1)).toBe(`${SITE}/file.php/avatar/128/anna.png`);
    expect(keys).toEqual([null]);
  });

  it.each([
    'https://www.gravatar.com/avatar/0?s={{IMG_SIZE}}',
    `${SITE}.evil.test/file.php/avatar/1`,
    '//elsewhere.test/file.php/avatar/1',
    'javascript:alert(1)',
  ])('is never asked for elsewhere: %s', async (pattern) => {
    const server = fakeDeskpro();
    rowOf(server)['avatar'] = { url_pattern: pattern };
    expect(await pictureOf(server)).toBeNull();
    expect(server.urls.filter((url) => !url.startsWith(`${SITE}/api/`))).toEqual([]);
  });

  it('is none where there is only the one that everybody has', async () => {
    expect(await pictureOf(fakeDeskpro())).toBeNull();
  });

  it('is none where it is gone', async () => {
    const server = fakeDeskpro();
    rowOf(server)['avatar'] = { url_pattern: `${SITE}/gone.png` };
    expect(await pictureOf(server)).toBeNull();
  });
});

describe('Several reads as one', () => {
  it('fail alone: what the key may not read of them leaves the rest', async () => {
    const server = fakeDeskpro();
    server.refuses.push('GET organizations', 'GET user_groups');
    const { find } = await open(server);
    const [found] = await find(anna);
    expect(found?.person).toMatchObject({ name: 'Anna Keller', language: 'de-DE', groups: [{ id: '5', name: '#5' }] });
  });

  it.each(['unknown', 'forbidden'] as const)(
    'are made one by one where the batch is %s, with the same outcome',
    async (batch) => {
      const server = fakeDeskpro();
      const whole = await personOf(server);
      server.batch = batch;
      expect(await personOf(server)).toEqual(whole);
    },
  );

  it('are made one by one where a batch reads addresses in another way', async () => {
    const server = fakeDeskpro();
    const whole = await personOf(server);
    const lost = { headers: { 'status-code': 404 }, status: 404, code: 'not_found', message: 'Not found' };
    const fetch: typeof server.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (!request.url.endsWith('/batch')) return server.fetch(request);
      const asked: unknown = await request.json();
      const keys = Object.keys(Object(Object(asked).requests));
      return Response.json({ responses: Object.fromEntries(keys.map((key) => [key, lost])) });
    };
    const [found] = await (await open({ ...server, fetch })).find(address('anna@home.example'));
    expect(found?.person).toEqual(whole);
  });

  it('are never a write', async () => {
    const server = fakeDeskpro();
    addTicket(server.store, { person: ANNA });
    await personOf(server);
    const asked = JSON.stringify(server.bodies);
    expect(asked).toContain('"method":"GET"');
    expect(asked).not.toMatch(/"method":"(?:POST|PUT|DELETE)"/u);
  });
});
