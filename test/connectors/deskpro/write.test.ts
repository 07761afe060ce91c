import { describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/changes';
import { DIALECTS, open } from './desk';
import { type FakeDeskpro, fakeDeskpro, SITE } from './server';
import { ANNA, addPerson, type PersonRow } from './store';

const id = String(ANNA);
const rowOf = ({ store }: FakeDeskpro, one = ANNA): PersonRow => {
  const row = store.people.find((person) => person.id === one);
  if (row === undefined) throw new Error(`no ${one}`);
  return row;
};
const name = (from: string, to: string) => ({ type: 'person.set', person: id, field: 'name', from, to }) as const;
const email = (from: string | null, to: string | null, at = 1) =>
  ({
    type: 'email.set',
    person: id,
    at,
    from: from === null ? null : { address: address(from) },
    to: to === null ? null : { address: address(to) },
  }) as const;
const PRIMARY = 'anna.keller@example.com';
const HOME = 'anna@home.example';
const draft = (more: object) =>
  ({ type: 'person.create', person: null, draft: { name: 'Nina', addresses: [], ...more } }) as const;
const answers = (server: FakeDeskpro, ...all: readonly Response[]) => server.instead.push(...all);

describe.each(DIALECTS)('An edit in Deskpro (%s)', (dialect) => {
  it('sends the changed field alone, by PUT, and reads the person again after its empty answer', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    server.calls.length = 0;
    await write(session, name('Anna Keller', 'Anna Keller-Wood'));
    const edits = server.calls.filter((call) => call.endsWith(`people/${id}`));
    expect(edits).toEqual([`GET /people/${id}`, `PUT /people/${id}`, `GET /people/${id}`]);
    expect(server.bodies).toContainEqual({ name: 'Anna Keller-Wood' });
    expect(rowOf(server).name).toBe('Anna Keller-Wood');
  });

  it('of what somebody else changed meanwhile is not made, and what is there is told', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    rowOf(server).name = 'Theirs';
    await expect(write(session, name('Anna Keller', 'Ours'))).rejects.toMatchObject({
      problem: { kind: 'conflict', theirs: 'Theirs' },
    });
    expect(rowOf(server).name).toBe('Theirs');
  });

  it.each([
    [
      'nested by field',
      { errors: { fields: { name: { errors: [{ code: 'required', message: 'Say a name.' }] } } } },
      'Say a name.',
    ],
    ['as a bare list', { errors: [{ code: 'invalid_input', message: 'Not so.' }] }, 'Not so.'],
    ['as a list', { errors: { errors: [{ code: 'invalid_input', message: 'No.' }] } }, 'No.'],
    [
      'with fields that PHP wrote as an empty list',
      { errors: { errors: [], fields: [] } },
      'Request input is invalid.',
    ],
    ['without errors', {}, 'Request input is invalid.'],
  ])('that is refused is told in Deskpro’s words, %s', async (_, errors, said) => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    await session.get(id);
    const asked = write(session, name('Anna Keller', 'Anna'));
    answers(
      server,
      Response.json({ data: { id: ANNA, name: 'Anna Keller' } }),
      Response.json(
        { status: 400, code: 'invalid_input', message: 'Request input is invalid.', ...errors },
        { status: 400 },
      ),
    );
    await expect(asked).rejects.toMatchObject({ problem: { kind: 'invalid', status: 400, said } });
  });

  it.each([
    ['an empty body', new Response('', { status: 400 })],
    ['an empty object', Response.json({}, { status: 400 })],
  ])('that is refused with %s is refused all the same', async (_, answer) => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    await session.get(id);
    const asked = write(session, name('Anna Keller', 'Anna'));
    answers(server, Response.json({ data: { id: ANNA, name: 'Anna Keller' } }), answer);
    await expect(asked).rejects.toMatchObject({ problem: { kind: 'invalid', status: 400 } });
  });

  it('that breaks on the way is not made once more by itself', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    await session.get(id);
    server.calls.length = 0;
    const asked = write(session, { type: 'note.add', person: id, text: 'Called', files: [], again: null });
    answers(server, Response.json({ data: { id: ANNA } }), new Response('', { status: 503 }));
    await expect(asked).rejects.toMatchObject({ problem: { kind: 'server', status: 503 } });
    expect(server.calls.filter((call) => call.startsWith('POST /people'))).toHaveLength(1);
  });

  it.each([
    [423, 'closed'],
    [429, 'rate-limited'],
  ] as const)('while the helpdesk answers %s waits for better times', async (status, kind) => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    answers(server, new Response('', { status }));
    await expect(write(session, name('Anna Keller', 'Anna'))).rejects.toMatchObject({ problem: { kind } });
  });

  it('of the language and the time zone is kept by what Deskpro calls them', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    const { language = null } = await session.get(id);
    await write(session, { type: 'person.set', person: id, field: 'language', from: language, to: 'en-US' });
    expect(rowOf(server)).toMatchObject({ language: 1 });
    await write(session, { type: 'person.set', person: id, field: 'language', from: 'en-US', to: null });
    expect(rowOf(server)).toMatchObject({ language: null });
    const strange = { type: 'person.set', person: id, field: 'language', from: null, to: 'vi' } as const;
    await expect(write(session, strange)).rejects.toMatchObject({ problem: { kind: 'invalid', detail: 'language' } });
    const zone = {
      type: 'person.set',
      person: id,
      field: 'timezone',
      from: 'Europe/London',
      to: 'Asia/Tokyo',
    } as const;
    await write(session, zone);
    expect(rowOf(server)).toMatchObject({ timezone: 'Asia/Tokyo' });
  });
});

