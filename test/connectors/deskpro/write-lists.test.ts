import { describe, expect, it } from 'vitest';
import { write } from '@/test/connectors/changes';
import type { FieldValue } from '@/utils/people/types';
import { DIALECTS, open } from './desk';
import { type FakeDeskpro, fakeDeskpro } from './server';
import { ANNA, addMember, addNote, type PersonRow } from './store';

const id = String(ANNA);
const rowOf = ({ store }: FakeDeskpro): PersonRow => {
  const row = store.people.find((person) => person.id === ANNA);
  if (row === undefined) throw new Error('no Anna');
  return row;
};
const set = (at: number, from: FieldValue | null, to: FieldValue | null) =>
  ({ type: 'contact.set', person: id, at, from, to }) as const;
const mobile: FieldValue = { type: 'phone', value: '+44 7700 900101', label: 'Mobile' };
const sent = (server: FakeDeskpro, name: string): unknown => {
  const body = server.bodies.findLast((one) => Object.hasOwn(Object(one), name));
  return Object(body)[name];
};

describe.each(DIALECTS)('Contact values in Deskpro (%s)', (dialect) => {
  it('are sent by type and number, all of all types, since nothing tells what becomes of the others', async () => {
    const server = fakeDeskpro(dialect);
    await write(await open(server), set(1, mobile, { ...mobile, value: '+44 7700 900102' }));
    expect(sent(server, 'contact_data')).toEqual({
      phone: {
        '0': { number: '1632 960101', code: '44', type: 'phone' },
        '1': { number: '7700 900102', code: '44', type: 'mobile' },
      },
      website: { '0': { comment: 'Blog', url: 'https://anna.example' } },
      instant_message: { '0': { service: 'skype', username: 'anna.k' } },
      twitter: { '0': { username: '@annak' } },
      linked_in: { '0': { url: 'https://www.linkedin.com/in/annak' } },
      facebook: { '0': { profile_url: 'https://www.facebook.com/annak' } },
      address: {
        '0': {
          address: '14 Quay Street',
          city: 'Hull',
          state: 'Yorkshire',
          zip: 'HU1 1AA',
          country: 'United Kingdom',
        },
      },
    });
  });

  it.each([
    [
      { type: 'website', value: 'https://a.example', label: 'Shop' },
      'website',
      { url: 'https://a.example', comment: 'Shop' },
    ],
    [{ type: 'twitter', value: '@anna' }, 'twitter', { username: 'anna' }],
    [{ type: 'linkedin', value: 'https://linkedin.com/in/a' }, 'linked_in', { url: 'https://linkedin.com/in/a' }],
    [{ type: 'facebook', value: 'https://facebook.com/a' }, 'facebook', { profile_url: 'https://facebook.com/a' }],
    [{ type: 'phone', value: '0800 1', label: 'Fax' }, 'phone', { number: '0800 1', type: 'fax' }],
    [
      { type: 'phone', value: '0800 2', label: 'Porter' },
      'phone',
      { number: '0800 2', type: 'phone', comment: 'Porter' },
    ],
    [
      { type: 'messenger', value: 'anna', parts: { service: 'Signal' } },
      'instant_message',
      { service: 'other', username: 'anna', comment: 'Signal' },
    ],
    [
      { type: 'postal', value: '1 High Street\nLS1 2AB Leeds', parts: { zip: 'LS1 2AB', city: 'Leeds' } },
      'address',
      { address: '1 High Street', zip: 'LS1 2AB', city: 'Leeds' },
    ],
  ] as const)('have each its own shape: %j', async (value, kind, item) => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    await write(session, set(0, null, value));
    expect(Object.values(Object(Object(sent(server, 'contact_data'))[kind]))).toContainEqual(item);
    const { value: text, type } = value;
    const read = (await session.get(id)).fields.find(
      (one) => one.type === type && one.value.includes(text.replace(/^@/u, '')),
    );
    expect(read).toBeDefined();
  });

  it('lose what they are called, and change their service', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    const blog = { type: 'website', value: 'https://anna.example' } as const;
    await write(session, set(2, { ...blog, label: 'Blog' }, blog));
    expect(sent(server, 'contact_data')).toMatchObject({ website: { '0': { comment: '' } } });
    const chat = { type: 'messenger', value: 'anna.k', parts: { service: 'skype' } } as const;
    await write(session, set(3, chat, { ...chat, parts: { service: 'ICQ' } }));
    expect(sent(server, 'contact_data')).toMatchObject({ instant_message: { '0': { service: 'icq' } } });
  });

  it('that Deskpro has no place for are refused, and nothing is sent', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    server.calls.length = 0;
    await expect(write(session, set(0, null, { type: 'text', value: 'x', label: 'Room' }))).rejects.toMatchObject({
      problem: { kind: 'invalid', detail: 'text' },
    });
    expect(server.calls.filter((call) => call.startsWith('PUT'))).toEqual([]);
  });

  it('of which the last of a kind goes are gone', async () => {
    const server = fakeDeskpro(dialect);
    await write(await open(server), set(2, { type: 'website', value: 'https://anna.example', label: 'Blog' }, null));
    expect(sent(server, 'contact_data')).toMatchObject({ website: {} });
    expect(rowOf(server).contact_data.map((datum) => datum['contact_type'])).not.toContain('website');
  });

  it('that come back twice are told, and what is there is read', async () => {
    const server = fakeDeskpro(dialect);
    server.contacts = 'added';
    await expect(write(await open(server), set(0, null, { type: 'phone', value: '0800 1' }))).rejects.toMatchObject({
      problem: { kind: 'invalid', because: 'not-kept' },
    });
  });

  it('are left where they stand apart from the contact data, and edited there', async () => {
    const server = fakeDeskpro(dialect);
    const office: FieldValue = { type: 'phone', value: '+4930123456 ext. 12', label: 'Office' };
    const session = await open(server);
    await write(session, set(8, office, { ...office, value: '+4930123457 ext. 7' }));
    expect(sent(server, 'phone_numbers')).toEqual([
      { number: '+4930123457', extension: '7', label: 'Office', type: 'phone' },
    ]);
    await write(session, set(8, { ...office, value: '+4930123457 ext. 7' }, null));
    expect(rowOf(server).phone_numbers).toEqual([]);
    expect(rowOf(server).contact_data).toHaveLength(8);
  });

  it('do not hold a title: it is a field of its own', async () => {
    const server = fakeDeskpro(dialect);
    const title: FieldValue = { type: 'text', label: 'Title', value: 'Dr' };
    await write(await open(server), set(9, title, { ...title, value: 'Prof' }));
    expect(rowOf(server)['title_prefix']).toBe('Prof');
  });
});

