// A merge in the own book, through the journal: what becomes of both, and that Undo brings both back.
import { beforeEach, describe, expect, it } from 'vitest';
import { journalOn } from '@/test/support/acted';
import { ownBook, someoneIn } from '@/test/support/own-book';
import { address } from '@/test/support/people';
import { stored } from '@/test/support/stored';
import type { Chosen, Input } from '@/utils/actions/inputs';
import { bookDatabase, deleteBook } from '@/utils/connectors/local/database';
import { compare } from '@/utils/merge';
import type { Person } from '@/utils/people/types';

const DAY = 24 * 60 * 60 * 1000;

beforeEach(() => deleteBook('own'));

/** Two people in an empty book, each with something of everything. */
async function two() {
  const { session } = await ownBook();
  const [a, b] = [await someoneIn(session), await someoneIn(session)];
  const journal = journalOn(session);
  const { tickets, charges, chats, activity, signIns } = bookDatabase('own');
  const whose = { person: Number(b.ref.id), at: '2026-11-01T08:00:00.000Z' };
  const [first] = await tickets.where('[person+updatedAt]').between([whose.person], [whose.person, []]).toArray();
  await charges.add({ ...whose, text: 'Call', seconds: 60, ...(first && { ticket: first.id }) });
  await chats.add({ ...whose, subject: 'Hello', lines: [] });
  await activity.add({ ...whose, what: 'wrote' });
  await signIns.add({ ...whose, browser: 'Firefox', ok: true });
  const read = async () => ({ stays: await session.get(a.ref.id), goes: await session.get(b.ref.id) });
  const act = (chosen: Chosen) => journal.act(a.ref, chosen);
  /** The id of the entry. */
  const merge = async (some: Partial<Input<'merge'>> = {}): Promise<string> => {
    const { stays, goes } = await read();
    const versions = { stays: stays.version ?? null, goes: goes.version ?? null };
    const input = { goes: b.ref.id, keep: {}, primary: null, versions, ...some };
    return (await act({ action: 'merge', input }))?.id ?? '';
  };
  return { session, journal, a, b, read, act, merge };
}

const plain = ({ version: _version, ...person }: Person) => person;

describe('who was merged in', () => {
  it('is found by none of the ways, but answers to the old id and the old address as the one who stays', async () => {
    const { session, a, b, merge } = await two();
    await merge();
    expect((await session.get(b.ref.id)).ref).toEqual(a.ref);
    const found = await session.find(address(`home@${b.domain}`));
    expect(found.map(({ person }) => person.ref.id)).toEqual([a.ref.id]);
    expect(await bookDatabase('own').people.count()).toBe(1);
  });

  it('gives all that is theirs, as many as was counted before', async () => {
    const { session, a, b, merge } = await two();
    const before = [await session.reads.holdings?.(a.ref.id), await session.reads.holdings?.(b.ref.id)];
    await merge();
    const after = await session.reads.holdings?.(a.ref.id);
    expect(before.map((one) => one?.tickets?.count)).toEqual([1, 1]);
    expect(after).toMatchObject({
      tickets: { count: 2, open: 2 },
      notes: { count: 2 },
      charges: { count: 1, seconds: 60 },
      chats: 1,
    });
    const belongings = await session.reads.belongings?.(a.ref.id);
    expect(belongings?.activity).toHaveLength(2);
  });
});

