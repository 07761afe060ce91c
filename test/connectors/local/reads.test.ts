import { beforeEach, describe, expect, it } from 'vitest';
import type { Reads } from '@/utils/connectors/types';
import { emptyBooks, openBook } from './book';
import { addPerson } from './rows';

beforeEach(emptyBooks);

const some = { limit: 5 };
const everybody = { text: 'a', role: 'anyone', group: null, label: null, sort: 'best' } as const;
/** A book kept in this browser has no sign-in, no pages of its own that name a ticket, and keeps nothing from anybody. */
type BookReads = Required<
  Omit<Reads, 'security' | 'suspects' | 'requestors' | 'archived' | 'unseen' | 'leaving' | 'sees' | 'picture' | 'news'>
>;
const calls: {
  readonly [Name in keyof BookReads]: (reads: BookReads, id: string, signal?: AbortSignal) => Promise<unknown>;
} = {
  tickets: (reads, id, signal) => reads.tickets(id, 'open', some, signal),
  ticket: (reads, id, signal) => reads.ticket(id, signal),
  notes: (reads, id, signal) => reads.notes(id, some, signal),
  files: (reads, id, signal) => reads.files(id, some, signal),
  file: (reads, id, signal) => reads.file(id, signal),
  billing: (reads, id, signal) => reads.billing(id, { ...some, now: '2026-11-21T12:00:00Z' }, signal),
  chats: (reads, id, signal) => reads.chats(id, some, signal),
  history: (reads, id, signal) => reads.history(id, { which: 'all', text: '' }, some, signal),
  details: (reads, id, signal) => reads.details(id, some, signal),
  definitions: (reads, _, signal) => reads.definitions(signal),
  groups: (reads, _, signal) => reads.groups(signal),
  labels: (reads, _, signal) => reads.labels('', some, signal),
  near: (reads, _, signal) => reads.near({ address: null, name: 'Anna' }, signal),
  search: (reads, _, signal) => reads.search(everybody, some, signal),
  organisations: (reads, _, signal) => reads.organisations('', some, signal),
  organisation: (reads, id, signal) => reads.organisation(id, some, signal),
  teams: (reads, _, signal) => reads.teams(signal),
  belongings: (reads, id, signal) => reads.belongings(id, signal),
  holdings: (reads, id, signal) => reads.holdings(id, signal),
  bans: (reads, _, signal) => reads.bans(some, signal),
};

async function reads(): Promise<BookReads> {
  const { reads: all } = await openBook('own');
  if (!isWhole(all)) throw new Error('A book without some of the reads');
  return all;
}

const isWhole = (all: Reads): all is Reads & BookReads => Object.keys(calls).every((name) => name in all);

describe('What is read of a book', () => {
  it('is everything that can be read of a record at all', async () => {
    expect(Object.keys(await reads()).sort()).toEqual(Object.keys(calls).sort());
  });

  it.each(Object.entries(calls))('is not told to those who have gone: %s', async (_, call) => {
    const id = String(await addPerson('Anna'));
    const all = await reads();
    const gone = new Error('gone');
    await expect(call(all, id, AbortSignal.abort(gone))).rejects.toBe(gone);
    const leaving = new AbortController();
    const answer = call(all, id, leaving.signal);
    leaving.abort(gone);
    // What is missing is told as soon as it is known; an answer, not any more.
    await expect(answer).rejects.toBeDefined();
  });
});
