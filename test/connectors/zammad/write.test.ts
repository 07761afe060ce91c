import { describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/changes';
import { open } from './desk';
import { fakeZammad } from './server';
import { ANNA, addUser, type Row } from './store';

const id = String(ANNA);
const rowOf = ({ store }: ReturnType<typeof fakeZammad>, one = ANNA): Row | undefined =>
  store.users.find((user) => user.id === one);
/** For agents. */
function mandatory({ store }: ReturnType<typeof fakeZammad>, field: string): void {
  const found = store.attributes.find((one) => one.name === field);
  if (found !== undefined) found.screens.edit['ticket.agent'] = { shown: true, required: true };
}
const name = (to: string) => ({ type: 'person.set', person: id, field: 'name', from: 'Anna Keller', to }) as const;
const summary = (from: string, to: string) => ({ type: 'person.set', person: id, field: 'summary', from, to }) as const;
const NOTE = 'Prefers e-mail & letters.\nPays late.';

describe('An edit in Zammad', () => {
  it('sends the changed field alone, and never the preferences', async () => {
    const server = fakeZammad();
    const session = await open(server);
    await write(session, { type: 'account.enable', person: id, from: true, to: false });
    expect(server.bodies.at(-1)).toEqual({ active: false });
    await write(session, name('Anna Keller-Wood'));
    expect(server.bodies.at(-1)).toEqual({ firstname: 'Anna', lastname: 'Keller-Wood' });
    expect(JSON.stringify(server.bodies)).not.toContain('preferences');
  });

  it.each([
    ['Anna Maria Keller', { firstname: 'Anna Maria', lastname: 'Keller' }],
    ['Anna van Dyk', { firstname: 'Anna', lastname: 'van Dyk' }],
    ['Jo Public', { firstname: 'Jo', lastname: 'Public' }],
  ])('of the name leaves the part that stays in its place: %s', async (to, parts) => {
    const server = fakeZammad();
    await write(await open(server), name(to));
    expect(rowOf(server)).toMatchObject(parts);
  });

  it('of a name in small letters takes the capitals that Zammad gives it', async () => {
    const server = fakeZammad();
    const session = await open(server);
    await write(session, name('jo public'));
    expect((await session.get(id)).name).toBe('Jo Public');
  });

  it('that is too long is refused before Zammad cuts it off without a word', async () => {
    const server = fakeZammad();
    const session = await open(server);
    const before = structuredClone(server.store);
    await expect(write(session, name(`Anna ${'x'.repeat(101)}`))).rejects.toMatchObject({
      problem: { kind: 'invalid', detail: 'too long for lastname' },
    });
    await expect(write(session, summary(NOTE, 'x'.repeat(4_990)))).rejects.toMatchObject({
      problem: { kind: 'invalid', detail: 'too long for the note' },
    });
    const postal = { type: 'postal', value: 'y'.repeat(121) } as const;
    const [, , from] = (await session.get(id)).fields;
    await expect(
      write(session, { type: 'contact.set', person: id, at: 2, from: from ?? null, to: postal }),
    ).rejects.toMatchObject({ problem: { kind: 'invalid', detail: 'too long for street' } });
    expect(server.store).toEqual(before);
  });

  it('that a mandatory field stands in the way of is told in Zammad’s own words', async () => {
    const server = fakeZammad();
    Object.assign(rowOf(server) ?? {}, { code: '' });
    mandatory(server, 'code');
    await expect(
      write(await open(server), { type: 'account.enable', person: id, from: true, to: false }),
    ).rejects.toMatchObject({
      problem: { kind: 'invalid', status: 422, said: "Missing required value for field 'code'!" },
    });
  });

  it('of an agent by a mere agent is forbidden', async () => {
    const server = fakeZammad();
    server.rights = new Set(['ticket.agent']);
    const lead = { type: 'account.enable', person: '2', from: true, to: false } as const;
    await expect(write(await open(server), lead)).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  });

  it('of user 1, who is Zammad itself, is of nobody', async () => {
    const enable = { type: 'account.enable', person: '1', from: true, to: false } as const;
    await expect(write(await open(fakeZammad()), enable)).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });
});

describe('The one note', () => {
  it('keeps the mark-up of every line that is not edited', async () => {
    const server = fakeZammad();
    const session = await open(server);
    await write(session, summary(NOTE, `${NOTE}\nCalls <often>`));
    expect(rowOf(server)?.['note']).toBe(
      '<div>Prefers <b>e-mail</b> &amp; letters.</div><div>Pays late.</div><div>Calls &lt;often&gt;</div>',
    );
    await write(session, summary(`${NOTE}\nCalls <often>`, 'Prefers e-mail & letters.\nCalls <often>'));
    expect(rowOf(server)?.['note']).toBe(
      '<div>Prefers <b>e-mail</b> &amp; letters.</div><div>Calls &lt;often&gt;</div>',
    );
  });

  it('that somebody else changed meanwhile is not written over, and what is there is told', async () => {
    const server = fakeZammad();
    const session = await open(server);
    Object.assign(rowOf(server) ?? {}, { note: 'Theirs<br>now' });
    await expect(write(session, summary(NOTE, 'Ours'))).rejects.toMatchObject({
      problem: { kind: 'conflict', theirs: 'Theirs\nnow' },
    });
  });

  it('is emptied as a whole', async () => {
    const server = fakeZammad();
    await write(await open(server), summary(NOTE, ''));
    expect(rowOf(server)?.['note']).toBe('');
  });
});

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

  it('is queued for deletion once; a second time is refused in Zammad’s words', async () => {
    const server = fakeZammad();
    const session = await open(server);
    const erase = { type: 'person.erase', person: id, version: null } as const;
    await write(session, erase);
    expect(server.store.tasks[0]).toMatchObject({ deletable_id: ANNA, preferences: { sure: 'DELETE' } });
    await expect(write(session, erase)).rejects.toMatchObject({
      problem: { kind: 'invalid', said: 'Selected object is already queued for deletion.' },
    });
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
