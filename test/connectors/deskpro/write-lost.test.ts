import { describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/changes';
import { DIALECTS, open } from './desk';
import { type FakeDeskpro, fakeDeskpro } from './server';
import { ANNA, type PersonRow } from './store';

const id = String(ANNA);
const rowOf = ({ store }: FakeDeskpro): PersonRow => {
  const row = store.people.find((person) => person.id === ANNA);
  if (row === undefined) throw new Error('no Anna');
  return row;
};

/** A helpdesk that makes something else of what it was sent. */
const making = (server: FakeDeskpro, methods: readonly string[], change: (path: string) => void): FakeDeskpro => ({
  ...server,
  fetch: async (input, init) => {
    const request = new Request(input, init);
    const answer = await server.fetch(request);
    if (methods.includes(request.method)) change(new URL(request.url).pathname);
    return answer;
  },
});
/** A helpdesk that answers nothing to what it made. */
const silent = (server: FakeDeskpro, pattern: RegExp, instead: () => Response): FakeDeskpro => ({
  ...server,
  fetch: async (input, init) => {
    const request = new Request(input, init);
    const answer = await server.fetch(request);
    return request.method === 'POST' && pattern.test(new URL(request.url).pathname) ? instead() : answer;
  },
});

describe.each(DIALECTS)('What a change does to the rest of a list in Deskpro (%s)', (dialect) => {
  const custom = { type: 'custom.set', person: id, field: '3', from: 'C-1001', to: 'C-1002' } as const;

  it('is nothing for custom fields: where those that are not sent go, they come back', async () => {
    const server = fakeDeskpro(dialect);
    server.fields = 'replaced';
    await write(await open(server), custom);
    expect(rowOf(server).fields).toEqual({ 3: 'C-1002', 4: [42], 9: 'secret' });
  });

  it('is told where custom fields that went cannot come back', async () => {
    const server = fakeDeskpro(dialect);
    const lossy = making(server, ['PUT'], () => {
      delete rowOf(server).fields['4'];
    });
    await expect(write(await open(lossy), custom)).rejects.toMatchObject({ problem: { because: 'not-kept' } });
  });

  it('sends nothing but the one custom field where the others stay', async () => {
    const server = fakeDeskpro(dialect);
    await write(await open(server), custom);
    expect(server.bodies.filter((body) => Object.hasOwn(Object(body), 'fields'))).toEqual([
      { fields: { 3: 'C-1002' } },
    ]);
  });

  it('is told where another usergroup goes', async () => {
    const server = fakeDeskpro(dialect);
    const lossy = making(server, ['PUT'], () => {
      rowOf(server).user_groups = [6];
    });
    const change = { type: 'group.set', person: id, group: '6', from: false, to: true } as const;
    await expect(write(await open(lossy), change)).rejects.toMatchObject({ problem: { because: 'not-kept' } });
  });

  it('is told where a label, an address or what a contact value is called goes', async () => {
    const labels = fakeDeskpro(dialect);
    const noLabels = making(labels, ['PUT'], () => {
      rowOf(labels).labels = ['new'];
    });
    const label = { type: 'label.set', person: id, label: 'new', at: 0, from: false, to: true } as const;
    await expect(write(await open(noLabels), label)).rejects.toMatchObject({ problem: { because: 'not-kept' } });
    const emails = fakeDeskpro(dialect);
    const noEmails = making(emails, ['PUT'], () => {
      rowOf(emails).emails = ['anna.keller@example.com', 'anna@third.example'];
    });
    const to = { address: address('anna@third.example'), primary: false };
    const email = { type: 'email.set', person: id, at: 2, from: null, to } as const;
    await expect(write(await open(noEmails), email)).rejects.toMatchObject({ problem: { because: 'not-kept' } });
    const contacts = fakeDeskpro(dialect);
    const uncalled = making(contacts, ['PUT'], () => {
      rowOf(contacts).contact_data = rowOf(contacts).contact_data.map((datum) => ({ ...datum, comment: '' }));
    });
    const page = { type: 'website', value: 'https://new.example', label: 'Shop' } as const;
    const contact = { type: 'contact.set', person: id, at: 0, from: null, to: page } as const;
    await expect(write(await open(uncalled), contact)).rejects.toMatchObject({ problem: { because: 'not-kept' } });
  });

  it('is told where the position in an organisation is not kept', async () => {
    const server = fakeDeskpro(dialect);
    if (dialect === 'legacy') server.store.members = [];
    const lossy = making(server, ['PUT', 'POST'], () => {
      for (const member of server.store.members) if (member.organization === 2) member.position = '';
    });
    const to = { position: 'Adviser', manager: false };
    const organisation = { id: '2', name: 'Kestrel Logistics' };
    const change = { type: 'membership.set', person: id, organisation, at: 0, from: null, to } as const;
    await expect(write(await open(lossy), change)).rejects.toMatchObject({ problem: { because: 'not-kept' } });
  });
});

describe.each(DIALECTS)('What was made in Deskpro (%s)', (dialect) => {
  const nothing = [
    ['nothing', () => new Response(null, { status: 201 })],
    ['an empty object', () => Response.json({}, { status: 201 })],
    ['an empty list', () => Response.json({ data: [], meta: [], linked: [] }, { status: 201 })],
    ['its number alone', () => Response.json({ data: { id: null } }, { status: 201 })],
  ] as const;

  it.each(nothing)('is found where the answer to it is %s: a person', async (_, instead) => {
    const server = fakeDeskpro(dialect);
    const session = await open(silent(server, /\/people$/u, instead));
    const before = server.store.people.length;
    const draft = { name: 'Nina New', addresses: [address('nina@example.net')] };
    const { id: made } = await write(session, { type: 'person.create', person: null, draft });
    expect(server.store.people).toHaveLength(before + 1);
    expect(made).toBe(String(server.store.people.at(-1)?.id));
  });

  it.each(nothing)('is found where the answer to it is %s: a ticket', async (_, instead) => {
    const server = fakeDeskpro(dialect);
    const session = await open(silent(server, /\/tickets$/u, instead));
    const before = server.store.tickets.length;
    const change = { type: 'ticket.create', person: id, title: 'Call back', text: 'Today', urgent: false } as const;
    const { id: made } = await write(session, change);
    expect(server.store.tickets).toHaveLength(before + 1);
    expect(made).toBe(String(server.store.tickets.at(-1)?.id));
  });

  it.each(nothing)('is found where the answer to it is %s: a note, among many', async (_, instead) => {
    const server = fakeDeskpro(dialect);
    server.most = 2;
    const session = await open(silent(server, /\/notes$/u, instead));
    const before = server.store.notes.length;
    const { id: made } = await write(session, {
      type: 'note.add',
      person: id,
      text: 'Call back',
      files: [],
      again: null,
    });
    expect(server.store.notes).toHaveLength(before + 1);
    expect(made).toBe(String(server.store.notes.at(-1)?.id));
  });

  it.each(nothing)('is found where the answer to it is %s: an organisation', async (_, instead) => {
    const server = fakeDeskpro(dialect);
    server.store.members = [];
    const session = await open(silent(server, /\/organizations$/u, instead));
    const before = server.store.organizations.length;
    const to = { position: '', manager: false };
    const organisation = { id: null, name: 'Newcomers' };
    await write(session, { type: 'membership.set', person: id, organisation, at: 0, from: null, to });
    expect(server.store.organizations).toHaveLength(before + 1);
    expect(server.store.members).toMatchObject([{ person: ANNA, organization: before + 1 }]);
  });
});
