import { describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/changes';
import { open } from './desk';
import { fakeZammad } from './server';
import { ANNA, addUser, type Row } from './store';

const id = String(ANNA);
const rowOf = ({ store }: ReturnType<typeof fakeZammad>, one = ANNA): Row | undefined =>
  store.users.find((user) => user.id === one);

describe('Two addresses in Zammad', () => {
  const nina = address('nina@example.net');
  const anna = address('anna.keller@example.com');
  const set = (person: string, from: string | null, to: string | null) =>
    ({
      type: 'email.set',
      person,
      at: 1,
      from: from === null ? null : { address: address(from) },
      to: to === null ? null : { address: address(to) },
    }) as const;

  it('are the address and the login, and both find them', async () => {
    const server = fakeZammad();
    const session = await open(server);
    await write(session, set(id, null, nina));
    expect(rowOf(server)).toMatchObject({ email: anna, login: nina });
    expect((await session.find(nina))[0]?.person.name).toBe('Anna Keller');
    await write(session, { type: 'email.primary', person: id, from: anna, to: nina });
    expect(rowOf(server)).toMatchObject({ email: nina, login: anna });
  });

  it('are the most there is room for', async () => {
    const session = await open(fakeZammad());
    expect(session.room?.addresses).toBe(2);
    await expect(write(session, set('8', null, nina))).rejects.toMatchObject({ problem: { kind: 'invalid' } });
  });

  it('leave a login alone that is what somebody signs in with', async () => {
    const server = fakeZammad();
    const row = addUser(server.store, { email: 'kim@example.org', login: 'kim' });
    await expect(write(await open(server), set(String(row.id), null, nina))).rejects.toMatchObject({
      problem: { kind: 'invalid', detail: 'a second address has no place' },
    });
    expect(row).toMatchObject({ email: 'kim@example.org', login: 'kim' });
  });

  it('are given up one by one by whoever is merged into another, and come back as they were', async () => {
    const server = fakeZammad();
    const session = await open(server);
    const before = structuredClone(rowOf(server, 8));
    await write(session, set('8', 'old@example.org', null));
    await write(session, set('8', 'new@example.org', null));
    expect(rowOf(server, 8)).toMatchObject({ email: '', login: 'merged-8' });
    expect(await session.find(address('old@example.org'))).toEqual([]);
    await write(session, set('8', null, 'new@example.org'));
    await write(session, set('8', null, 'old@example.org'));
    expect({ ...rowOf(server, 8), updated_at: '' }).toEqual({ ...before, updated_at: '' });
  });

  it('where one is mandatory leave one of a domain that is nobody’s, which is shown nowhere', async () => {
    const server = fakeZammad();
    const session = await open(server);
    Object.assign(rowOf(server) ?? {}, { address: 'mandatory' });
    await write(session, set(id, anna, null));
    expect(rowOf(server)).toMatchObject({ email: 'merged-4@merged.invalid', login: 'merged-4' });
    expect((await session.get(id)).emails).toEqual([]);
    await write(session, set(id, null, anna));
    expect(rowOf(server)).toMatchObject({ email: anna, login: anna });
  });

  it('of somebody else are not taken: who has it is told', async () => {
    await expect(write(await open(fakeZammad()), set('5', null, 'old@example.org'))).rejects.toMatchObject({
      problem: { kind: 'conflict', owner: { id: '8', name: 'Nora New' } },
    });
  });
});

describe('An account in Zammad', () => {
  it.each(['6.5', '6.4'] as const)('loses all second factors at once in %s', async (dialect) => {
    const server = fakeZammad(dialect);
    const session = await open(server);
    expect((await session.reads.security?.(id))?.factors).toEqual([
      { id: 'authenticator_app', name: 'Authenticator app' },
    ]);
    await write(session, { type: 'factor.remove', person: id, factor: null });
    expect(server.store.factors[ANNA]).toEqual([]);
  });

  it('of whoever may not see second factors still tells whether it is locked', async () => {
    const server = fakeZammad();
    server.rights = new Set(['ticket.agent']);
    expect(await (await open(server)).reads.security?.(id)).toMatchObject({ locked: true, factors: [] });
  });
});

describe('Organisations of a person in Zammad', () => {
  const leave = (organisation: string, at: number, into: boolean) =>
    ({
      type: 'membership.set',
      person: id,
      organisation: { id: organisation, name: '' },
      at,
      from: into ? null : { position: '', manager: false },
      to: into ? { position: '', manager: false } : null,
    }) as const;

  it('get another first one when the first is left, since Zammad refuses others without one', async () => {
    const server = fakeZammad();
    const session = await open(server);
    await write(session, leave('7', 0, false));
    expect(rowOf(server)).toMatchObject({ organization_id: 8, organization_ids: [] });
    await write(session, leave('7', 0, true));
    expect(rowOf(server)).toMatchObject({ organization_id: 7, organization_ids: [8] });
  });
});
