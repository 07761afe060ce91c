import { describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/changes';
import { freshMemory } from '@/test/support/open';
import type { Change } from '@/utils/changes/types';
import { deskpro } from '@/utils/connectors/deskpro';
import { proofsOf } from '@/utils/connectors/deskpro/proofs';
import type { Memory, Opened } from '@/utils/connectors/types';
import { connection, DIALECTS, way } from './desk';
import { type FakeDeskpro, fakeDeskpro, SITE } from './server';
import { ANNA } from './store';

const id = String(ANNA);
const open = (server: FakeDeskpro, memory: Memory = freshMemory(), settings = {}): Promise<Opened> =>
  deskpro.open({ ...connection, settings: { ...connection.settings, ...settings } }, way(server), memory);
const make = ({ login: _, ...opened }: Opened, change: Change) => write({ ...opened, denied: [] }, change);

const label: Change = { type: 'label.set', person: id, label: 'late', at: 0, from: false, to: true };
const summary: Change = { type: 'person.set', person: id, field: 'summary', from: 'Prefers e-mail.', to: 'Calls.' };
const note: Change = { type: 'note.add', person: id, text: 'Called', files: [], again: null };

describe.each(DIALECTS)('What was seen in no public client of Deskpro (%s)', (dialect) => {
  const page = `${SITE}/${dialect === 'legacy' ? 'agent' : 'app'}`;

  it('is offered as unproven until it was used once, also after a restart', async () => {
    const server = fakeDeskpro(dialect);
    const memory = freshMemory();
    const session = await open(server, memory);
    expect(await session.proof?.()).toMatchObject({
      unproven: expect.arrayContaining(['label.set', 'note.add']),
      without: [],
    });
    expect((await session.proof?.())?.unproven).not.toContain('custom.set');
    await make(session, label);
    await make(session, note);
    const again = await (await open(server, memory)).proof?.();
    expect(again?.unproven).not.toContain('label.set');
    expect(again?.unproven).not.toContain('note.add');
    expect(again?.unproven).toContain('group.set');
  });

  it('asks nothing of the server to tell what was found out', async () => {
    const server = fakeDeskpro(dialect);
    await (await open(server)).proof?.();
    expect(server.calls).toEqual([]);
  });

  it('is taken away where the helpdesk refuses the field; nothing was changed, and its own page is named', async () => {
    const server = fakeDeskpro(dialect);
    server.fixedFields.add('labels');
    const memory = freshMemory();
    const session = await open(server, memory);
    const before = structuredClone(server.store.people);
    await expect(make(session, label)).rejects.toMatchObject({
      problem: { kind: 'invalid', because: 'no-field', page },
    });
    // It was looked at again.
    expect(server.calls.at(-1)).toBe(`GET /people/${id}`);
    expect(server.store.people).toEqual(before);
    expect(await (await open(server, memory)).proof?.()).toMatchObject({ without: ['label.set'] });
  });

  it('of single values is taken away by itself, and the others stay', async () => {
    const server = fakeDeskpro(dialect);
    server.fixedFields.add('summary');
    const session = await open(server);
    await expect(make(session, summary)).rejects.toMatchObject({ problem: { because: 'no-field', page } });
    expect(await session.proof?.()).toMatchObject({ sets: ['name', 'timezone', 'language'], without: [] });
  });

  it.each([404, 405] as const)('is taken away where there is no such call (%s)', async (status) => {
    const server = fakeDeskpro(dialect);
    server.lacks.set('POST people/notes', status);
    const session = await open(server);
    await expect(make(session, note)).rejects.toMatchObject({ problem: { kind: 'invalid', because: 'no-call', page } });
    expect((await session.proof?.())?.without).toEqual(['note.add']);
  });

  it('is taken away where the helpdesk takes it without a word and leaves all as it was', async () => {
    const server = fakeDeskpro(dialect);
    server.ignoredFields.add('labels');
    const session = await open(server);
    await expect(make(session, label)).rejects.toMatchObject({ problem: { because: 'not-kept', page } });
    expect((await session.proof?.())?.without).toEqual(['label.set']);
  });

  it('is not taken away where the helpdesk made something else of it', async () => {
    const server = fakeDeskpro(dialect);
    server.contacts = 'added';
    const session = await open(server);
    const phone = { type: 'phone', value: '0800 1' } as const;
    const add = { type: 'contact.set', person: id, at: 0, from: null, to: phone } as const;
    await expect(make(session, add)).rejects.toMatchObject({ problem: { because: 'not-kept' } });
    expect((await session.proof?.())?.without).toEqual([]);
  });

  it('that this login may not do is refused, and found out nothing about the helpdesk', async () => {
    const server = fakeDeskpro(dialect);
    server.refuses.push('PUT people');
    const session = await open(server);
    const before = await session.proof?.();
    await expect(make(session, label)).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
    expect(await session.proof?.()).toEqual(before);
  });

  it('is not taken away for somebody who is gone', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    await expect(make(session, { ...note, person: '99' })).rejects.toMatchObject({ problem: { kind: 'missing' } });
    expect((await session.proof?.())?.without).toEqual([]);
  });

  it('is not taken away for a value that the helpdesk refuses, whose words are told', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    const ghost = address('ghost@example.org');
    const add = { type: 'email.set', person: id, at: 1, from: null, to: { address: ghost } } as const;
    await expect(make(session, add)).rejects.toMatchObject({
      problem: { kind: 'conflict', because: 'hidden-address' },
    });
    expect((await session.proof?.())?.without).toEqual([]);
  });

  it('of a password is proven by the answer alone, and disproven by it', async () => {
    const server = fakeDeskpro(dialect);
    const password = { type: 'login.password', person: id, secret: 'Correct-Horse-7' } as const;
    const session = await open(server);
    server.fixedFields.add('password');
    await expect(make(session, password)).rejects.toMatchObject({ problem: { because: 'no-field' } });
    expect((await session.proof?.())?.without).toEqual(['login.password']);
    server.fixedFields.delete('password');
    await make(session, password);
    expect(await session.proof?.()).toMatchObject({ without: [] });
  });
});

describe('What was found out about a Deskpro', () => {
  it('is forgotten with another build of it', async () => {
    const memory = freshMemory();
    const proofs = proofsOf(memory, ['name', 'summary']);
    await proofs.build('2026.1.0');
    await Promise.all([proofs.gone('label.set'), proofs.gone('person.set summary'), proofs.worked('note.add')]);
    expect(await proofs.proof()).toMatchObject({ without: ['label.set'], sets: ['name'] });
    await proofs.build('2026.1.0');
    await proofs.build('');
    expect((await proofs.proof()).without).toEqual(['label.set']);
    await proofs.build('2026.2.0');
    expect(await proofs.proof()).toMatchObject({ without: [], sets: ['name', 'summary'] });
    expect((await proofs.proof()).unproven).toContain('note.add');
  });

  it('that cannot be read any more is nothing', async () => {
    const memory = freshMemory();
    await memory.lasting.write('proofs', { gone: 7 });
    expect((await proofsOf(memory, ['name']).proof()).without).toEqual([]);
  });

  it('says nothing of what a call of the administrator’s does', async () => {
    const own = proofsOf(freshMemory(), [], new Set(['login.password']));
    expect((await own.proof()).unproven).not.toContain('login.password');
  });
});
