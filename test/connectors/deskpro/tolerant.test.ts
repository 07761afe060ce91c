import { describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/changes';
import { freshMemory } from '@/test/support/open';
import { altered } from './altered';
import { open } from './desk';
import { fakeDeskpro } from './server';
import { ANNA } from './store';

const anna = address('anna.keller@example.com');
const id = String(ANNA);

describe('A part of a batch', () => {
  const part = (instead: unknown, of = 'tickets?') =>
    altered(fakeDeskpro(), (path) => (path.startsWith(of) ? instead : undefined));

  it.each([null, [], '', 'oops', 7])(
    'that is no answer at all (%j) is its own problem: there still is a batch',
    async (odd) => {
      const memory = freshMemory();
      const server = fakeDeskpro();
      const other = altered(server, (path) => (path.startsWith('user_groups') ? odd : undefined));
      const session = await open(other, {}, memory);
      const [found] = await session.find(anna);
      expect(found?.person).toMatchObject({ name: 'Anna Keller' });
      server.calls.length = 0;
      await session.find(anna);
      expect(server.calls).toContain('POST /batch');
    },
  );

  it.each([
    { status: 403, code: 'no_permission', message: 'No' },
    { headers: { 'status-code': '403' } },
    { headers: { 'status-code': '403 Forbidden' } },
    { headers: { 'Status-Code': 403 } },
    { headers: [], status: 403 },
    { headers: null, status: '403' },
    { headers: { status: 403 } },
    { 'status-code': 403 },
    { headers: { 'status-code': [403] } },
  ])('that was refused is told so wherever its status stands: %j', async (odd) => {
    const { reads } = await open(part(odd));
    await expect(reads.tickets?.(id, 'open', { limit: 5 })).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  });

  it('without any headers is read', async () => {
    const server = altered(fakeDeskpro(), (_, { headers: __, ...rest }) => rest);
    const { find } = await open(server);
    expect(await find(anna)).toMatchObject([{ person: { name: 'Anna Keller' }, openTickets: 3 }]);
  });
});

describe('An answer without what was asked for', () => {
  it.each([{}, [], { people: [] }, { data: 'none' }, { data: 7 }])('is not taken for nobody: %j', async (odd) => {
    const server = altered(fakeDeskpro(), (path) => (path.startsWith('people?') ? odd : undefined));
    await expect((await open(fakeDeskpro())).find(anna)).resolves.toHaveLength(1);
    const session = await open(server).catch((error: unknown) => ({ find: async () => Promise.reject(error) }));
    await expect(session.find(anna)).rejects.toMatchObject({ problem: { kind: 'server' } });
  });
});

describe('What stands beside a person in a shape that is new', () => {
  it.each([
    { tickets_count: 'many' },
    { tickets_count: [] },
    { chats_count: {} },
    { browser: { name: 'Firefox' } },
    { browser: [] },
    { last_seen: { date: '2026-01-04 08:00:00.000000', timezone_type: 3, timezone: 'UTC' } },
    { date_last_login: 1_767_427_200 },
    { creation_system: ['web'] },
    { disable_autoresponses_log: [] },
    { disable_autoresponses_log: [{ date: 'x' }] },
    { is_confirmed: [] },
    { can_admin: {} },
    { disable_picture: [] },
    { title_prefix: [] },
    { organization_position: false },
    { override_display_name: {} },
    { avatar: 'x' },
    { phone_numbers: ['+4930123456'] },
    { teams: [{ id: 1, name: 'Support' }] },
    { is_agent: 'false' },
    { fields: [{ id: 3, value: 'C-1001' }] },
  ])('does not take the person away: %j', async (odd) => {
    const server = altered(fakeDeskpro(), (path, json) =>
      path.startsWith('people?') && Array.isArray(json['data'])
        ? { ...json, data: json['data'].map((row) => ({ ...row, ...odd })) }
        : undefined,
    );
    const [found] = await (await open(server)).find(anna);
    expect(found?.person).toMatchObject({ name: 'Anna Keller', kind: 'person' });
  });
});

describe('A refusal', () => {
  const refusing = (method: string, answer: () => Response) => {
    const server = fakeDeskpro();
    const fetch: typeof server.fetch = async (input, init) => {
      const request = new Request(input, init);
      return request.method === method && !request.url.endsWith('/batch') ? answer() : server.fetch(request);
    };
    return open({ ...server, fetch });
  };
  const summary = { type: 'person.set', person: id, field: 'summary', from: 'Prefers e-mail.', to: 'New' } as const;

  it.each([
    ['{}', '{}', 'application/json'],
    ['[]', '[]', 'application/json'],
    ['null', 'null', 'application/json'],
    ['nothing', '', 'application/json'],
    ['nothing of no kind', '', ''],
    ['errors that are a list', '{"errors":[]}', 'application/json'],
    ['errors that are a text', '{"errors":"No"}', 'application/json'],
    ['errors deep down that are null', '{"errors":{"errors":null,"fields":{"a":null}}}', 'application/json'],
  ])('that says %s is a refusal all the same', async (_, body, type) => {
    const headers = type === '' ? {} : { 'content-type': type };
    const invalid = await refusing('PUT', () => new Response(body, { status: 400, headers }));
    await expect(write(invalid, summary)).rejects.toMatchObject({ problem: { kind: 'invalid', status: 400 } });
    const denied = await refusing('PUT', () => new Response(body, { status: 403, headers }));
    await expect(write(denied, summary)).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
    const closed = await refusing('PUT', () => new Response(body, { status: 423, headers }));
    await expect(write(closed, summary)).rejects.toMatchObject({ problem: { kind: 'closed' } });
  });

  it.each([
    ['{"errors":{"errors":[{"code":"extra_fields"}]}}'],
    ['{"errors":{"errors":{"0":{"code":"extra_fields"}}}}'],
    ['{"code":"extra_fields"}'],
  ])('of a field is known in each place: %s', async (body) => {
    const headers = { 'content-type': 'application/json' };
    const session = await refusing('PUT', () => new Response(body, { status: 400, headers }));
    await expect(write(session, summary)).rejects.toMatchObject({ problem: { because: 'no-field' } });
  });
});

describe('Who is named by the text search', () => {
  it.each(['Person', 'crm_user', 'contacts', ''])('is looked at in a group of the kind “%s”', async (type) => {
    const server = altered(fakeDeskpro(), (path, json) =>
      path.startsWith('search/')
        ? JSON.parse(JSON.stringify(json).replaceAll('"type":"person"', `"type":"${type}"`))
        : undefined,
    );
    server.findsOthers.tickets = false;
    expect(await (await open(server)).find(address('anna@home.example'))).toMatchObject([
      { reason: { kind: 'other-address' } },
    ]);
  });

  it('is not taken from a group of something else', async () => {
    const server = altered(fakeDeskpro(), (path) =>
      path.startsWith('search/')
        ? { data: { grouped_results: [{ type: 'ticket', results: [{ id: ANNA }] }] } }
        : undefined,
    );
    const { reads } = await open(server);
    const query = { text: 'zebra', role: 'anyone', group: null, label: null, sort: 'best' } as const;
    expect((await reads.search?.(query, { limit: 5 }))?.items).toEqual([]);
  });
});

describe('A helpdesk that tells its build in a way that is new', () => {
  it.each([{ build: { id: 1 } }, { build_name: ['x'] }, { helpdesk_url: {} }])(
    'is connected all the same: %j',
    async (odd) => {
      const server = altered(fakeDeskpro(), (path, json) =>
        path.startsWith('helpdesk/') ? { ...json, data: { ...Object(json['data']), ...odd } } : undefined,
      );
      expect(await (await open(server)).find(anna)).toHaveLength(1);
    },
  );
});