describe('who stays', () => {
  it('has what was shown before', async () => {
    const { session, a, merge, read } = await two();
    const choice = { keep: { summary: 'stays' } as const, primary: null };
    const shown = compare({ ...(await read()), ...choice });
    await merge(choice);
    const now = await session.get(a.ref.id);
    expect(now.emails).toEqual(shown.addresses.map(({ address: one, primary }) => ({ address: one, primary })));
    expect(now.labels).toEqual(shown.labels.map(({ label }) => label));
    expect(now.memberships.map(({ name }) => name)).toEqual(shown.memberships.map(({ membership }) => membership.name));
    expect(now.fields.filter(({ custom }) => !custom)).toEqual(shown.contacts.map(({ value }) => value));
  });

  it('has a label and a phone number that both have once, however the other writes them', async () => {
    const { session, b, a, journal, merge } = await two();
    await journal.act(b.ref, { action: 'set-label', input: { label: 'vip', on: false } });
    await journal.act(b.ref, { action: 'set-label', input: { label: 'VIP', on: true } });
    const [from] = (await session.get(b.ref.id)).fields;
    const to = { type: 'phone', label: 'Work', value: '0049 30 / 90-18-20' } as const;
    await journal.act(b.ref, { action: 'edit-contact', input: { from: from ?? null, to } });
    await merge();
    const { labels, fields } = await session.get(a.ref.id);
    expect(labels).toEqual(['vip', 'late', 'press']);
    expect(fields.filter(({ type }) => type === 'phone').map(({ value }) => value)).toEqual([
      '+49 30 901820',
      '+49 171 5550100',
    ]);
  });

  it('has the primary address that was chosen of the other, and the values chosen of them', async () => {
    const { session, a, b, journal, merge } = await two();
    await journal.act(b.ref, { action: 'set-summary', input: { from: 'Prefers the phone.', to: 'Prefers mail.' } });
    await merge({ primary: address(`third@${b.domain}`), keep: { summary: 'goes' } });
    const { emails, summary } = await session.get(a.ref.id);
    expect(emails.find(({ primary }) => primary)?.address).toBe(`third@${b.domain}`);
    expect(emails.filter(({ primary }) => primary)).toHaveLength(1);
    expect(summary).toBe('Prefers mail.');
  });

  it('is in the organisations of both; of one that both are in, with the chosen position', async () => {
    const { session, a, b, journal, merge } = await two();
    const [own] = (await session.get(a.ref.id)).memberships;
    const organisation = { id: own?.organisation ?? '', name: own?.name ?? '' };
    const to = { position: 'Head', manager: false };
    await journal.act(b.ref, { action: 'set-membership', input: { organisation, from: null, to } });
    await merge({ keep: { [`position:${organisation.id}`]: 'goes' } });
    const { memberships } = await session.get(a.ref.id);
    expect(memberships.map(({ name, position }) => [name, position])).toEqual([
      [`Bauer ${a.domain}`, 'Head'],
      [`Bauer ${b.domain}`, 'Buyer'],
    ]);
  });
});

