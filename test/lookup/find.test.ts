import { describe, expect, it } from 'vitest';
import { address, found } from '@/test/support/people';
import { gate, memoryCache, place } from '@/test/support/places';
import type { Found } from '@/utils/connectors/types';
import { lookUp } from '@/utils/lookup/find';
import type { SourceAnswer } from '@/utils/messages/view';
import { ProblemError } from '@/utils/problem';

const anna = address('anna@example.com');
const now = () => new Date('2026-11-21T12:00:00Z');

function job(places: Parameters<typeof lookUp>[0]['places'], cache = memoryCache()) {
  const told: SourceAnswer[] = [];
  const controller = new AbortController();
  const question = { address: anna, name: '' };
  const answers = lookUp({ question, places, cache, now, tell: (one) => told.push(one), signal: controller.signal });
  return { told, controller, answers };
}

describe('looking an address up', () => {
  it('tells a fast server at once while a slow one is still looking', async () => {
    const slow = gate<Found[]>();
    const { told, answers } = job([
      place('slow', { find: () => slow.promise }),
      place('fast', { find: async () => [found()] }),
    ]);
    await expect.poll(() => told.map(({ source }) => source.id)).toEqual(['fast']);
    slow.open([]);
    await answers;
    expect(told.map(({ source }) => source.id)).toEqual(['fast', 'slow']);
  });

  it('keeps a failing server to its own place, with what went wrong', async () => {
    const broken = place('rt', {
      find: async () => {
        throw new ProblemError({ kind: 'server', status: 502 });
      },
    });
    const { answers } = job([broken, place('book', { find: async () => [found()] })]);
    const [failed, fine] = await answers;
    expect(failed).toMatchObject({
      state: 'failed',
      problem: { kind: 'server', status: 502, connection: 'rt', call: 'find' },
    });
    expect(fine).toMatchObject({ state: 'answered', matches: [{ person: { name: 'Anna Keller' } }] });
  });

  it('shows what a server said last time first, with its age, and then the new answer', async () => {
    const cache = memoryCache();
    const kept = { ...found({ name: 'Anna Old' }), profile: { notes: { state: 'loading' } as const } };
    await cache.put('rt', anna, { at: '2026-11-21T11:00:00.000Z', matches: [kept] });
    const { told, answers } = job(
      [place('rt', { local: false, find: async () => [found({ name: 'Anna New' })] })],
      cache,
    );
    await answers;
    expect(told.map(({ state, asOf, matches }) => [state, asOf, matches[0]?.person.name])).toEqual([
      ['looking', '2026-11-21T11:00:00.000Z', 'Anna Old'],
      ['answered', undefined, 'Anna New'],
    ]);
    expect(told[1]?.matches[0]?.profile, 'the old profile stays until the new one is read').toEqual(kept.profile);
  });

  it('keeps showing the cached person when the server does not answer', async () => {
    const cache = memoryCache();
    await cache.put('rt', anna, { at: '2026-11-21T11:00:00.000Z', matches: [{ ...found(), profile: null }] });
    const offline = place('rt', {
      local: false,
      find: async () => {
        throw new ProblemError({ kind: 'offline' });
      },
    });
    const [answer] = await job([offline], cache).answers;
    expect(answer).toMatchObject({ state: 'failed', asOf: '2026-11-21T11:00:00.000Z', problem: { kind: 'offline' } });
    expect(answer?.matches).toHaveLength(1);
  });

  it('never asks the cache about a book that lives in this browser', async () => {
    const cache = memoryCache();
    await cache.put('book', anna, {
      at: '2020-01-01T00:00:00.000Z',
      matches: [{ ...found({ name: 'Stale' }), profile: null }],
    });
    const { told, answers } = job([place('book')], cache);
    await answers;
    expect(told.flatMap(({ matches }) => matches)).toEqual([]);
  });

  it('tells nothing after it was ended, however the answer comes', async () => {
    const late = gate<Found[]>();
    const { told, controller, answers } = job([place('book', { find: () => late.promise })]);
    controller.abort();
    late.open([found()]);
    await answers;
    expect(told).toEqual([]);
  });
});
