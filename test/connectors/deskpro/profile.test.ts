import { describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/changes';
import { DIALECTS, open } from './desk';
import { type FakeDeskpro, fakeDeskpro, SITE } from './server';
import { ANNA, addMember, addOrganization, addPerson, addTicket, type PersonRow } from './store';

const anna = address('anna.keller@example.com');

const personOf = async (server: FakeDeskpro, text = 'anna.keller@example.com') => {
  const [found] = await (await open(server)).find(address(text));
  if (found === undefined) throw new Error(`nobody has ${text}`);
  return found.person;
};
const rowOf = (server: FakeDeskpro, id = ANNA): PersonRow => {
  const row = server.store.people.find((person) => person.id === id);
  if (row === undefined) throw new Error(`no person ${id}`);
  return row;
};

describe.each(DIALECTS)('A person in Deskpro (%s)', (dialect) => {
  it('has all that Deskpro keeps of them', async () => {
    expect(await personOf(fakeDeskpro(dialect))).toMatchObject({
      ref: { connection: 'desk', id: '10' },
      name: 'Anna Keller',
      emails: [
        { address: 'anna.keller@example.com', primary: true },
        { address: 'anna@home.example', primary: false },
      ],
      status: 'active',
      kind: 'person',
      memberships: [{ organisation: '1', name: 'Acme', position: 'Head of IT', manager: true, tickets: 6 }],
      labels: ['vip', 'press'],
      groups: [{ id: '5', name: 'Gold customers' }],
      summary: 'Prefers e-mail.',
      timezone: 'Europe/London',
      language: 'de-DE',
      autoReplies: true,
      seenAt: '2026-01-04T08:00:00.000Z',
    });
  });

  it('has each type of contact value, and phone numbers that stand apart from them', async () => {
    const { fields } = await personOf(fakeDeskpro(dialect));
    expect(fields.filter(({ custom }) => custom !== true)).toEqual([
      { type: 'phone', value: '+44 1632 960101' },
      { type: 'phone', label: 'Mobile', value: '+44 7700 900101' },
      { type: 'website', label: 'Blog', value: 'https://anna.example' },
      { type: 'messenger', value: 'anna.k', parts: { service: 'skype' } },
      { type: 'twitter', value: 'annak' },
      { type: 'linkedin', value: 'https://www.linkedin.com/in/annak' },
      { type: 'facebook', value: 'https://www.facebook.com/annak' },
      {
        type: 'postal',
        value: '14 Quay Street\nHU1 1AA Hull, Yorkshire\nUnited Kingdom',
        parts: {
          street: '14 Quay Street',
          city: 'Hull',
          state: 'Yorkshire',
          zip: 'HU1 1AA',
          country: 'United Kingdom',
        },
      },
      { type: 'phone', label: 'Office', value: '+4930123456 ext. 12' },
      { type: 'text', label: 'Title', value: 'Dr' },
    ]);
  });

  it('has the custom fields by their definitions: titles of choices, days; nothing hidden, disabled or only displayed', async () => {
    const server = fakeDeskpro(dialect);
    rowOf(server).fields = {
      3: 'C-1001',
      4: [42],
      5: [51, 52],
      6: true,
      7: '2027-03-31T00:00:00+0000',
      8: 'About us',
      9: 'secret',
      11: 'was once',
    };
    const { fields } = await personOf(server);
    expect(fields.filter(({ custom }) => custom)).toEqual([
      { type: 'text', label: 'Customer number', value: 'C-1001', custom: true, id: '3' },
      { type: 'choice', label: 'Plan', value: 'Professional', custom: true, id: '4' },
      { type: 'choices', label: 'Areas', value: 'North\nSouth', custom: true, id: '5' },
      { type: 'toggle', label: 'Newsletter', value: 'true', custom: true, id: '6' },
      { type: 'date', label: 'Contract until', value: '2027-03-31', custom: true, id: '7' },
    ]);
  });

  it('has the definitions of the custom fields, empty ones too', async () => {
    const { reads } = await open(fakeDeskpro(dialect));
    expect(
      (await reads.definitions?.())?.map(({ title, type, choices }) => [title, type, choices?.length ?? 0]),
    ).toEqual([
      ['Customer number', 'text', 0],
      ['Plan', 'choice', 2],
      ['Areas', 'choices', 2],
      ['Newsletter', 'toggle', 0],
      ['Contract until', 'date', 0],
    ]);
  });

  it('may have no address at all, and is still shown', async () => {
    const server = fakeDeskpro(dialect);
    const { get } = await open(server);
    const { id } = addPerson(server.store, { name: 'Pat Phone', emails: [], primary_email: null });
    expect(await get(String(id))).toMatchObject({ name: 'Pat Phone', emails: [] });
  });

  it('may have the primary address in no list of addresses', async () => {
    const server = fakeDeskpro(dialect);
    const { id } = addPerson(server.store, { name: 'Lis', emails: [], primary_email: 'lis@example.org' });
    expect(await (await open(server)).get(String(id))).toMatchObject({
      emails: [{ address: 'lis@example.org', primary: true }],
    });
  });

  it('has no language of their own where the helpdesk’s default is meant', async () => {
    const server = fakeDeskpro(dialect);
    rowOf(server)['language'] = null;
    expect(await personOf(server)).not.toHaveProperty('language');
  });

  it('who is disabled is still found, and says so', async () => {
    expect(await personOf(fakeDeskpro(dialect), 'olga.ivers@example.org')).toMatchObject({ status: 'disabled' });
  });

  it('who was deleted is found by the address, and says so', async () => {
    expect(await personOf(fakeDeskpro(dialect), 'dora@example.org')).toMatchObject({
      status: 'disabled',
      fields: [{ label: 'Deleted' }],
    });
  });

  it('who is an agent has teams and permission groups, which are only shown', async () => {
    expect(await personOf(fakeDeskpro(dialect), 'lena@desk.test')).toMatchObject({
      kind: 'agent',
      roles: expect.arrayContaining([
        { id: 'team-1', name: 'Support' },
        { id: 'agents-3', name: 'All permissions' },
      ]),
    });
  });

  it('who gets no automatic replies, against loops of mails, says so', async () => {
    const server = fakeDeskpro(dialect);
    rowOf(server)['disable_autoresponses'] = 1;
    expect(await personOf(server)).toMatchObject({ autoReplies: false });
  });

  it('has dates whose offset has no colon', async () => {
    const server = fakeDeskpro(dialect);
    rowOf(server).date_created = '2024-08-16T14:04:18+0200';
    expect(await personOf(server)).toMatchObject({ createdAt: '2024-08-16T12:04:18.000Z' });
  });

  it('has another mark of its state once anything that can be edited was changed', async () => {
    const server = fakeDeskpro(dialect);
    const { version } = await personOf(server);
    rowOf(server)['last_seen'] = '2026-02-04T08:00:00+0000';
    expect((await personOf(server)).version).toBe(version);
    rowOf(server)['summary'] = 'Prefers letters.';
    expect((await personOf(server)).version).not.toBe(version);
  });

  it('has a timezone, a name shown instead of theirs, and a title', async () => {
    const server = fakeDeskpro(dialect);
    rowOf(server)['override_display_name'] = 'Anna K. (Sales)';
    const { name, fields } = await personOf(server);
    expect(name).toBe('Anna Keller');
    expect(fields).toContainEqual({ type: 'text', label: 'Display name', value: 'Anna K. (Sales)' });
  });

  it('in a shape that is new names the field', async () => {
    const server = fakeDeskpro(dialect);
    const { find } = await open(server);
    rowOf(server)['summary'] = { html: '<b>Prefers</b>' };
    await expect(find(anna)).rejects.toMatchObject({ problem: { kind: 'server', field: 'data.0.summary' } });
  });
});

describe('Organisations of a person', () => {
  it('are one in legacy, with position and manager', async () => {
    const server = fakeDeskpro('legacy');
    const { memberships } = await personOf(server);
    expect(memberships).toMatchObject([{ name: 'Acme', position: 'Head of IT', manager: true }]);
  });

  it('are all of them in Horizon, where the one of legacy is empty while memberships exist', async () => {
    const server = fakeDeskpro('horizon');
    const { id } = addOrganization(server.store, 'Third');
    addMember(server.store, { person: ANNA, organization: 2, position: 'Adviser' });
    addMember(server.store, { person: ANNA, organization: id });
    const { memberships } = await personOf(server);
    expect(memberships).toEqual([
      { organisation: '1', name: 'Acme', position: 'Head of IT', manager: true, tickets: 6 },
      { organisation: '2', name: 'Kestrel Logistics', position: 'Adviser', tickets: 0 },
      { organisation: String(id), name: 'Third', tickets: 0 },
    ]);
  });

  it('imply usergroups in Horizon, which nobody takes away from here', async () => {
    const { groups, roles } = await personOf(fakeDeskpro('horizon'));
    expect(groups).toEqual([{ id: '5', name: 'Gold customers' }]);
    expect(roles).toEqual([
      { id: '1', name: 'Everyone' },
      { id: '2', name: 'Registered' },
    ]);
    expect(await personOf(fakeDeskpro('legacy'))).not.toHaveProperty('roles');
  });
});

describe('The picture of a person', () => {
  const pictureOf = async (server: FakeDeskpro) => {
    const { reads } = await open(server);
    return reads.picture?.(String(ANNA));
  };

  it('comes from the helpdesk itself, in the size that is wanted, and without the key', async () => {
    const server = fakeDeskpro();
    rowOf(server)['avatar'] = { url_pattern: `${SITE}/file.php/avatar/{{IMG_SIZE}}/anna.png` };
    const keys: (string | null)[] = [];
    const { fetch } = server;
    const heard: typeof fetch = (input, init) => {
      const request = new Request(input, init);
      if (request.url.includes('file.php')) keys.push(request.headers.get('authorization'));
      return fetch(request);
    };
    expect(await pictureOf({ ...server, fetch: heard })).toBe('data:image/png;base64,iVBORw==');
    expect(server.urls.at(-1)).toBe(`${SITE}/file.php/avatar/128/anna.png`);
    expect(keys).toEqual([null]);
  });

  it.each([
    'https://www.gravatar.com/avatar/0?s={{IMG_SIZE}}',
    `${SITE}.evil.test/file.php/avatar/1`,
    '//elsewhere.test/file.php/avatar/1',
    'javascript:alert(1)',
  ])('is never asked for elsewhere: %s', async (pattern) => {
    const server = fakeDeskpro();
    rowOf(server)['avatar'] = { url_pattern: pattern };
    expect(await pictureOf(server)).toBeNull();
    expect(server.urls.filter((url) => !url.startsWith(`${SITE}/api/`))).toEqual([]);
  });

  it('is none where there is only the one that everybody has', async () => {
    expect(await pictureOf(fakeDeskpro())).toBeNull();
  });

  it('is none where it is gone', async () => {
    const server = fakeDeskpro();
    rowOf(server)['avatar'] = { url_pattern: `${SITE}/gone.png` };
    expect(await pictureOf(server)).toBeNull();
  });
});

describe('Several reads as one', () => {
  it('fail alone: what the key may not read of them leaves the rest', async () => {
    const server = fakeDeskpro();
    server.refuses.push('GET organizations', 'GET user_groups');
    const { find } = await open(server);
    const [found] = await find(anna);
    expect(found?.person).toMatchObject({ name: 'Anna Keller', language: 'de-DE', groups: [{ id: '5', name: '#5' }] });
  });

  it.each(['unknown', 'forbidden'] as const)(
    'are made one by one where the batch is %s, with the same outcome',
    async (batch) => {
      const server = fakeDeskpro();
      const whole = await personOf(server);
      server.batch = batch;
      expect(await personOf(server)).toEqual(whole);
    },
  );

  it('are made one by one where a batch reads addresses in another way', async () => {
    const server = fakeDeskpro();
    const whole = await personOf(server);
    const lost = { headers: { 'status-code': 404 }, status: 404, code: 'not_found', message: 'Not found' };
    const fetch: typeof server.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (!request.url.endsWith('/batch')) return server.fetch(request);
      const asked: unknown = await request.json();
      const keys = Object.keys(Object(Object(asked).requests));
      return Response.json({ responses: Object.fromEntries(keys.map((key) => [key, lost])) });
    };
    const [found] = await (await open({ ...server, fetch })).find(address('anna@home.example'));
    expect(found?.person).toEqual(whole);
  });

  it('are never a write', async () => {
    const server = fakeDeskpro();
    addTicket(server.store, { person: ANNA });
    await personOf(server);
    const asked = JSON.stringify(server.bodies);
    expect(asked).toContain('"method":"GET"');
    expect(asked).not.toMatch(/"method":"(?:POST|PUT|DELETE)"/u);
  });
});