describe('Undo', () => {
  it('brings both back exactly as they were, days later too', async () => {
    const { session, journal, a, b, merge } = await two();
    const before = { book: await stored(), a: await session.get(a.ref.id), b: await session.get(b.ref.id) };
    const entry = await merge({ primary: address(`home@${b.domain}`), keep: { summary: 'goes' } });
    await journal.wait(5 * DAY);
    await journal.undo(entry);
    expect(plain(await session.get(a.ref.id))).toEqual(plain(before.a));
    expect(await session.get(b.ref.id)).toEqual(before.b);
    expect(await stored()).toEqual(before.book);
  });

  it('leaves tickets, notes and files at the time they were last changed', async () => {
    const { journal, b, merge } = await two();
    const { tickets, notes } = bookDatabase('own');
    const before = [await tickets.toArray(), await notes.toArray()];
    await journal.undo(await merge());
    expect([await tickets.toArray(), await notes.toArray()]).toEqual(before);
    expect((await tickets.toArray()).filter(({ person }) => String(person) === b.ref.id)).toHaveLength(1);
  });

  it('after other edits restores what nobody touched, and tells the rest', async () => {
    const { session, journal, a, b, act, merge } = await two();
    await journal.act(b.ref, { action: 'set-summary', input: { from: 'Prefers the phone.', to: 'Prefers mail.' } });
    await journal.act(b.ref, { action: 'set-label', input: { label: 'beta', on: true } });
    const goes = await session.get(b.ref.id);
    const entry = await merge({ keep: { summary: 'goes' } });
    await act({ action: 'set-summary', input: { from: 'Prefers mail.', to: 'Writes at night.' } });
    await act({ action: 'set-label', input: { label: 'beta', on: false } });
    await act({ action: 'add-note', input: { text: 'Since then.', files: [] } });
    await journal.wait(3 * DAY);

    await expect(journal.undo(entry)).rejects.toMatchObject({ problem: { kind: 'conflict', left: { count: 2 } } });
    const stays = await session.get(a.ref.id);
    expect(stays.summary).toBe('Writes at night.');
    expect(stays.emails.map(({ address: one }) => one)).toEqual(
      ['mail', 'home', 'third'].map((one) => `${one}@${a.domain}`),
    );
    expect(await session.get(b.ref.id)).toEqual(goes);
    expect((await session.reads.notes?.(a.ref.id, { limit: 9 }))?.items.map(({ text }) => text)).toEqual([
      'Since then.',
      'Call her.',
    ]);
    expect((await session.reads.tickets?.(b.ref.id, 'open', { limit: 9 }))?.total).toBe(1);
  });

  it('twice is refused, and changes nothing', async () => {
    const { journal, merge } = await two();
    const entry = await merge();
    await journal.undo(entry);
    const book = await stored();
    await expect(journal.undo(entry)).rejects.toMatchObject({ problem: { kind: 'missing' } });
    expect(await stored()).toEqual(book);
  });

  it('of a merge, and the merge once more, are both there to be undone', async () => {
    const { journal, merge } = await two();
    const before = await stored();
    await journal.undo(await merge());
    const again = await merge();
    expect(await stored()).not.toEqual(before);
    await journal.undo(again);
    expect(await stored()).toEqual(before);
  });
});

describe('who was merged into somebody who is merged in then', () => {
  async function three() {
    const { session, journal, a, b, merge } = await two();
    const before = await stored();
    const inner = await merge();
    const c = await someoneIn(session);
    const versions = {
      stays: (await session.get(c.ref.id)).version ?? null,
      goes: (await session.get(a.ref.id)).version ?? null,
    };
    const middle = await stored();
    const input = { goes: a.ref.id, keep: {}, primary: null, versions };
    const outer = (await journal.act(c.ref, { action: 'merge', input }))?.id ?? '';
    return { session, journal, a, b, c, before, middle, inner, outer };
  }

  it('answers as the last of them, who has all', async () => {
    const { session, a, b, c } = await three();
    for (const { ref } of [a, b]) expect((await session.get(ref.id)).ref).toEqual(c.ref);
    expect((await session.get(c.ref.id)).emails).toHaveLength(9);
    expect((await session.reads.tickets?.(c.ref.id, 'open', { limit: 9 }))?.total).toBe(3);
  });

  it('comes back by undoing the one and then the other', async () => {
    const { journal, before, middle, inner, outer, session, a, b } = await three();
    await journal.undo(outer);
    expect(await stored()).toEqual(middle);
    await journal.undo(inner);
    for (const { ref } of [a, b]) expect((await session.get(ref.id)).ref).toEqual(ref);
    expect((await stored())['merged']).toEqual(before['merged']);
  });

  it('does not come back before, and nothing is torn apart by trying', async () => {
    const { journal, inner, outer, middle } = await three();
    const book = await stored();
    await expect(journal.undo(inner)).rejects.toMatchObject({ problem: { kind: 'conflict' } });
    expect(await stored()).toEqual(book);
    await journal.undo(outer);
    expect(await stored()).toEqual(middle);
  });
});

it('A merge stands in both histories, and the one merged in waits for it', async () => {
  const { journal, a, b, merge } = await two();
  const entry = await merge();
  expect((await journal.entries(a.ref, 1))[0]?.id).toBe(entry);
  expect((await journal.entries(b.ref, 1))[0]?.id).toBe(entry);
});
