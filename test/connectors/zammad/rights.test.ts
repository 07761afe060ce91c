import { describe, expect, it } from 'vitest';
import { write } from '@/test/connectors/changes';
import { freshMemory } from '@/test/support/open';
import type { Login } from '@/utils/connectors/types';
import { zammad } from '@/utils/connectors/zammad';
import { connection, open, way } from './desk';
import { ALL_RIGHTS, type FakeZammad, fakeZammad } from './server';
import { addUser, ME } from './store';

async function loginOf(server: FakeZammad): Promise<Login> {
  const { login } = await zammad.open(connection, way(server), freshMemory());
  if (login === undefined) throw new Error('nobody signs in there');
  return login();
}

/** What a login without one of all rights may not do; the token lacks it, and its owner too. */
async function without(dialect: '6.5' | '6.4', right: string): Promise<Login> {
  const server = fakeZammad(dialect);
  const left = ALL_RIGHTS.filter((one) => one !== right);
  server.rights = new Set(left);
  server.owner = new Set(left);
  return loginOf(server);
}

const TICKETS = [
  'tickets',
  'requestors',
  'belongings',
  'unseen',
  'holdings',
  'billing',
  'ticket.create',
  'ticket.state',
  'ticket.urgent',
  'ticket.move',
];
const ORGANISATIONS = ['organisations', 'organisation', 'membership.set'];

describe.each(['6.5', '6.4'] as const)('A right that is missing in Zammad %s', (dialect) => {
  it.each([
    ['ticket.agent', [...TICKETS, ...ORGANISATIONS]],
    ['admin.user', ['account.unlock', 'factor.remove', 'sees']],
    ['admin.data_privacy', ['person.erase', 'erase.cancel', 'leaving']],
  ])('%s switches off what needs it, and nothing else', async (right, off) => {
    const { missing, denied } = await without(dialect, right);
    expect(missing).toEqual(Object.fromEntries(off.map((one) => [one, right])));
    expect(denied.toSorted()).toEqual(off.toSorted());
  });

  it('admin.object switches nothing off where Zammad tells agents of their fields, and the fields where not', async () => {
    const server = fakeZammad(dialect);
    server.rights = new Set(ALL_RIGHTS.filter((one) => one !== 'admin.object'));
    expect(await loginOf(server)).toMatchObject({ missing: {}, lacks: { 'admin.object': 'owner' } });
    server.gone.add('signshow');
    expect((await loginOf(server)).missing).toEqual({ definitions: 'admin.object', 'custom.set': 'admin.object' });
  });

  it('is looked for at the token first, and then at its owner', async () => {
    const server = fakeZammad(dialect);
    server.rights = new Set(['ticket.agent']);
    expect((await loginOf(server)).lacks).toEqual({
      'admin.user': 'owner',
      'admin.data_privacy': 'owner',
      'admin.object': 'owner',
    });
    // An administrator, with a token that was given less.
    Object.assign(server.store.users[ME - 1] ?? {}, { role_ids: [1, 2] });
    expect((await loginOf(server)).lacks).toEqual({
      'admin.user': 'token',
      'admin.data_privacy': 'token',
      'admin.object': 'token',
    });
  });
});

describe('Whether a login may look as somebody else', () => {
  it('is the owner’s right, whatever the token was given', async () => {
    const server = fakeZammad();
    server.rights = new Set(['ticket.agent']);
    expect((await loginOf(server)).missing).not.toHaveProperty('sees');
    server.owner = new Set(['ticket.agent']);
    expect((await loginOf(server)).missing).toMatchObject({ sees: 'admin.user' });
  });
});

describe('An agent of Zammad who is no administrator of users', () => {
  const start = async () => {
    const server = fakeZammad();
    server.rights = new Set(['ticket.agent']);
    server.owner = server.rights;
    return { server, session: await open(server) };
  };
  const disable = (person: string) => ({ type: 'account.enable', person, from: true, to: false }) as const;

  it('edits customers', async () => {
    const { session, server } = await start();
    expect(session.denied).not.toContain('person.set');
    await write(session, disable('5'));
    expect(server.store.users[4]).toMatchObject({ active: false });
  });

  it.each([
    ['an administrator', { role_ids: [1] }],
    ['an agent', { role_ids: [2] }],
    ['an agent who is a customer as well', { role_ids: [3, 4] }],
  ])('is told of the right that is missing for the record of %s', async (_, given) => {
    const { session, server } = await start();
    const row = addUser(server.store, { email: 'kim@desk.test', firstname: 'Kim', ...given });
    await expect(write(session, disable(String(row.id)))).rejects.toMatchObject({
      problem: { kind: 'forbidden', status: 403, right: 'admin.user', said: 'Not authorized' },
    });
    expect(row['active']).toBe(true);
  });
});
