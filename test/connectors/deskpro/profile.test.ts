import { describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/changes';
import { DIALECTS, open, personOf, rowOf } from './desk';
import { fakeDeskpro } from './server';
import { ANNA, addMember, addOrganization, addPerson } from './store';

const anna = address('anna.keller@example.com');

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

  it('have their names also where Deskpro brings nothing along', async () => {
    const server = fakeDeskpro('legacy');
    const fetch: typeof server.fetch = async (input, init) => {
      const request = new Request(input, init);
      const text = (await request.text()).replaceAll('include=organization', 'without=organization');
      return server.fetch(new Request(request, request.method === 'POST' ? { body: text } : {}));
    };
    const whole = await personOf(server);
    expect((await personOf({ ...server, fetch })).memberships).toEqual(whole.memberships);
    server.refuses.push('GET organizations');
    expect((await personOf({ ...server, fetch })).memberships).toMatchObject([{ name: '#1', position: 'Head of IT' }]);
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
