import { afterEach, describe, expect, it, vi } from 'vitest';
import { person } from '@/test/support/people';
import { place } from '@/test/support/places';
import { anybody, makeSearches, searchAll } from '@/utils/background/search';
import { inPatience, PATIENCE_MS } from '@/utils/lookup/wait';
import { ProblemError } from '@/utils/problem';

const anna = person({ name: 'Anna Keller' });
const book = place('book', {
  reads: { search: async () => ({ items: [{ person: anna, openTickets: null }], total: 3 }) },
});
const broken = place('rt', {
  reads: {
    search: async () => {
      throw new ProblemError({ kind: 'server', status: 502 });
    },
  },
});
const hanging = place('slow', { reads: { search: () => new Promise(() => undefined) } });

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a search', () => {
  it('gives what the books have although a server fails', async () => {
    expect(await searchAll([broken, book], anybody('ann'), 20)).toMatchObject({
      items: [{ person: { name: 'Anna Keller' }, source: { id: 'book' } }],
      total: 3,
    });
  });

  it('that is taken back ends the call to the server', async () => {
    const asked: AbortSignal[] = [];
    const rt = place('rt', {
      reads: {
        search: (_query, _range, signal) => {
          if (signal) asked.push(signal);
          return new Promise(() => undefined);
        },
      },
    });
    const searches = makeSearches();
    const found = searches.run('page 1', (signal) => searchAll([rt], anybody('ann'), 20, signal));
    searches.stop('page 2');
    expect(asked.map(({ aborted }) => aborted)).toEqual([false]);
    searches.stop('page 1');
    expect(asked.map(({ aborted }) => aborted)).toEqual([true]);
    await expect(found).rejects.toMatchObject({ problem: { detail: 'taken back' } });
  });

  it('says why when nobody could be asked', async () => {
    await expect(searchAll([broken], anybody('ann'), 20)).rejects.toMatchObject({
      problem: { kind: 'server', status: 502 },
    });
  });

  it('finds nobody where nothing can be searched', async () => {
    expect(await searchAll([place('rt')], anybody('ann'), 20)).toEqual({ items: [], total: 0 });
  });

  it('waits for a server that hangs as long as for any, and then goes without', async () => {
    const timers: { readonly ms: number; readonly end: AbortController }[] = [];
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const end = new AbortController();
      timers.push({ ms, end });
      return end.signal;
    });
    const searching = searchAll([hanging, book], anybody('ann'), 20);
    expect(timers.map(({ ms }) => ms)).toEqual([PATIENCE_MS, PATIENCE_MS]);
    timers[0]?.end.abort();
    expect((await searching).items).toHaveLength(1);
  });
});

describe('a question to a server that hangs', () => {
  it('ends with a timeout, and the server is told to stop', async () => {
    const timer = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(timer.signal);
    const told = vi.fn();
    const asking = inPatience((stop) => {
      stop.addEventListener('abort', told);
      return new Promise(() => undefined);
    });
    timer.abort();
    await expect(asking).rejects.toMatchObject({ problem: { kind: 'timeout' } });
    expect(told).toHaveBeenCalledTimes(1);
  });
});
