import { describe, expect, it, vi } from 'vitest';
import { person } from '@/test/support/people';
import { place } from '@/test/support/places';
import { makeApart } from '@/utils/background/apart';
import { readAnswers } from '@/utils/background/reads';
import { readAllStored, writeStored } from '@/utils/browser/storage';
import type { Suspect } from '@/utils/connectors/types';
import type { PersonRef } from '@/utils/people/types';

const at = (id: string, connection = 'book') => ({ connection, id });
const declare = (a: string, b: string, apart = true, connection = 'book') =>
  makeApart()['apart.set']({ a: at(a, connection), b: at(b, connection), apart });
const others = async (id: string, connection = 'book') => [...(await makeApart().of(at(id, connection)))];

describe('People declared to be different', () => {
  it('are so for both, in whichever order it was said, also for a background that was started anew', async () => {
    await declare('7', '12');
    await declare('3', '7');
    expect(await others('7')).toEqual(['12', '3']);
    expect(await others('12')).toEqual(['7']);
    expect(await others('3')).toEqual(['7']);
    expect(await others('4')).toEqual([]);
  });

  it('are so once, however often it is said, and no longer once it is taken back by either side', async () => {
    await declare('7', '12');
    await declare('12', '7');
    expect(await makeApart()['apart.list']({ connection: 'book' })).toEqual([['12', '7']]);
    await declare('12', '7', false);
    expect(await makeApart()['apart.list']({ connection: 'book' })).toEqual([]);
    expect(await others('7')).toEqual([]);
  });

  it('are all remembered when they are said in one go', async () => {
    const apart = makeApart();
    const said = ['1', '2', '3', '4'].map((id) => apart['apart.set']({ a: at('9'), b: at(id), apart: true }));
    await Promise.all(said);
    expect([...(await apart.of(at('9')))].sort()).toEqual(['1', '2', '3', '4']);
  });

  it('are people of one book: the same ids elsewhere are others', async () => {
    await declare('7', '12');
    expect(await others('7', 'sample')).toEqual([]);
    await expect(declare('7', '7')).rejects.toMatchObject({ problem: { kind: 'invalid' } });
  });

  it('are forgotten with their book, and nothing of it stays on disk', async () => {
    await declare('7', '12');
    await declare('7', '12', true, 'sample');
    await makeApart().forget('sample');
    expect(await others('7', 'sample')).toEqual([]);
    expect(await others('7')).toEqual(['12']);
    expect(Object.keys(await readAllStored('local'))).toEqual(['apart:book']);
  });

  describe('in two connections', () => {
    const rt = at('7', 'rt');
    const book = at('7');
    const across = () => makeApart()['apart.across']({});
    const set = (a: PersonRef, b: PersonRef, apart = true) => makeApart()['apart.set']({ a, b, apart });

    it('are so for both, once, until either side takes it back', async () => {
      await set(rt, book);
      await set(book, rt);
      expect(await across()).toEqual([[book, rt]]);
      expect(await others('7')).toEqual([]);
      await set(rt, book, false);
      expect(await across()).toEqual([]);
      expect(Object.keys(await readAllStored('local'))).toEqual([]);
    });

    it('are known at once to the background that was told, whatever it knew before', async () => {
      const apart = makeApart();
      expect(await apart['apart.across']({})).toEqual([]);
      await apart['apart.set']({ a: rt, b: book, apart: true });
      expect(await apart['apart.across']({})).toEqual([[rt, book]]);
    });

    it('tell whoever shows them, once it is remembered, and only if it is news', async () => {
      const parted = vi.fn(async () => undefined);
      const changed = vi.fn(async () => undefined);
      const apart = makeApart({ changed, parted });
      await apart['apart.set']({ a: rt, b: book, apart: true });
      await apart['apart.set']({ a: rt, b: book, apart: false });
      await apart['apart.set']({ a: rt, b: book, apart: false });
      expect(parted.mock.calls).toEqual([
        [rt, book],
        [rt, book],
      ]);
      expect(changed).not.toHaveBeenCalled();
    });

    it('are forgotten with either of them', async () => {
      await set(rt, book);
      await set(at('1', 'zammad'), at('2', 'sample'));
      await makeApart().forget('book');
      expect(await across()).toEqual([[at('1', 'zammad'), at('2', 'sample')]]);
      await makeApart().forget('zammad');
      expect(await across()).toEqual([]);
    });

    it('are none where what is on disk cannot be read', async () => {
      await writeStored('local', 'apart-across', [['rt', 'book']]);
      expect(await across()).toEqual([]);
    });
  });

  it('are none where what is on disk cannot be read', async () => {
    await writeStored('local', 'apart:book', 'broken');
    expect(await others('7')).toEqual([]);
  });

  it('are left out of those who may be the same person, and others stand in their place', async () => {
    const suspect = (id: string): Suspect => ({
      person: person({ ref: at(id) }),
      tickets: 0,
      tier: 'likely',
      probability: 0.9,
      evidence: [],
    });
    const all = ['2', '3', '4'].map(suspect);
    const one = place('book', { reads: { suspects: async (_, { limit }) => all.slice(0, limit) } });
    const asks = readAnswers({ all: async () => [one], at: async () => one }, makeApart());
    const found = async () => (await asks.suspects({ ref: at('1'), limit: 2 })).map(({ person: { ref } }) => ref.id);
    expect(await found()).toEqual(['2', '3']);
    await declare('3', '1');
    expect(await found()).toEqual(['2', '4']);
    await declare('1', '3', false);
    expect(await found()).toEqual(['2', '3']);
  });
});