describe.each(DIALECTS)('Addresses in Deskpro (%s)', (dialect) => {
  it('are always sent as a whole, with the primary one', async () => {
    const server = fakeDeskpro(dialect);
    await write(await open(server), email(null, 'new@example.net', 2));
    expect(server.bodies).toContainEqual({ emails: [PRIMARY, HOME, 'new@example.net'], primary_email: PRIMARY });
  });

  it('lose another one, never the primary or the last one', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    await expect(write(session, email(PRIMARY, null))).rejects.toMatchObject({
      problem: { kind: 'invalid', detail: 'primary' },
    });
    await write(session, email(HOME, null));
    expect(rowOf(server).emails).toEqual([PRIMARY]);
    await expect(write(session, email(PRIMARY, null))).rejects.toMatchObject({ problem: { kind: 'invalid' } });
  });

  it('of somebody without any begin with the primary one', async () => {
    const server = fakeDeskpro(dialect);
    const bare = addPerson(server.store, { name: 'Bare' });
    await write(await open(server), { ...email(null, 'bare@example.net', 0), person: String(bare.id) });
    expect(bare).toMatchObject({ emails: ['bare@example.net'], primary_email: 'bare@example.net' });
  });

  it('that are edited stay primary', async () => {
    const server = fakeDeskpro(dialect);
    await write(await open(server), email(PRIMARY, 'a.k@example.com'));
    expect(rowOf(server)).toMatchObject({ emails: ['a.k@example.com', HOME], primary_email: 'a.k@example.com' });
  });

  it('of somebody else are refused, and who has it is told where the helpdesk shows them', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    await expect(write(session, email(null, 'olga.ivers@example.org'))).rejects.toMatchObject({
      problem: { kind: 'conflict', owner: { name: 'Olga Ivers' } },
    });
    const ghost = write(session, email(null, 'ghost@example.org')).catch((error: unknown) => error);
    expect(await ghost).toMatchObject({ problem: { kind: 'conflict', because: 'hidden-address' } });
    expect(await ghost).not.toHaveProperty('problem.owner');
  });
});

