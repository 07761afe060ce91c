import { describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/changes';
import { open } from './desk';
import { fakeZammad } from './server';
import { ANNA, addUser, type Row } from './store';

const anna = address('anna.keller@example.com');
const gus = { email: 'gus@example.org', firstname: 'Gus', lastname: 'Hall' };

async function found(server: ReturnType<typeof fakeZammad>, email: string) {
  const [first] = await (await open(server)).find(address(email));
  return first?.person;
}

async function withUser(given: Record<string, unknown>) {
  const server = fakeZammad();
  addUser(server.store, { ...gus, ...given });
  return found(server, gus.email);
}

describe('The marks of a person in Zammad', () => {
  it('are none for somebody of whom nothing has to be known', async () => {
    expect((await withUser({}))?.marks).toBeUndefined();
  });

  it('say who is a VIP, whose mail came back and why, and what keeps the record', async () => {
    const person = await withUser({
      vip: true,
      source: 'ldap',
      preferences: { mail_delivery_failed: true, mail_delivery_failed_reason: 'mailbox unavailable' },
    });
    expect(person?.marks).toEqual([
      { kind: 'vip' },
      { kind: 'bounced', reason: 'mailbox unavailable' },
      { kind: 'synchronised', by: 'ldap' },
    ]);
    expect(person?.fields.filter(({ custom }) => custom !== true)).toEqual([]);
  });

  it('say who is away, until when, and who stands in', async () => {
    const person = await withUser({
      out_of_office: true,
      out_of_office_start_at: '2026-07-01',
      out_of_office_end_at: '2999-07-14',
      out_of_office_replacement_id: 2,
    });
    expect(person?.marks).toEqual([{ kind: 'away', from: '2026-07-01', to: '2999-07-14', instead: 'Rita Root' }]);
  });

  it('forget an absence whose last day is over, though the switch is still on', async () => {
    const over = { out_of_office: true, out_of_office_start_at: '2020-01-01', out_of_office_end_at: '2020-01-09' };
    expect((await withUser(over))?.marks).toBeUndefined();
  });

  it('name nobody who stands in where that record cannot be read', async () => {
    const away = { out_of_office: true, out_of_office_end_at: '2999-07-14', out_of_office_replacement_id: 4711 };
    expect((await withUser(away))?.marks).toEqual([{ kind: 'away', from: '', to: '2999-07-14' }]);
  });
});

describe('What somebody may be in Zammad', () => {
  it('stands as roles by their names, beside the groups they work in', async () => {
    expect(await found(fakeZammad(), 'lena@desk.test')).toMatchObject({
      kind: 'agent',
      roles: [{ id: '2', name: 'Agent' }],
      groups: [{ id: '1', name: 'Users' }],
    });
    expect(await found(fakeZammad(), anna)).toMatchObject({
      kind: 'person',
      roles: [{ id: '3', name: 'Kunde' }],
      groups: [],
    });
  });

  it('has the groups of a role among theirs, and none that was switched off', async () => {
    const person = await withUser({ role_ids: [4], group_ids: { 1: ['read'], 3: ['full'] } });
    expect(person).toMatchObject({
      kind: 'agent',
      groups: [
        { id: '1', name: 'Users' },
        { id: '2', name: 'Sales' },
      ],
    });
  });
});

describe('Who is locked in Zammad', () => {
  const locks = async (failed: number, config: object | null, rights?: readonly string[]) => {
    const server = fakeZammad();
    if (rights !== undefined) server.rights = new Set(rights);
    server.store.config = { ...config };
    addUser(server.store, { ...gus, login_failed: failed });
    const session = await open(server);
    server.calls.length = 0;
    const [first] = await session.find(address(gus.email));
    return { status: first?.person.status, asked: server.calls.includes('GET /signshow') };
  };

  it('is told by the number of failed sign-ins that this Zammad lets pass', async () => {
    expect((await locks(3, { password_max_login_failed: 2 })).status).toBe('locked');
    expect((await locks(7, { password_max_login_failed: '10' })).status).toBe('active');
  });

  it('is told by the number that Zammad comes with, where it tells none', async () => {
    expect((await locks(5, null)).status).toBe('active');
    expect((await locks(6, null)).status).toBe('locked');
  });

  it('is not asked for of somebody whose sign-ins have not failed', async () => {
    expect(await locks(0, {})).toEqual({ status: 'active', asked: false });
  });

  it('is asked for once, and not with each mail', async () => {
    const server = fakeZammad();
    const session = await open(server);
    for (let mail = 0; mail < 3; mail += 1) await session.find(anna);
    await session.get(String(ANNA));
    expect(server.calls.filter((call) => call === 'GET /signshow')).toHaveLength(1);
  });
});

describe('A picture in Zammad', () => {
  const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
  const pictureOf = async (image: string | null, bytes?: Uint8Array<ArrayBuffer>, type = 'image/png') => {
    const server = fakeZammad();
    const row: Row | undefined = server.store.users[ANNA - 1];
    Object.assign(row ?? {}, { image });
    if (bytes !== undefined) server.images.set('a1b2', new Response(bytes, { headers: { 'content-type': type } }));
    const { reads } = await open(server);
    return reads.picture?.(String(ANNA));
  };

  it('comes as a data address, from Zammad itself', async () => {
    expect(await pictureOf('a1b2', PNG)).toBe('data:image/png;base64,iVBORw==');
  });

  it('of somebody who was just found is one call; a later one asks who they are by now', async () => {
    const server = fakeZammad();
    const row: Row | undefined = server.store.users[ANNA - 1];
    Object.assign(row ?? {}, { image: 'a1b2' });
    const { find, reads } = await open(server);
    await find(anna);
    const before = server.calls.length;
    await reads.picture?.(String(ANNA));
    expect(server.calls.slice(before)).toEqual(['GET /users/image/a1b2']);
    Object.assign(row ?? {}, { image: 'c3d4' });
    await reads.picture?.(String(ANNA));
    expect(server.calls.slice(before + 1)).toEqual([`GET /users/${ANNA}`, 'GET /users/image/c3d4']);
  });

  it('is none where they have none, where it is no picture, and where it is too big to keep', async () => {
    expect(await pictureOf(null)).toBeNull();
    expect(await pictureOf('')).toBeNull();
    expect(await pictureOf('a1b2', PNG, 'text/html')).toBeNull();
    expect(await pictureOf('a1b2', PNG, 'image/svg+xml')).toBeNull();
    expect(await pictureOf('a1b2', new Uint8Array(200_001))).toBeNull();
    expect(await pictureOf('a1b2', new Uint8Array(200_000))).toMatch(/^data:image\/png;base64,A/u);
  });

  it('that Zammad does not know is the one that it shows itself then', async () => {
    expect(await pictureOf('gone')).toMatch(/^data:image\/gif;base64,R0lGOD/u);
  });
});

describe('The organisations of a person in Zammad', () => {
  it('have each its own name, in whatever order Zammad tells names and ids', async () => {
    const server = fakeZammad();
    for (const [id, name] of [
      [9, 'Zest'],
      [10, 'Brook'],
    ] as const) {
      server.store.organizations.push({ id, name, domain: '', note: '', created_at: '', updated_at: '' });
    }
    addUser(server.store, { ...gus, organization_id: 7, organization_ids: [10, 8, 9] });
    const session = await open(server);
    const [first] = await session.find(address(gus.email));
    expect(first?.person.memberships.map(({ organisation, name }) => [organisation, name])).toEqual([
      ['7', 'Acme'],
      ['8', 'Kestrel Logistics'],
      ['9', 'Zest'],
      ['10', 'Brook'],
    ]);
    const asked = (): number => server.calls.filter((call) => /^GET .organizations.\d/u.test(call)).length;
    expect(asked()).toBe(3);
    await session.reads.search?.({ text: 'Gus', role: 'anyone', group: null, label: null, sort: 'name' }, { limit: 5 });
    expect(asked()).toBe(3);
  });

  it('are changed, whatever order Zammad tells the others in', async () => {
    const server = fakeZammad();
    const row = addUser(server.store, { ...gus, organization_id: 8, organization_ids: [] });
    const session = await open(server);
    const here = { position: '', manager: false };
    const into = { type: 'membership.set', person: String(row.id), at: 2, from: null, to: here } as const;
    server.store.organizations.push({ id: 9, name: 'Zest', domain: '', note: '', created_at: '', updated_at: '' });
    await write(session, { ...into, organisation: { id: '9', name: '' } });
    await write(session, { ...into, organisation: { id: '7', name: '' } });
    expect(row).toMatchObject({ organization_id: 8, organization_ids: [9, 7] });
  });
});
