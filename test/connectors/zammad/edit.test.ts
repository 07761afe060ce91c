import { describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/changes';
import { open } from './desk';
import { fakeZammad, SITE } from './server';
import { ANNA, type Row } from './store';

const id = String(ANNA);
const rowOf = ({ store }: ReturnType<typeof fakeZammad>): Row | undefined =>
  store.users.find((user) => user.id === ANNA);

function fail(): never {
  throw new Error('no such attribute');
}

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
      problem: { kind: 'invalid', detail: 'too long for lastname', longest: 100 },
    });
    await expect(write(session, summary(NOTE, 'x'.repeat(4_990)))).rejects.toMatchObject({
      problem: { kind: 'invalid', detail: 'too long for the note', longest: 4_989 },
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
      problem: {
        kind: 'invalid',
        status: 422,
        said: "Missing required value for field 'code'!",
        page: `${SITE}/#user/profile/${id}`,
      },
    });
    expect(rowOf(server)?.['active']).toBe(true);
  });

  it('to a choice that was taken away meanwhile is told in its words as well, with its page', async () => {
    const server = fakeZammad();
    const session = await open(server);
    const plan = server.store.attributes.find((one) => one.name === 'plan');
    if (plan !== undefined) plan.data_option['options'] = { pro: 'Professional' };
    const free = { type: 'custom.set', person: id, field: 'plan', from: 'Professional', to: 'Free of charge' } as const;
    await expect(write(session, free)).rejects.toMatchObject({
      problem: { said: "Invalid value 'free' for field 'plan'!", page: `${SITE}/#user/profile/${id}` },
    });
  });

  it('of an address that is refused has no page where it would be taken', async () => {
    const server = fakeZammad();
    const session = await open(server);
    // A server that says of another what nobody could see.
    server.store.attributes.push({
      ...(server.store.attributes[0] ?? fail()),
      name: 'email',
      data_option: { maxlength: 5 },
    });
    const error = await write(session, {
      type: 'email.set',
      person: id,
      at: 0,
      from: { address: address('anna.keller@example.com') },
      to: { address: address('nina@example.net') },
    }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ problem: { kind: 'invalid', said: 'email is longer than the allowed length 5' } });
    expect(error).not.toHaveProperty('problem.page');
  });

  it('that this Zammad cuts shorter than any other does is noticed, and taken back', async () => {
    const server = fakeZammad();
    server.store.lengths = { lastname: 8 };
    await expect(write(await open(server), name('Anna Keller-Wood'))).rejects.toMatchObject({
      problem: { kind: 'invalid', detail: 'the server keeps another value' },
    });
    expect(rowOf(server)).toMatchObject({ firstname: 'Anna', lastname: 'Keller' });
    server.store.lengths = { note: 80 };
    await expect(
      write(await open(server), summary(NOTE, 'One line that is longer '.repeat(4).trim())),
    ).rejects.toMatchObject({
      problem: { kind: 'invalid', detail: 'the server keeps another value' },
    });
    expect(rowOf(server)?.['note']).toBe('<div>Prefers <b>e-mail</b> &amp; letters.</div><div>Pays late.</div>');
  });

  it('that somebody else made meanwhile is not written over', async () => {
    const server = fakeZammad();
    const session = await open(server);
    Object.assign(rowOf(server) ?? {}, { lastname: 'Wood' });
    await expect(write(session, name('Anna Other'))).rejects.toMatchObject({
      problem: { kind: 'conflict', theirs: 'Anna Wood' },
    });
  });

  it('is offered for what can be written alone: language and time zone stand among the preferences', async () => {
    const server = fakeZammad();
    const session = await open(server);
    expect(session.sets).toEqual(['name', 'summary']);
    expect(session.limits).toEqual({ name: 201, summary: 5_000 });
    server.calls.length = 0;
    for (const field of ['language', 'timezone'] as const) {
      await expect(
        write(session, { type: 'person.set', person: id, field, from: null, to: 'de' }),
      ).rejects.toMatchObject({ problem: { kind: 'invalid' } });
    }
    expect(server.calls.filter((call) => call.startsWith('PUT'))).toEqual([]);
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
