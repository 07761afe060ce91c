// An answer that never came: what became of the change is found out before anything else is done.
import { describe, expect, it, vi } from 'vitest';
import { NO_SIGHT } from '@/test/support/acted';
import { address, note, person, ticket } from '@/test/support/people';
import { gate, place } from '@/test/support/places';
import { planAll } from '@/utils/actions';
import type { Chosen } from '@/utils/actions/inputs';
import type { Change, Stamp } from '@/utils/changes/types';
import type { Session } from '@/utils/connectors/types';
import { makeJournal, openStore } from '@/utils/journal';
import { settled } from '@/utils/journal/settle';
import type { Part, PersonRef, Ticket } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import { fakeServer, refused } from './server';

const stamp: Stamp = { entry: 'e', step: 0, at: '2026-11-21T12:00:00.000Z' };
const anna = person({ summary: 'now', labels: ['vip'], version: '7' });
const later = { createdAt: '2026-11-21T12:00:01.000Z' };

const session = (some: Partial<Session> = {}): Session => place('rt', { get: async () => anna, ...some }).session;
const part = <Item>(...items: readonly Item[]): Part<Item> => ({ items, total: items.length });

describe('a connection that keeps stamps', () => {
  it('is asked by the stamp alone', async () => {
    const made = vi.fn(async () => ({ id: '5', version: '2' }));
    const change: Change = { type: 'person.set', person: '1', field: 'summary', from: 'a', to: 'b' };
    expect(await settled(session({ made }), change, stamp)).toEqual({ state: 'made', made: { id: '5', version: '2' } });
    expect(made).toHaveBeenCalledWith(stamp);
    expect(await settled(session({ made: async () => null }), change, stamp)).toEqual({ state: 'not-made' });
  });
});