describe.each(DIALECTS)('Somebody new in Deskpro (%s)', (dialect) => {
  it('with an address that nobody is found by, and somebody has, is not made and not tried again', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    server.calls.length = 0;
    const before = structuredClone(server.store.people);
    await expect(write(session, draft({ addresses: [address('ghost@example.org')] }))).rejects.toMatchObject({
      problem: { kind: 'conflict', because: 'hidden-address' },
    });
    expect(server.calls.filter((call) => call === 'POST /people')).toHaveLength(1);
    expect(server.store.people).toEqual(before);
  });

  it('has all that was typed, in one call', async () => {
    const server = fakeDeskpro(dialect);
    const fields = [
      { type: 'phone', value: '+44 20 7946 0000', label: 'Mobile' },
      { type: 'twitter', value: '@nina' },
      { type: 'choice', value: 'Professional', custom: true, id: '4' },
    ] as const;
    const more = {
      addresses: [address('nina@example.net'), address('n@example.net')],
      organisation: { id: '2' },
      position: 'Pilot',
      fields,
      labels: ['press'],
      groups: ['6'],
      summary: 'Likes birds.',
      timezone: 'Europe/Berlin',
      language: 'de-DE',
    };
    const session = await open(server);
    server.calls.length = 0;
    const made = await write(session, draft(more));
    expect(server.calls.filter((call) => call.startsWith('POST /') && !call.endsWith('batch'))).toEqual([
      'POST /people',
    ]);
    expect(await session.get(made.id)).toMatchObject({
      name: 'Nina',
      emails: [{ address: 'nina@example.net', primary: true }, { address: 'n@example.net' }],
      memberships: [{ organisation: '2', position: 'Pilot' }],
      labels: ['press'],
      groups: [{ id: '6' }],
      summary: 'Likes birds.',
      timezone: 'Europe/Berlin',
      language: 'de-DE',
      fields: [
        { type: 'phone', value: '+44 20 7946 0000', label: 'Mobile' },
        { type: 'twitter', value: 'nina' },
        { type: 'choice', value: 'Professional', id: '4' },
      ],
    });
  });

  it('needs a name or an address', async () => {
    const session = await open(fakeDeskpro(dialect));
    await expect(write(session, draft({ name: ' ' }))).rejects.toMatchObject({ problem: { kind: 'invalid' } });
    expect((await session.get((await write(session, draft({ name: 'Only a name' }))).id)).emails).toEqual([]);
  });
});

describe.each(DIALECTS)('Whoever is deleted in Deskpro (%s)', (dialect) => {
  it('is gone, whatever the answer to it was', async () => {
    const server = fakeDeskpro(dialect);
    await write(await open(server), { type: 'person.erase', person: id, version: null });
    expect(server.store.tickets).toEqual([]);
  });

  it('is looked for where no answer came, and is not deleted once more', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    const asked = (answer: Response) => {
      const erased = write(session, { type: 'person.erase', person: id, version: null });
      answers(server, Response.json({ data: { id: ANNA } }), answer);
      return erased;
    };
    await expect(asked(new Response('', { status: 504 }))).rejects.toMatchObject({ problem: { status: 504 } });
    server.store.people.splice(server.store.people.indexOf(rowOf(server)), 1);
    await asked(new Response('', { status: 504 }));
    expect(server.calls.filter((call) => call.startsWith('DELETE'))).toHaveLength(2);
  });

  it('and was not after all is told', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    await session.get(id);
    const asked = write(session, { type: 'person.erase', person: id, version: null });
    answers(server, Response.json({ data: { id: ANNA } }), new Response(null, { status: 204 }));
    await expect(asked).rejects.toMatchObject({
      problem: { because: 'not-kept', page: `${SITE}/${dialect === 'legacy' ? 'agent' : 'app'}` },
    });
  });

  it('and was edited since the question was put is left', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    const { version = null } = await session.get(id);
    expect(version).not.toBeNull();
    rowOf(server).labels = ['other'];
    await expect(write(session, { type: 'person.erase', person: id, version })).rejects.toMatchObject({
      problem: { kind: 'conflict' },
    });
    // When they were last seen is no edit.
    const other = addPerson(server.store, { name: 'Zed' });
    const { version: seen = null } = await session.get(String(other.id));
    other['last_seen'] = '2026-02-01T00:00:00+0000';
    await write(session, { type: 'person.erase', person: String(other.id), version: seen });
  });
});