describe.each(DIALECTS)('Custom fields in Deskpro (%s)', (dialect) => {
  const custom = (field: string, from: string | null, to: string | null) =>
    ({ type: 'custom.set', person: id, field, from, to }) as const;

  it.each([
    ['4', 'Professional', 'Free of charge', [41]],
    ['4', 'Professional', null, []],
    ['5', null, 'South\nNorth', [52, 51]],
    ['6', null, 'true', true],
    ['7', null, '2027-01-31', '2027-01-31'],
    ['3', 'C-1001', 'C-1002', 'C-1002'],
  ] as const)('are sent alone: %s from %j to %j as %j', async (field, from, to, value) => {
    const server = fakeDeskpro(dialect);
    await write(await open(server), custom(field, from, to));
    expect(server.bodies).toContainEqual({ fields: { [field]: value } });
  });

  it('take no choice that there is not', async () => {
    await expect(write(await open(fakeDeskpro(dialect)), custom('4', 'Professional', 'Golden'))).rejects.toMatchObject({
      problem: { kind: 'invalid', detail: 'Plan' },
    });
    await expect(write(await open(fakeDeskpro(dialect)), custom('99', null, 'x'))).rejects.toMatchObject({
      problem: { kind: 'missing' },
    });
  });
});

describe('Organisations of a person in Deskpro', () => {
  const member = (organisation: string, from: string | null, to: string | null, manager = false) =>
    ({
      type: 'membership.set',
      person: id,
      organisation: { id: organisation, name: '' },
      at: 0,
      from: from === null ? null : { position: from, manager },
      to: to === null ? null : { position: to, manager },
    }) as const;

  it('are several memberships in Horizon, each made and ended by itself', async () => {
    const server = fakeDeskpro('horizon');
    const session = await open(server);
    await write(session, member('2', null, 'Adviser'));
    expect(server.calls).toContain('POST /organizations/2/members');
    expect((await session.get(id)).memberships.map(({ name }) => name)).toEqual(['Acme', 'Kestrel Logistics']);
    await write(session, member('1', 'Head of IT', null, true));
    expect(server.calls).toContain(`DELETE /organizations/1/members/${id}`);
    expect((await session.get(id)).memberships.map(({ name }) => name)).toEqual(['Kestrel Logistics']);
  });

  it('are one in legacy: another one has to be left first', async () => {
    const server = fakeDeskpro('legacy');
    const session = await open(server);
    await expect(write(session, member('2', null, ''))).rejects.toMatchObject({ problem: { kind: 'invalid' } });
    await write(session, member('1', 'Head of IT', null, true));
    expect(server.bodies).toContainEqual({ organization: null });
    await write(session, member('2', null, 'Adviser'));
    expect(server.bodies).toContainEqual({ organization: 2, organization_position: 'Adviser' });
    expect((await session.get(id)).memberships).toMatchObject([{ name: 'Kestrel Logistics', position: 'Adviser' }]);
  });

  it.each(DIALECTS)('say what somebody is there; who manages it is not to be written (%s)', async (dialect) => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    await write(session, member('1', 'Head of IT', 'Board', true));
    expect((await session.get(id)).memberships[0]).toMatchObject({ position: 'Board', manager: true });
    const less = { ...member('1', 'Board', 'Board', true), to: { position: 'Board', manager: false } };
    await expect(write(session, less)).rejects.toMatchObject({ problem: { because: 'no-field' } });
  });

  it('whose place was changed meanwhile are left, and what is there is told', async () => {
    const server = fakeDeskpro('horizon');
    addMember(server.store, { person: ANNA, organization: 2, position: 'Theirs' });
    await expect(write(await open(server), member('2', 'Once', 'Ours'))).rejects.toMatchObject({
      problem: { kind: 'conflict', theirs: { position: 'Theirs', manager: false } },
    });
  });
});

