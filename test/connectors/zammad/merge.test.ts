// Two users of Zammad, which has no merge, become one by the calls that it has, and become two again as they were.
import { describe, expect, it } from 'vitest';
import { make, planned } from '@/test/connectors/merging';
import type { Session } from '@/utils/connectors/types';
import { dump, open } from './desk';
import type { FakeZammad } from './server';
import { ANNA } from './store';
import { goesOf, HOME, ID, staysOf as stays, twice } from './twice';

const plan = (session: Session, server: FakeZammad) => planned(session, ID, String(goesOf(server).id));

describe('Merging two users of Zammad, which cannot do it itself', () => {
  it('moves tickets, unites addresses, notes, organisations and fields, and leaves the other closed and named so', async () => {
    const server = twice();
    const session = await open(server);
    await make(session, await plan(session, server));
    const { id } = goesOf(server);
    expect(stays(server)).toMatchObject({
      email: 'anna.keller@example.com',
      // A mail from there is taken for hers.
      login: HOME,
      note: '<div>Prefers <b>e-mail</b> &amp; letters.</div><div>Pays late.</div><div>Calls on Mondays.</div>',
      web: 'https://keller.example.net',
      areas: ['n'],
      plan: 'pro',
      organization_id: 7,
      organization_ids: [8],
    });
    expect(goesOf(server)).toMatchObject({
      email: '',
      login: `merged-${id}-into-${ANNA}`,
      note: `<div>Calls on <i>Mondays</i>.</div><div>Merged into #${ANNA}</div>`,
      active: false,
    });
    expect(server.store.tickets.filter(({ customer_id: of }) => of === ANNA)).toHaveLength(7);
    expect((await session.find(HOME)).map(({ person }) => person.ref.id)).toEqual([ID]);
    expect(server.calls.filter((call) => call === 'POST /tickets/mass_update')).toHaveLength(1);
  });

  it.each(['6.5', '6.4'] as const)('taken back step by step leaves everything as it was, in %s', async (dialect) => {
    const server = twice({}, dialect);
    const session = await open(server);
    const before = dump(server.store);
    const back = await make(session, await plan(session, server));
    expect(dump(server.store)).not.toEqual(before);
    await make(session, back);
    expect(dump(server.store)).toEqual(before);
  });

  it.each([
    ['a second address of her own', { login: 'ann@home.example' }],
    ['a name that she signs in with', { login: 'annie' }],
    ['no address at all', { email: '', login: 'auto-77' }],
    ['an account that is closed already', { active: false }],
    ['a note as long as it can be', { note: 'x'.repeat(4_990) }],
    ['an address that is mandatory', { address: 'mandatory' }],
  ])('of somebody with %s is taken back exactly as well', async (_, some) => {
    const server = twice(some);
    const session = await open(server);
    const before = dump(server.store);
    const back = await make(session, await plan(session, server));
    expect(server.store.tickets.filter(({ customer_id: of }) => of === ANNA)).toHaveLength(7);
    await make(session, back);
    expect(dump(server.store)).toEqual(before);
  });

  it('with the other address as the primary one swaps the two, and back', async () => {
    const server = twice();
    const session = await open(server);
    const before = dump(server.store);
    const chosen = { primary: HOME, keep: { name: 'goes', 'custom:plan': 'goes', summary: 'stays' } } as const;
    const back = await make(session, await planned(session, ID, String(goesOf(server).id), chosen));
    expect(stays(server)).toMatchObject({
      email: HOME,
      login: 'anna.keller@example.com',
      firstname: 'A.',
      plan: 'free',
      note: '<div>Prefers <b>e-mail</b> &amp; letters.</div><div>Pays late.</div>',
    });
    await make(session, back);
    expect(dump(server.store)).toEqual(before);
  });

  it('into somebody whose login is a name leaves it to them, and the other address where it is', async () => {
    const server = twice();
    Object.assign(stays(server) ?? {}, { login: 'anna' });
    const session = await open(server);
    const before = dump(server.store);
    const changes = await plan(session, server);
    expect(changes.filter(({ type }) => type === 'email.set')).toEqual([]);
    const back = await make(session, changes);
    expect([stays(server)?.['login'], goesOf(server)['email'], goesOf(server)['active']]).toEqual([
      'anna',
      HOME,
      false,
    ]);
    await make(session, back);
    expect(dump(server.store)).toEqual(before);
  });

  it('counts tickets in groups out of reach before, and then leaves their address with them', async () => {
    const server = twice();
    server.readable = new Set([1]);
    const session = await open(server);
    const goes = String(goesOf(server).id);
    expect(await session.reads.unseen?.(goes)).toBe(1);
    await make(session, await plan(session, server));
    expect(goesOf(server)).toMatchObject({ email: HOME, login: HOME, active: false });
    expect(stays(server)).toMatchObject({ login: 'anna.keller@example.com' });
    expect(server.store.tickets.filter(({ customer_id: of }) => String(of) === goes)).toMatchObject([{ group_id: 2 }]);
  });

  it('counts no fewer than none, where the job that counts them is behind', async () => {
    const server = twice({ preferences: { tickets_open: 0, tickets_closed: 0 } });
    const session = await open(server);
    expect(await session.reads.unseen?.(String(goesOf(server).id))).toBe(0);
  });

  it('keeps the organisation of each ticket, since the organisations are joined first', async () => {
    const server = twice();
    const session = await open(server);
    await make(session, await plan(session, server));
    const moved = server.store.tickets.filter(({ title }) => title === 'From home');
    expect(moved).toMatchObject([{ customer_id: ANNA, organization_id: 8 }]);
  });

  it('of an agent is refused', async () => {
    const server = twice({ role_ids: [2, 3] });
    await expect(plan(await open(server), server)).rejects.toMatchObject({ problem: { kind: 'invalid' } });
  });
});
