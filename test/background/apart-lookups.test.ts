import { describe, expect, it, vi } from 'vitest';
import { openMessage } from '@/test/support/messages';
import { found, partyOf } from '@/test/support/people';
import { gate, place } from '@/test/support/places';
import { rooms, TAB } from '@/test/support/rooms';
import type { Found } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';

const at = (connection: string, id: string) => ({ connection, id });
const one = (connection: string, id: string) => found({ ref: at(connection, id), mail: 'anna@example.com' });
const anna = { state: 'open' as const, message: openMessage([partyOf('Anna', 'anna@example.com')]) };
const next = {
  state: 'open' as const,
  message: openMessage([partyOf('Ben', 'ben@example.com')], { conversation: 'c2' }),
};

describe('Records of two servers with one address', () => {
  const both = () =>
    rooms([
      place('book', { find: async () => [one('book', '1')] }),
      place('rt', { local: false, find: async () => [one('rt', '7')] }),
    ]);
  const declare = (room: ReturnType<typeof both>, apart: boolean) =>
    room.apart['apart.set']({ a: at('book', '1'), b: at('rt', '7'), apart });

  it('are one profile until the user says that they are different people; then nobody is shown, and it is told why', async () => {
    const room = both();
    await room.read(anna);
    expect((await room.view()).shown).toEqual(at('book', '1'));
    await declare(room, true);
    expect(await room.view()).toMatchObject({ shown: null, apart: [[at('book', '1'), at('rt', '7')]] });
    await declare(room, false);
    expect(await room.view()).toMatchObject({ shown: at('book', '1'), apart: [] });
  });

  it('stay different in the next lookup, also after the background was started anew', async () => {
    const room = both();
    await declare(room, true);
    const again = both();
    await again.read(anna);
    expect((await again.view()).shown).toBeNull();
    await again.lookups.pick(TAB, at('rt', '7'));
    await again.lookups.again(TAB);
    expect((await again.view()).shown).toEqual(at('rt', '7'));
  });

  it('leave the picked one where it is when they are taken apart, and read its profile when they are one again', async () => {
    const notes = vi.fn(async () => ({ items: [], total: 2 }));
    const room = rooms([
      place('book', { find: async () => [one('book', '1')], reads: { notes } }),
      place('rt', { local: false, find: async () => [one('rt', '7')] }),
    ]);
    await room.read(anna);
    await room.lookups.pick(TAB, at('rt', '7'));
    await declare(room, true);
    expect((await room.view()).shown).toEqual(at('rt', '7'));
    expect(notes).toHaveBeenCalledOnce();
  });
});

describe('One source asked once more', () => {
  const down = new ProblemError({ kind: 'timeout' });

  it('is asked alone, and what the others answered stays meanwhile', async () => {
    const book = vi.fn(async () => [one('book', '1')]);
    const answers: (() => Promise<Found[]>)[] = [async () => Promise.reject(down), async () => [one('rt', '7')]];
    const find = vi.fn(async () => (answers.shift() ?? expect.fail())());
    const room = rooms([place('book', { find: book }), place('rt', { local: false, find })]);
    await room.read(anna);
    expect((await room.view()).answers[1]?.problem?.kind).toBe('timeout');
    room.drawn.length = 0;
    await room.lookups.again(TAB, 'rt');
    expect(book).toHaveBeenCalledOnce();
    expect(room.drawn.map(({ shown }) => shown?.connection)).not.toContain(undefined);
    expect(room.drawn[0]?.answers[1]).toMatchObject({ state: 'looking' });
    expect(room.drawn[0]?.answers[1]?.problem).toBeUndefined();
    expect((await room.view()).answers[1]).toMatchObject({
      state: 'answered',
      matches: [{ person: { ref: { id: '7' } } }],
    });
  });

  it('does not put its answer under the next message', async () => {
    const late = gate<Found[]>();
    const answers: (() => Promise<Found[]>)[] = [async () => Promise.reject(down), () => late.promise, async () => []];
    const find = async () => (answers.shift() ?? expect.fail())();
    const room = rooms([place('rt', { local: false, find })]);
    await room.read(anna);
    const asked = room.lookups.again(TAB, 'rt');
    await room.read(next);
    late.open([one('rt', '7')]);
    await asked;
    expect(await room.view()).toMatchObject({ subject: { party: { name: 'Ben' } }, shown: null });
    expect((await room.view()).answers[0]?.matches).toEqual([]);
  });
});