describe.each(DIALECTS)('Groups, labels and notes in Deskpro (%s)', (dialect) => {
  it('send the whole list of groups, and no group that comes with others', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    await write(session, { type: 'group.set', person: id, group: '6', from: false, to: true });
    expect(server.bodies).toContainEqual({ user_groups: [5, 6] });
    await expect(
      write(session, { type: 'group.set', person: id, group: '99', from: false, to: true }),
    ).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });

  it('put a label in its place', async () => {
    const server = fakeDeskpro(dialect);
    await write(await open(server), { type: 'label.set', person: id, label: 'late', at: 1, from: false, to: true });
    expect(rowOf(server).labels).toEqual(['vip', 'late', 'press']);
  });

  it('take no file with a note, and no empty note', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    const note = { type: 'note.add', person: id, text: 'x', files: [], again: null } as const;
    const file = { staged: 'a', name: 'a.txt', size: 1, type: 'text/plain' };
    await expect(write(session, { ...note, files: [file] })).rejects.toMatchObject({ problem: { detail: 'files' } });
    await expect(write(session, { ...note, text: ' ' })).rejects.toMatchObject({ problem: { kind: 'invalid' } });
    expect(server.store.notes).toHaveLength(2);
  });

  it.each([
    ['nothing', new Response(null, { status: 201 })],
    ['an answer of another shape', Response.json({ ok: true }, { status: 201 })],
  ])('write a note once, whatever is answered to it: %s', async (_, answer) => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    const there = addNote(server.store, { person: ANNA, note: 'Called' });
    const asked = write(session, { type: 'note.add', person: id, text: 'Called', files: [], again: null });
    server.instead.push(Response.json({ data: { id: ANNA } }), answer);
    expect((await asked).id).toBe(String(there.id));
  });

  it('do not remove a note of somebody else, nor one that was edited since', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    const theirs = addNote(server.store, { person: 1, note: 'Of Lena' });
    const gone = { id: String(theirs.id), author: '', text: 'Of Lena', createdAt: '', files: [] };
    await expect(write(session, { type: 'note.remove', person: id, note: gone })).rejects.toMatchObject({
      problem: { kind: 'missing' },
    });
    const mine = server.store.notes[0];
    const asked = { ...gone, id: String(mine?.id), text: 'Once' };
    await expect(write(session, { type: 'note.remove', person: id, note: asked })).rejects.toMatchObject({
      problem: { kind: 'conflict', theirs: { text: mine?.note } },
    });
  });
});
