// Two users of Request Tracker become one by the steps that it allows, and become two again exactly as they were.
import { describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/changes';
import { make, planned } from '@/test/connectors/merging';
import { freshMemory } from '@/test/support/open';
import { rt } from '@/utils/connectors/rt';
import type { Session } from '@/utils/connectors/types';
import { connection, dump, open, way } from './desk';
import { type FakeRt, fakeRt } from './server';
import { addTicket, addUser } from './store';

/** Anna wrote from home for years, too. */
function twice(): FakeRt {
  const server = fakeRt();
  const { id } = addUser(
    server.store,
    {
      Name: 'a.keller@example.net',
      EmailAddress: 'a.keller@example.net',
      RealName: 'A. Keller',
      WorkPhone: '+44 1632 960999',
      NickName: 'Annie',
      Address1: '1 Other Road',
      City: 'Leeds',
      Organization: 'Quay Ltd',
    },
    { custom: { 5: ['vip', 'beta'], 7: ['2020-02-29'], 6: ['annie@example.org'] }, groups: new Set(['30', '31']) },
  );
  addTicket(server.store, [id], 'From home');
  addTicket(server.store, [id, 67], 'With Pat', 'resolved');
  addTicket(server.store, [id, 53], 'Both of her');
  return server;
}

const goesOf = ({ store }: FakeRt): string => String(store.users.at(-1)?.id);

const plan = (session: Session, goes: string) => planned(session, '53', goes);

describe('Merging two users of Request Tracker', () => {
  it('moves tickets, unites addresses, fields and groups, and disables the other', async () => {
    const server = twice();
    const session = await open(server);
    const goes = goesOf(server);
    await make(session, await plan(session, goes));
    const [stays, gone] = await Promise.all([session.get('53'), session.get(goes)]);
    expect(stays.emails.map(({ address, primary }) => [address, primary])).toEqual([
      ['anna.keller@example.com', true],
      ['anna@home.example', false],
      ['annie@example.org', false],
      ['a.keller@example.net', false],
    ]);
    expect(stays.groups.map(({ name }) => name)).toEqual(['VIP customers', 'Newsletter']);
    expect(stays.memberships.map(({ name }) => name)).toEqual(['Quay Ltd']);
    expect(stays.fields.map(({ label, value }) => [label, value])).toEqual(
      expect.arrayContaining([
        ['Home', '+44 1632 960999'],
        ['Nickname', 'Annie'],
        ['Customer since', '2020-02-29'],
        // Both had tags: each stands there once.
        ['Tags', 'vip\nrenewal\nbeta'],
      ]),
    );
    expect([gone.status, gone.emails]).toEqual(['disabled', []]);
    const requestors = server.store.tickets.map(({ Subject, Requestor }) => [Subject, Requestor.toSorted()]);
    expect(requestors).toEqual(
      expect.arrayContaining([
        ['From home', [53]],
        ['With Pat', [53, 67]],
        // Whose it was already it stays, and can be given back.
        ['Both of her', [53, Number(goes)]],
      ]),
    );
  });

  it('tells beforehand that a second postal address has no place, and keeps the first', async () => {
    const server = twice();
    const session = await open(server);
    const changes = await plan(session, goesOf(server));
    expect(changes.filter(({ type }) => type === 'contact.set')).toMatchObject([
      { to: { type: 'phone' } },
      { to: { type: 'text', label: 'Nickname' } },
    ]);
    await make(session, changes);
    expect((await session.get('53')).fields.find(({ type }) => type === 'postal')?.value).toContain('14 Quay Street');
  });

  it('taken back step by step leaves everything as it was', async () => {
    const server = twice();
    const session = await open(server);
    const before = dump(server.store);
    const back = await make(session, await plan(session, goesOf(server)));
    expect(dump(server.store)).not.toEqual(before);
    await make(session, back);
    expect(dump(server.store)).toEqual(before);
  });

  it('is left to the page of an extension that merges there, where it is told of or set', async () => {
    const { mergesAt } = await open(twice(), { mergeUsers: 'yes' });
    expect(mergesAt).toBe('https://desk.example.test/rt/Admin/Users/Modify.html?id={id}');
    expect((await open(twice())).mergesAt).toBeUndefined();
    const server = twice();
    server.rights = new Set([...server.rights, 'SuperUser']);
    server.plugins.push('RT::Extension::MergeUsers');
    const memory = freshMemory();
    await (await rt.open(connection, way(server), memory)).login?.();
    expect((await rt.open(connection, way(server), memory)).mergesAt).toContain('/Admin/Users/Modify.html');
    const session = await open(server, { mergeUsers: 'yes' });
    await expect(plan(session, goesOf(server))).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  });

  it('leaves an address that both have to the one alone, and gives it back', async () => {
    const server = twice();
    server.store.users.find(({ id }) => id === 53)?.custom[6]?.push('a.keller@example.net');
    const session = await open(server);
    const before = dump(server.store);
    const back = await make(session, await plan(session, goesOf(server)));
    const found = await session.find(address('a.keller@example.net'));
    expect(found.map(({ person }) => person.name)).toEqual(['Anna Keller']);
    await make(session, back);
    expect(dump(server.store)).toEqual(before);
  });

  it('without a field for other addresses leaves each its own', async () => {
    const server = twice();
    const session = await open(server, { others: '' });
    const changes = await plan(session, goesOf(server));
    expect(changes.filter(({ type }) => type === 'email.set')).toEqual([]);
    const before = dump(server.store);
    await make(session, await make(session, changes));
    expect(dump(server.store)).toEqual(before);
  });
});
