import { describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/changes';
import { noMemory } from '@/test/support/open';
import { callFaults } from '@/utils/connectors/call-check';
import { deskpro } from '@/utils/connectors/deskpro';
import { callPlaces } from '@/utils/connectors/deskpro/call-places';
import { filled } from '@/utils/connectors/deskpro/filled';
import type { OwnCall } from '@/utils/connectors/types';
import type { Heard } from '@/utils/http';
import { connection, open, way } from './desk';
import { fakeDeskpro, SITE } from './server';
import { ANNA, addPerson, addTicket } from './store';
import { BANS, CALLS, settingsOf } from './writing';

const id = String(ANNA);
const anna = address('anna.keller@example.com');
const call = (path: string, body = '', method: OwnCall['method'] = 'post'): OwnCall => ({
  method,
  path,
  body,
  codes: [200],
});
const legacy = () => fakeDeskpro('legacy');
const all = settingsOf({ ...CALLS, ...BANS });

describe('A call that an administrator set up', () => {
  it('has its names filled in: as a part of the address in its path, as text in its body', () => {
    const odd = 'a/b?c"}\n@example.com';
    expect(filled(call('bans/{email}?by={id}', '{"address": {"text": "<{email}>"}}'), { email: odd, id })).toEqual({
      method: 'post',
      path: `bans/${encodeURIComponent(odd)}?by=10`,
      json: { address: { text: `<${odd}>` } },
    });
  });

  it.each([
    ['a name without a value', call('people/{id}/{other}'), { id }],
    ['a name without a value in its body', call('people/{id}', '{"a": "{other}"}'), { id }],
    ['an empty value', call('people/{id}/merge'), { id: '' }],
    ['a value that leads up', call('people/{id}/merge'), { id: '..' }],
    ['another place of the helpdesk than its API, to which the key is sent', call('/agent/{id}'), { id }],
  ])('is not made with %s', (_, given, values) => {
    expect(filled(given, values)).toBeNull();
  });

  it.each(callPlaces.flatMap(({ preset, ...place }) => (preset === undefined ? [] : [[place.id, place, preset]])))(
    'as the old API made it can be made as it stands: %s',
    (_, place, preset) => {
      expect(callFaults(preset, place)).toEqual([]);
      expect(preset.from).toBe('deskpro_preset_v1');
      expect(preset.path).toMatch(/^\/api\/people\//u);
    },
  );

  it('that has a password in its path cannot be kept', () => {
    const place = callPlaces.find((one) => one.id === 'password');
    expect(callFaults(call('people/{id}/password/{password}'), place ?? { places: [] })).toMatchObject([
      { part: 'path', text: '{password}' },
    ]);
  });

  it('goes to the API that its path names, each with its own kind of key', async () => {
    const server = legacy();
    const session = await open(server, all);
    await write(session, { type: 'account.enable', person: id, from: true, to: false });
    expect(server.calls).toContain(`v1 POST /people/${id}`);
    expect(server.bodies).toContainEqual({ is_disabled: true });
    expect((await session.get(id)).status).toBe('disabled');
    server.calls.length = 0;
    const own = settingsOf({ disable: call('people/{id}/off', '', 'put'), enable: call('people/{id}/on', '', 'put') });
    const wrong = write(await open(server, own), { type: 'account.enable', person: id, from: false, to: true });
    await expect(wrong).rejects.toMatchObject({ problem: { kind: 'invalid', because: 'no-call' } });
    expect(server.calls).toContain(`PUT /people/${id}/on`);
  });

  it('of a pair is offered with the other one only', async () => {
    const one = async (name: string) =>
      Object.keys(
        (await open(legacy(), settingsOf({ [name]: call(['ban', 'lift'].includes(name) ? 'x/{email}' : 'x/{id}') })))
          .writes,
      );
    const none = Object.keys((await open(legacy())).writes);
    for (const name of ['disable', 'enable', 'ban', 'lift', 'view', 'view-page', 'replies-stop']) {
      expect(await one(name)).toEqual(none);
    }
    expect((await open(legacy(), settingsOf({ 'replies-stop': call('x/{id}') }))).sets).not.toContain('autoReplies');
    expect((await open(legacy(), all)).sets).toContain('autoReplies');
  });

  it('that answers another status than those by which it works did not work', async () => {
    const settings = { ...all, 'call.reset': JSON.stringify({ ...CALLS['reset'], codes: [204] }) };
    await expect(
      write(await open(legacy(), settings), { type: 'login.reset', person: id, address: anna }),
    ).rejects.toMatchObject({ problem: { kind: 'invalid', status: 200, detail: 'answered 200' } });
  });

  it('that tells an error with a status of success is told in the helpdesk’s words', async () => {
    const server = legacy();
    const session = await open(server, all);
    await session.get(id);
    const asked = write(session, { type: 'login.reset', person: id, address: anna });
    server.instead.push(
      Response.json({ data: { id: ANNA, emails: [anna] } }),
      Response.json({ error_code: 'no_mail', error_message: 'Mail is switched off.' }),
    );
    await expect(asked).rejects.toMatchObject({ problem: { kind: 'invalid', said: 'Mail is switched off.' } });
  });

  it('of the old API that takes another key signs nobody out of the helpdesk', async () => {
    const server = legacy();
    const session = await open(server, all);
    const asked = write(session, { type: 'login.reset', person: id, address: anna });
    server.instead.push(
      Response.json({ data: { id: ANNA, emails: [anna] } }),
      Response.json({ error_code: 'invalid_api_key' }, { status: 401 }),
    );
    await expect(asked).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  });

  it('is heard of without its address, its body and the password in it', async () => {
    const server = legacy();
    const heard: Heard[] = [];
    const http = way(server, (one) => heard.push(one));
    const settings = { ...connection.settings, ...all };
    const { writes } = await deskpro.open({ ...connection, settings }, http, noMemory);
    const change = { type: 'login.password', person: id, secret: 'Correct-Horse-7' } as const;
    await writes['login.password']?.(change, { entry: 'e', step: 0, at: '' });
    expect(server.store.people.find((row) => row.id === ANNA)?.password).toBe('Correct-Horse-7');
    expect(JSON.stringify(heard)).not.toMatch(/Correct|people/u);
    expect(server.urls.join()).not.toContain('Correct');
  });

  it('whose refusal tells the password back is told without it', async () => {
    const server = legacy();
    const session = await open(server, all);
    const asked = write(session, { type: 'login.password', person: id, secret: 'Correct-Horse-7' });
    server.instead.push(
      Response.json({ data: { id: ANNA } }),
      Response.json({ error_code: 'weak', error_message: '"Correct-Horse-7" is too weak' }),
    );
    await expect(asked).rejects.toMatchObject({ problem: { said: '"…" is too weak' } });
  });
});

describe('Two people are merged in Deskpro', () => {
  const merge = (other: number) => ({ type: 'person.merge', person: id, other: String(other) }) as const;

  it('by a call that was set up, after which the other one has to be gone', async () => {
    const server = legacy();
    const { id: other } = addPerson(server.store, { name: 'Anna K.', emails: ['ak@example.net'] });
    addTicket(server.store, { person: other, unseen: true });
    const session = await open(server, all);
    expect(session.mergesAt).toBeUndefined();
    await write(session, merge(other));
    await expect(session.get(String(other))).rejects.toMatchObject({ problem: { kind: 'missing' } });
    expect((await session.get(id)).emails.map((one) => one.address)).toContain('ak@example.net');
    expect(server.store.tickets.filter(({ person }) => person === ANNA)).toHaveLength(7);
  });

  it('is not believed where the other one is still there', async () => {
    const server = legacy();
    const { id: other } = addPerson(server.store, { name: 'Anna K.' });
    // It answers that all is well, and does something else.
    const settings = { ...all, ...settingsOf({ merge: call('/api/people/{target}', '{"with": "{source}"}') }) };
    await expect(write(await open(server, settings), merge(other))).rejects.toMatchObject({
      problem: { kind: 'invalid', because: 'not-kept', page: `${SITE}/agent` },
    });
  });

  it.each(['legacy', 'horizon'] as const)(
    'is never done by hand without it: %s leads to its own pages',
    async (kind) => {
      const session = await open(fakeDeskpro(kind));
      expect(session.writes['person.merge']).toBeUndefined();
      expect(session.writes['person.hide']).toBeUndefined();
      expect(session.writes['account.enable']).toBeUndefined();
      expect(session.mergesAt).toMatch(/^https:\/\//u);
    },
  );

  it('is not done by disabling either, where only the calls for that were set up', async () => {
    const { merge: _, ...others } = CALLS;
    const session = await open(legacy(), settingsOf(others));
    expect(session.writes['account.enable']).toBeDefined();
    expect(session.mergesAt).toMatch(/^https:\/\//u);
  });

  it('once the helpdesk has no such call after all is still not done by hand', async () => {
    const server = legacy();
    const { id: other } = addPerson(server.store, { name: 'Anna K.' });
    const settings = { ...all, ...settingsOf({ merge: call('/api/people/{target}/join/{source}') }) };
    const opened = await deskpro.open(
      { ...connection, settings: { ...connection.settings, ...settings } },
      way(server),
      noMemory,
    );
    const stamp = { entry: 'e', step: 0, at: '' };
    await expect(opened.writes['person.merge']?.(merge(other), stamp)).rejects.toMatchObject({
      problem: { because: 'no-call' },
    });
    expect((await opened.proof?.())?.without).not.toContain('person.merge');
  });
});

describe('What only a call that was set up can do', () => {
  it('stops automatic replies and sends them again', async () => {
    const server = legacy();
    const session = await open(server, all);
    const set = (from: boolean, to: boolean) =>
      write(session, { type: 'person.set', person: id, field: 'autoReplies', from, to });
    await set(true, false);
    expect((await session.get(id)).autoReplies).toBe(false);
    await set(false, true);
    expect((await session.get(id)).autoReplies).toBe(true);
  });

  it('opens the helpdesk as somebody, on its own address and with the token that it gave', async () => {
    const made = await write(await open(legacy(), all), { type: 'login.view', person: id });
    expect(made.view).toEqual({ url: `${SITE}/login/as/${id}?token=view-${id}-0123456789` });
  });

  it('opens nothing where the answer holds no token', async () => {
    const settings = { ...all, ...settingsOf({ view: call('/api/people/{id}', '', 'get') }) };
    await expect(write(await open(legacy(), settings), { type: 'login.view', person: id })).rejects.toMatchObject({
      problem: { kind: 'server', field: 'token' },
    });
  });

  it('bans an address, and lifts that', async () => {
    const server = legacy();
    const session = await open(server, all);
    const ban = (from: boolean, to: boolean) =>
      write(session, { type: 'address.ban', person: id, address: anna, from, to });
    await ban(false, true);
    expect(server.store.bans).toEqual([anna]);
    await ban(true, false);
    expect(server.store.bans).toEqual([]);
  });

  it('sends a ticket’s mails to another address of the person, and looks whether it was kept', async () => {
    const server = legacy();
    const session = await open(server, all);
    const home = address('anna@home.example');
    const ticket = String(addTicket(server.store, { person: ANNA }).id);
    const notify = { type: 'ticket.notify', person: id, ticket, from: null, to: home } as const;
    await write(session, notify);
    expect(server.store.tickets.at(-1)?.person_email).toBe(home);
    await expect(write(session, { ...notify, to: address('nina@example.net') })).rejects.toMatchObject({
      problem: { kind: 'conflict', theirs: home },
    });
    const idle = { ...all, ...settingsOf({ notify: call('/api/people/{id}', '{"a": "{email}{ticket}"}') }) };
    const back = { ...notify, from: home, to: null };
    await expect(write(await open(server, idle), back)).rejects.toMatchObject({ problem: { because: 'not-kept' } });
  });
});