describe('of a connection that keeps none', () => {
  const set = (from: string, to: string): Change => ({ type: 'person.set', person: '1', field: 'summary', from, to });

  it.each([
    [set('a', 'now'), { state: 'made', made: { id: '1', version: '7' } }],
    [set('now', 'b'), { state: 'not-made' }],
    [set('a', 'b'), { state: 'else', theirs: 'now' }],
  ])('a value is read: %j', async (change, wanted) => {
    expect(await settled(session(), change, stamp)).toEqual(wanted);
  });

  it('a telephone is known by its number where the server calls its places by names of its own', async () => {
    const phone = (value: string, label: string) => ({ type: 'phone', label, value }) as const;
    const room = { contacts: [{ type: 'phone', count: 4 }] } as const;
    const there = person({ fields: [phone('+49 1', 'Work')], version: '7' });
    const set = (from: string | null, to: string | null): Change => ({
      type: 'contact.set',
      person: '1',
      at: 0,
      from: from === null ? null : phone(from, 'Work'),
      to: to === null ? null : phone(to, 'Front desk'),
    });
    const of = async (change: Change) =>
      (await settled(session({ room, get: async () => there }), change, stamp)).state;
    expect(await of(set(null, '+49 1'))).toBe('made');
    expect(await of(set('+49 2', '+49 1'))).toBe('made');
    expect(await of(set(null, '+49 3'))).toBe('not-made');
    expect(await of(set('+49 1', '+49 3'))).toBe('not-made');
    expect(await of(set('+49 2', null))).toBe('made');
    expect(await of(set('+49 2', '+49 3'))).toBe('else');
  });

  it('the organisation that was made has its own id', async () => {
    const bauer = person({ memberships: [{ organisation: '9', name: 'Bauer' }] });
    const change: Change = {
      type: 'membership.set',
      person: '1',
      organisation: { id: null, name: 'Bauer' },
      at: 0,
      from: null,
      to: { position: '', manager: false },
    };
    expect(await settled(session({ get: async () => bauer }), change, stamp)).toMatchObject({ made: { id: '9' } });
  });

  const on = { person: '1' } as const;
  const file = { id: '4', name: 'a.pdf', size: 10, type: 'application/pdf' };
  const here = (change: Change, reads: Session['reads'], some: Partial<Session> = {}) =>
    settled(session({ reads, ...some }), change, stamp);
  const add = { ...on, type: 'note.add', text: 'call her', files: [], again: null } as const;

  it('a note is looked for among those written since', async () => {
    const there = note({ id: '3', text: 'call her', ...later });
    expect(await here(add, { notes: async () => part(there) })).toMatchObject({ state: 'made', made: { id: '3' } });
    const before = note({ id: '2', text: 'call her', createdAt: '2026-11-01T00:00:00.000Z' });
    expect(await here(add, { notes: async () => part(before) })).toEqual({ state: 'not-made' });
  });

  it('an edited note is read, a removed one is gone', async () => {
    const edit: Change = { ...on, type: 'note.set', note: '3', from: 'a', to: 'b' };
    const reading = (text: string) => ({ notes: async () => part(note({ id: '3', text })) });
    expect(await here(edit, reading('b'))).toMatchObject({ state: 'made' });
    expect(await here(edit, reading('a'))).toEqual({ state: 'not-made' });
    expect(await here(edit, reading('c'))).toEqual({ state: 'else', theirs: 'c' });
    const remove: Change = { ...on, type: 'note.remove', note: note({ id: '3' }) };
    expect(await here(remove, reading('a'))).toEqual({ state: 'not-made' });
    expect(await here(remove, { notes: async () => part() })).toMatchObject({ state: 'made' });
  });

  it('a file is looked for by its name and size', async () => {
    const added: Change = { ...on, type: 'file.add', file: { ...file, staged: 's' }, again: null };
    expect(await here(added, { files: async () => part(file) })).toMatchObject({ state: 'made', made: { id: '4' } });
    expect(await here(added, { files: async () => part({ ...file, size: 11 }) })).toEqual({ state: 'not-made' });
    const removed: Change = { ...on, type: 'file.remove', file };
    expect(await here(removed, { files: async () => part(file) })).toEqual({ state: 'not-made' });
    expect(await here(removed, {})).toMatchObject({ state: 'made' });
  });

  it('a ticket is looked for by its title, and its values are read', async () => {
    const there = ticket({ id: '8', title: 'Invoice', urgent: true, state: 'hold', ...later });
    const reads = {
      tickets: async (_: string, which: string) => (which === 'open' ? part<Ticket>(there) : part<Ticket>()),
    };
    const created: Change = { ...on, type: 'ticket.create', title: 'Invoice', text: '', urgent: true };
    expect(await here(created, reads)).toMatchObject({ made: { id: '8', version: there.updatedAt } });
    expect(await here({ ...created, title: 'Other' }, reads)).toEqual({ state: 'not-made' });
    const state: Change = { ...on, type: 'ticket.state', ticket: '8', from: 'new', to: 'hold' };
    expect(await here(state, reads)).toMatchObject({ state: 'made' });
    expect(await here({ ...state, to: 'resolved' }, reads)).toEqual({ state: 'else', theirs: 'hold' });
    const urgent: Change = { ...on, type: 'ticket.urgent', ticket: '8', from: true, to: false };
    expect(await here(urgent, reads)).toEqual({ state: 'not-made' });
    const notify: Change = { ...on, type: 'ticket.notify', ticket: '8', from: null, to: address('a@example.com') };
    expect(await here(notify, reads)).toEqual({ state: 'not-made' });
    const gone: Change = { ...on, type: 'ticket.delete', ticket: '8', version: '' };
    expect(await here(gone, reads)).toEqual({ state: 'not-made' });
    expect(await here({ ...gone, ticket: '9' }, reads)).toMatchObject({ state: 'made' });
  });

  it('a new person is looked for by address and name, a deleted one is missing', async () => {
    const create: Change = {
      type: 'person.create',
      person: null,
      draft: { name: 'Anna Keller', addresses: [address('anna@example.com')] },
    };
    const there = { person: person({ ...later }), reason: { kind: 'primary' }, openTickets: 0, tickets: 0 } as const;
    expect(await here(create, {}, { find: async () => [there] })).toMatchObject({ state: 'made', made: { id: '1' } });
    expect(await here(create, {}, { find: async () => [] })).toEqual({ state: 'not-made' });
    const remove: Change = { ...on, type: 'person.delete', version: '1' };
    expect(await here(remove, {})).toEqual({ state: 'not-made' });
    const missing = async () => {
      throw new ProblemError({ kind: 'missing' });
    };
    expect(await here(remove, {}, { get: missing })).toMatchObject({ state: 'made' });
  });

  it('a server that cannot be reached tells nothing', async () => {
    const offline = async () => {
      throw new ProblemError({ kind: 'offline' });
    };
    await expect(here({ ...on, type: 'person.delete', version: '1' }, {}, { get: offline })).rejects.toThrow();
  });
});

