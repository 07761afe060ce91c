// What pages ask of the queue, of drafts and of bans, by the messages that they send.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ownBook, someoneIn } from '@/test/support/own-book';
import { address } from '@/test/support/people';
import { rooms } from '@/test/support/rooms';
import type { Chosen } from '@/utils/actions/inputs';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-21T12:00:00.000Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

async function setUp() {
  const book = await ownBook();
  const { ref, domain } = await someoneIn(book.session);
  const { version = null } = await book.session.get(ref.id);
  const made = rooms([book]);
  const deleteAndBan: Chosen = { action: 'delete-and-ban', input: { version } };
  return { ...made, ref, domain, version, deleteAndBan, session: book.session };
}

const summary: Chosen = { action: 'set-summary', input: { from: 'Prefers the phone.', to: 'Prefers mail.' } };

describe('a plan', () => {
  it('shows the changes and which of them are final, and runs when it is confirmed', async () => {
    const { acting, ref, session, deleteAndBan } = await setUp();
    const plan = await acting['action.plan']({ ref, chosen: deleteAndBan });
    expect(plan.changes.map(({ type }) => type)).toEqual(['address.ban', 'address.ban', 'address.ban', 'person.erase']);
    expect(plan.final).toEqual([3]);
    const shown = await acting['action.plan']({ ref, chosen: summary });
    const ran = await acting['action.confirm']({ draft: shown.draft });
    expect((await session.get(ref.id)).summary).toBe('Prefers mail.');
    await acting['action.undo']({ entry: ran.entry });
    expect((await session.get(ref.id)).summary).toBe('Prefers the phone.');
  });

  it('that was dropped is confirmed no more', async () => {
    const { acting, ref } = await setUp();
    const { draft } = await acting['action.plan']({ ref, chosen: summary });
    await acting['action.drop']({ entry: draft });
    await expect(acting['action.confirm']({ draft })).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });
});

describe('a deletion', () => {
  it('is held, told until when, stands in History so, and goes when its time is over', async () => {
    const { acting, ref, session, deleteAndBan, journal, domain } = await setUp();
    const ran = await acting['action.run']({ ref, chosen: deleteAndBan });
    expect(ran).toMatchObject({ made: [], final: true, heldUntil: Date.now() + 10_000 });
    expect(await acting.entries({ ref, limit: 5 })).toMatchObject([{ id: ran.entry, state: 'held', canUndo: false }]);
    vi.setSystemTime(Date.now() + 10_000);
    await journal.due();
    await expect(session.get(ref.id)).rejects.toMatchObject({ problem: { kind: 'missing' } });
    const lifted = await acting['ban.lift']({ connection: ref.connection, address: address(`mail@${domain}`) });
    const banned = async () => (await session.reads.bans?.({ limit: 100 }))?.items.map((one) => one.address);
    expect(await banned()).not.toContain(`mail@${domain}`);
    expect(await banned()).toContain(`home@${domain}`);
    await acting['action.undo']({ entry: lifted.entry });
    expect(await banned()).toContain(`mail@${domain}`);
  });

  it('is gone after Undo', async () => {
    const { acting, ref, session, deleteAndBan, journal } = await setUp();
    const { entry } = await acting['action.run']({ ref, chosen: deleteAndBan });
    expect(await acting['action.undo']({ entry })).toEqual({ entry: '', made: [] });
    vi.setSystemTime(Date.now() + 20_000);
    await journal.due();
    expect((await session.get(ref.id)).ref).toEqual(ref);
    expect(await acting.entries({ ref, limit: 5 })).toEqual([]);
  });
});

describe('an undo that left something', () => {
  it('makes what the agent writes instead', async () => {
    const { acting, ref, session } = await setUp();
    const { entry } = await acting['action.run']({ ref, chosen: summary });
    const later = { action: 'set-summary', input: { from: 'Prefers mail.', to: 'Prefers chats.' } } as const;
    await acting['action.run']({ ref, chosen: later });
    await expect(acting['action.undo']({ entry })).rejects.toMatchObject({ problem: { kind: 'conflict' } });
    const [undo] = await acting.entries({ ref, limit: 1 });
    await acting['entry.resolve']({ entry: undo?.id ?? '', mine: [0], texts: { 0: 'Phone or chat.' } });
    expect((await session.get(ref.id)).summary).toBe('Phone or chat.');
  });
});
