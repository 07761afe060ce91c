import { describe, expect, it } from 'vitest';
import { write } from '@/test/connectors/changes';
import { open } from './desk';
import { fakeZammad } from './server';
import { ANNA, ME } from './store';

const everybody = { text: '', role: 'anyone', group: null, label: null, sort: 'name' } as const;

describe('Roles and groups of a Zammad before 6.5, whose lists are for administrators of them', () => {
  it('are known all the same: an agent is one, with roles and groups', async () => {
    const server = fakeZammad('6.4');
    const session = await open(server);
    expect(await session.get(String(ME))).toMatchObject({
      kind: 'agent',
      roles: [{ id: '2', name: 'Agent' }],
      groups: [{ id: '1', name: 'Users' }],
    });
    const agents = await session.reads.search?.({ ...everybody, role: 'agents' }, { limit: 20 });
    expect(agents?.items.map(({ person }) => person.name)).toEqual(['Lena Lead', 'Rita Root']);
    expect(await session.reads.teams?.()).toMatchObject([{ name: 'Users', agents: 1 }, { name: 'Sales' }]);
    expect(server.calls.filter((call) => call === 'GET /signshow')).toHaveLength(1);
  });

  it('let a ticket be opened in a group', async () => {
    const server = fakeZammad('6.4');
    const session = await open(server, { group: 'Sales' });
    const change = { type: 'ticket.create', person: String(ANNA), title: 'New', text: 'Text', urgent: false } as const;
    await write(session, change);
    expect(server.store.tickets.at(-1)).toMatchObject({ title: 'New', group_id: 2 });
  });

  it('let a ticket be opened in the first group that the login works in, where none is named', async () => {
    const server = fakeZammad('6.4');
    const me = server.store.users.find(({ id }) => id === ME);
    Object.assign(me ?? {}, { group_ids: { 2: ['full'] } });
    server.writable = new Set([2]);
    const change = { type: 'ticket.create', person: String(ANNA), title: 'New', text: 'Text', urgent: false } as const;
    await write(await open(server, { group: '' }), change);
    expect(server.store.tickets.at(-1)).toMatchObject({ title: 'New', group_id: 2 });
  });

  it('are read from their lists by whoever may', async () => {
    const server = fakeZammad('6.4');
    for (const right of ['admin.role', 'admin.group', 'admin.object'])
      server.rights = new Set([...server.rights, right]);
    const session = await open(server);
    expect((await session.get(String(ME))).kind).toBe('agent');
    expect(server.calls).not.toContain('GET /signshow');
  });

  it('leave the fields as they are told where they come in another way', async () => {
    const server = fakeZammad('6.4');
    server.rights = new Set(['ticket.agent']);
    const fetch: typeof server.fetch = async (input, init) => {
      const response = await server.fetch(input, init);
      if (!response.url.endsWith('signshow') && !new Request(input, init).url.endsWith('signshow')) return response;
      const told: unknown = await response.json();
      return Response.json({ ...Object(told), assets: { Role: [1, 2] } });
    };
    const session = await open({ ...server, fetch });
    expect((await session.reads.definitions?.())?.map(({ title }) => title)).toContain('Plan');
    expect((await session.get(String(ANNA))).name).toBe('Anna Keller');
  });

  it('where nothing tells them leave people to be found, not to be told apart', async () => {
    const server = fakeZammad('6.4');
    server.gone.add('signshow');
    const session = await open(server);
    expect((await session.reads.search?.({ ...everybody, text: 'Anna' }, { limit: 20 }))?.items).toHaveLength(1);
    await expect(session.reads.search?.({ ...everybody, role: 'agents' }, { limit: 20 })).rejects.toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });
});
