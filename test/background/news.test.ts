import { describe, expect, it, vi } from 'vitest';
import { openMessage } from '@/test/support/messages';
import { found, partyOf, person } from '@/test/support/people';
import { gate, memoryCache, place } from '@/test/support/places';
import { rooms, TAB } from '@/test/support/rooms';
import { makeNews } from '@/utils/background/news';
import { makeRefresh } from '@/utils/background/refresh';
import type { Session } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';

const ref = { connection: 'desk', id: '1' };
const anna = person({ ref });
const opened = { state: 'open' as const, message: openMessage([partyOf('Anna', 'anna@example.com')]) };

function desk(news?: NonNullable<Session['reads']['news']>, some: Partial<Session> = {}) {
  const get = vi.fn(async () => anna);
  const one = place('desk', {
    local: false,
    find: async () => [found(anna)],
    get,
    reads: news === undefined ? {} : { news },
    ...some,
  });
  const cache = memoryCache();
  const background = rooms([one], cache);
  const refresh = makeRefresh({ ...background, cache });
  return { ...background, get, news: makeNews({ ...background, refresh }) };
}

describe('news of the person who is shown', () => {
  it('are there in the view when the panel is told, and nothing has said "looking" meanwhile', async () => {
    const change = gate<boolean>();
    const { read, view, drawn, get, news } = desk(() => change.promise);
    await read(opened);
    const begun = drawn.length;
    const told = news['news.wait']({ tab: TAB, ref });
    get.mockResolvedValue({ ...anna, name: 'Anna Keller-Wirth' });
    change.open(true);
    expect(await told).toBe(true);
    expect((await view()).answers[0]?.matches[0]?.person.name).toBe('Anna Keller-Wirth');
    expect(drawn.slice(begun).flatMap(({ answers }) => answers.map(({ state }) => state))).not.toContain('looking');
  });

  it('are asked of nobody else when nothing was changed', async () => {
    const { get, news } = desk(async () => false);
    expect(await news['news.wait']({ tab: TAB, ref })).toBe(false);
    expect(get).not.toHaveBeenCalled();
  });

  it('are not waited for once nobody looks, nor twice in one tab', async () => {
    const signals: AbortSignal[] = [];
    const { news } = desk((_, signal) => {
      if (signal) signals.push(signal);
      return new Promise(() => undefined);
    });
    const first = news['news.wait']({ tab: TAB, ref });
    await expect.poll(() => signals.length).toBe(1);
    const second = news['news.wait']({ tab: TAB, ref });
    await expect(first).rejects.toThrow();
    await expect.poll(() => signals.length).toBe(2);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    await news['news.stop']({ tab: TAB });
    await expect(second).rejects.toThrow();
    expect(signals[1]?.aborted).toBe(true);
  });

  it.each([
    ['has no such thing', undefined, {}],
    ['has it for others only', async () => true, { denied: ['news' as const] }],
  ])('fail where the server %s', async (_, wait, some) => {
    const { news, get } = desk(wait, some);
    await expect(news['news.wait']({ tab: TAB, ref })).rejects.toThrow(ProblemError);
    expect(get).not.toHaveBeenCalled();
  });
});