describe('an answer that got lost', () => {
  const store = openStore('settle-test');
  const ids = { count: 0 };
  const setUp = (hooks: Parameters<typeof fakeServer>[1]) => {
    ids.count += 1;
    const ref: PersonRef = { connection: 'book', id: `p${ids.count}` };
    const server = fakeServer([person({ ref, summary: 'old' })], hooks);
    const start = () =>
      makeJournal({ store, sessionOf: server.sessionOf, changed: async () => undefined, now: () => new Date() });
    return { ref, server, start, journal: start() };
  };
  const edit = (ref: PersonRef, ...chosen: readonly Chosen[]) => ({
    connection: 'book',
    person: ref.id,
    action: 'edit-person' as const,
    needs: [],
    plan: async (session: Session) => planAll(await session.get(ref.id), chosen, NO_SIGHT),
  });
  const summary = (from: string, to: string): Chosen => ({ action: 'set-summary', input: { from, to } });
  const lose = (when: 'before' | 'after') => {
    const lost = { yet: false };
    return async (at: string) => {
      if (at !== when || lost.yet) return;
      lost.yet = true;
      throw refused('timeout');
    };
  };

  it('of a change that was made is no failure', async () => {
    const { ref, server, journal } = setUp({ at: lose('after') });
    expect(await journal.run(edit(ref, summary('old', 'new')))).toMatchObject({ state: 'done' });
    expect(server.person(ref.id).summary).toBe('new');
  });

  it('of a change that was not made is told, and nothing is sent a second time', async () => {
    const { ref, server, journal } = setUp({ at: lose('before'), stamps: false });
    await expect(journal.run(edit(ref, summary('old', 'new')))).rejects.toMatchObject({ problem: { kind: 'timeout' } });
    expect(server.state.written).toEqual([]);
    expect((await journal.entries(ref, 1))[0]?.state).toBe('failed');
  });

  it('while nobody can be asked holds up what comes after, until it is known', async () => {
    const { ref, server, journal } = setUp({ at: lose('after') });
    const down = vi.spyOn(server.session, 'made').mockRejectedValue(refused('offline'));
    await expect(journal.run(edit(ref, summary('old', 'new')))).rejects.toMatchObject({ problem: { kind: 'timeout' } });
    expect((await journal.entries(ref, 1))[0]?.state).toBe('waiting');
    const label: Chosen = { action: 'set-label', input: { label: 'vip', on: true } };
    await expect(journal.run(edit(ref, label))).rejects.toMatchObject({ problem: { kind: 'offline' } });
    expect(server.person(ref.id).labels).toEqual([]);
    down.mockRestore();
    await journal.run(edit(ref, label));
    expect((await journal.entries(ref, 9)).map(({ state }) => state)).toEqual(['done', 'done']);
    expect(server.state.written.map(({ change }) => change.type)).toEqual(['person.set', 'label.set']);
  });

  it('of a connection that cannot be opened at the next start holds up what comes after, until it can', async () => {
    const stuck = gate<undefined>();
    const { ref, server, journal, start } = setUp({
      at: (when) => (when === 'before' && server.state.written.length === 0 ? stuck.promise : Promise.resolve()),
    });
    void journal.run(edit(ref, summary('old', 'new')));
    await vi.waitFor(async () => expect(await store.of('book', ref.id, 1)).toHaveLength(1));
    server.sessionOf.mockRejectedValue(refused('locked'));
    const next = start();
    await next.settle();
    const label: Chosen = { action: 'set-label', input: { label: 'vip', on: true } };
    await expect(next.run(edit(ref, label))).rejects.toMatchObject({ problem: { kind: 'locked' } });
    expect((await next.entries(ref, 9)).map(({ state }) => state)).toEqual(['sending']);
    server.sessionOf.mockResolvedValue(server.session);
    server.state.hooks = {};
    await next.run(edit(ref, label));
    expect(server.state.written.map(({ change }) => change.type)).toEqual(['person.set', 'label.set']);
    expect((await next.entries(ref, 9)).map(({ state }) => state)).toEqual(['done', 'done']);
  });

  it('of an entry whose connection is gone ends it', async () => {
    const stuck = gate<undefined>();
    const { ref, server, journal, start } = setUp({
      at: (when) => (when === 'after' ? stuck.promise : Promise.resolve()),
    });
    void journal.run(edit(ref, summary('old', 'new')));
    await vi.waitFor(() => expect(server.state.written).toHaveLength(1));
    server.sessionOf.mockRejectedValue(refused('missing'));
    const next = start();
    await next.settle();
    expect((await next.entries(ref, 1))[0]).toMatchObject({ state: 'failed', problem: { kind: 'missing' } });
  });
});
