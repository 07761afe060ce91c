import { describe, expect, it } from 'vitest';
import { write } from '@/test/connectors/changes';
import { altered } from './altered';
import { open } from './desk';
import { fakeDeskpro } from './server';
import { ANNA, addNote, addTicket, ME } from './store';

const id = String(ANNA);

describe('A helpdesk that answers with somebody else than who was asked for', () => {
  /** Who was merged into another one may lead on to them. */
  const led = () => {
    const server = fakeDeskpro();
    const other = altered(server, (path, json) =>
      new RegExp(`^people/${ANNA}(?:\\?|$)`, 'u').test(path)
        ? { ...json, data: { ...Object(json['data']), id: ME, name: 'Lena Lead' } }
        : undefined,
    );
    return { server, other };
  };

  it('has not that person: nobody else is shown in their place', async () => {
    const { reads, get } = await open(led().other);
    for (const asked of [get(id), reads.details?.(id, { limit: 1 }), reads.security?.(id), reads.unseen?.(id)]) {
      await expect(asked).rejects.toMatchObject({ problem: { kind: 'missing' } });
    }
  });

  it('is sent no change: it would be made to the other one', async () => {
    const { server, other } = led();
    const session = await open(other);
    const before = structuredClone(server.store.people);
    const summary = { type: 'person.set', person: id, field: 'summary', from: 'Prefers e-mail.', to: 'New' } as const;
    await expect(write(session, summary)).rejects.toMatchObject({ problem: { kind: 'missing' } });
    const erase = { type: 'person.erase', person: id, version: null } as const;
    await expect(write(session, erase)).rejects.toMatchObject({ problem: { kind: 'missing' } });
    expect(server.store.people).toEqual(before);
    expect(server.calls.filter((call) => /^(?:PUT|DELETE)/u.test(call))).toEqual([]);
  });

  it('is sent no change of a ticket or a note that is another one', async () => {
    const server = fakeDeskpro();
    const ticket = String(addTicket(server.store, { person: ANNA }).id);
    const note = String(addNote(server.store, { person: ANNA, note: 'Called' }).id);
    const other = altered(server, (path, json) =>
      new RegExp(`^(?:tickets/${ticket}|people/${ANNA}/notes/${note})$`, 'u').test(path)
        ? { ...json, data: { ...Object(json['data']), id: 1 } }
        : undefined,
    );
    const session = await open(other);
    const state = { type: 'ticket.state', person: id, ticket, from: 'waiting-us', to: 'resolved' } as const;
    await expect(write(session, state)).rejects.toMatchObject({ problem: { kind: 'missing' } });
    const text = { type: 'note.set', person: id, note, from: 'Called', to: 'Called twice' } as const;
    await expect(write(session, text)).rejects.toMatchObject({ problem: { kind: 'missing' } });
    expect(server.calls.filter((call) => call.startsWith('PUT'))).toEqual([]);
  });
});
