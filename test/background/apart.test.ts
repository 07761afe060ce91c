import { describe, expect, it } from 'vitest';
import { person } from '@/test/support/people';
import { place } from '@/test/support/places';
import { makeApart } from '@/utils/background/apart';
import { readAnswers } from '@/utils/background/reads';
import { readAllStored, writeStored } from '@/utils/browser/storage';
import type { Suspect } from '@/utils/connectors/types';

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
    await expect(makeApart()['apart.set']({ a: at('7'), b: at('7', 'sample'), apart: true })).rejects.toMatchObject({
      problem: { kind: 'invalid' },
    });
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
