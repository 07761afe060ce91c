import { describe, expect, it } from 'vitest';
import type { Reads, Session } from '@/utils/connectors/types';
import { readProfile } from '@/utils/lookup/profile';
import type { Profile } from '@/utils/messages/view';
import { ProblemError } from '@/utils/problem';

const part = { items: [], total: 0 };

/** A promise that the test keeps when it wants to. */
function later<Value>() {
  const kept: { resolve?: (value: Value) => void } = {};
  const promise = new Promise<Value>((resolve) => {
    kept.resolve = resolve;
  });
  return { promise, resolve: (value: Value) => kept.resolve?.(value) };
}

function placeWith(reads: Reads) {
  const session: Session = { find: async () => [], get: () => Promise.reject(), reads, writes: {}, denied: [] };
  return {
    source: { id: 'desk', name: 'Desk', mark: { shape: 'circle', letter: 'D' }, local: false },
    session,
  } as const;
}

async function read(reads: Reads, signal = new AbortController().signal, before: Profile | null = null) {
  const told: Profile[] = [];
  await readProfile({ place: placeWith(reads), id: '7', before, tell: (profile) => told.push(profile), signal });
  return told;
}

describe('The profile of a person', () => {
  it('tells that the server is about to delete them, and that it is not any more', async () => {
    const leaving = { task: '5', state: 'waiting', tickets: 3 } as const;
    const now = async (told: typeof leaving | null, before: Profile | null = null) =>
      (await read({ leaving: async () => told }, undefined, before)).at(-1)?.leaving;
    expect(await now(leaving)).toEqual(leaving);
    expect(await now(null, { leaving })).toBeUndefined();
    const fails = { leaving: () => Promise.reject(new ProblemError({ kind: 'timeout' })) };
    expect((await read(fails, undefined, { leaving })).at(-1)?.leaving).toEqual(leaving);
  });

  it('asks for as much of each part as the panel shows first', async () => {
    const asked: unknown[] = [];
    const told = await read({
      tickets: async (id, which, range) => {
        asked.push([id, which, range]);
        return part;
      },
      notes: async (id, range) => {
        asked.push([id, 'notes', range]);
        return part;
      },
      files: async (id, range) => {
        asked.push([id, 'files', range]);
        return part;
      },
      chats: async (id, range) => {
        asked.push([id, 'chats', range]);
        return part;
      },
    });
    expect(asked).toEqual([
      ['7', 'open', { limit: 5 }],
      ['7', 'resolved', { limit: 5 }],
      ['7', 'notes', { limit: 2 }],
      ['7', 'files', { limit: 5 }],
      ['7', 'chats', { limit: 3 }],
    ]);
    const whole = { state: 'read', part };
    expect(told.at(-1)).toEqual({ open: whole, resolved: whole, notes: whole, files: whole, chats: whole });
  });

  it('tells each part as it comes, and waits for none of the others', async () => {
    const late = later<typeof part>();
    const told: Profile[] = [];
    const reading = readProfile({
      place: placeWith({ files: () => late.promise, chats: async () => part }),
      id: '7',
      before: null,
      tell: (profile) => told.push(profile),
      signal: new AbortController().signal,
    });
    await expect.poll(() => told).toHaveLength(1);
    expect(told[0]).toEqual({ files: { state: 'loading' }, chats: { state: 'read', part } });
    late.resolve({ items: [], total: 9 });
    await reading;
    expect(told.at(-1)?.files).toEqual({ state: 'read', part: { items: [], total: 9 } });
  });

  it('says in its own place which part failed, and at whom', async () => {
    const told = await read({
      chats: () => Promise.reject(new ProblemError({ kind: 'forbidden', call: 'chats' })),
      files: async () => part,
    });
    expect(told.at(-1)).toEqual({
      chats: { state: 'failed', problem: { kind: 'forbidden', call: 'chats', connection: 'desk' } },
      files: { state: 'read', part },
    });
  });

  it('has no place for what the server has not, and is whole at once without any part', async () => {
    expect(await read({ files: async () => part })).toEqual([{ files: { state: 'read', part } }]);
    expect(await read({})).toEqual([{}]);
  });

  it('shows the parts known from before until the new ones come', async () => {
    const before: Profile = { files: { state: 'read', part: { items: [], total: 3 } } };
    const late = later<typeof part>();
    const told: Profile[] = [];
    const reading = readProfile({
      place: placeWith({ files: () => late.promise, chats: async () => part }),
      id: '7',
      before,
      tell: (profile) => told.push(profile),
      signal: new AbortController().signal,
    });
    await expect.poll(() => told).toHaveLength(1);
    expect(told[0]?.files).toEqual(before.files);
    late.resolve(part);
    await reading;
    expect(told.at(-1)?.files).toEqual({ state: 'read', part });
  });

  it('tells nothing any more when somebody else is looked at', async () => {
    const leaving = new AbortController();
    const told: Profile[] = [];
    const reading = readProfile({
      place: placeWith({
        files: async () => {
          leaving.abort();
          return part;
        },
      }),
      id: '7',
      before: null,
      tell: (profile) => told.push(profile),
      signal: leaving.signal,
    });
    await reading;
    expect(told).toEqual([]);
  });
});
