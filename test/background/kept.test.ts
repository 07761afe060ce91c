import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepPerTab } from '@/utils/background/kept';

interface Count {
  readonly count: number;
}
const isCount = (value: unknown): value is Count => typeof value === 'object' && value !== null && 'count' in value;
const counts = () => keepPerTab({ key: (tab) => `count:${tab}`, empty: () => ({ count: 0 }), is: isCount });
const more = ({ count }: Count): Count => ({ count: count + 1 });
const stored = async () => (await fakeBrowser.storage.session.get(null)) as Readonly<Record<string, Count>>;

describe('what is kept of a tab', () => {
  it('counts every change, also those made at once', async () => {
    const kept = counts();
    await Promise.all([kept.change(1, more), kept.change(1, more), kept.change(1, more)]);
    expect(await kept.get(1)).toEqual({ count: 3 });
    expect((await stored())['count:1']).toEqual({ count: 3 });
  });

  it('outlives the background', async () => {
    await counts().change(1, more);
    expect(await counts().get(1)).toEqual({ count: 1 });
  });

  it('stands as it was after a change that failed, and can be changed again', async () => {
    const kept = counts();
    await kept.change(1, more);
    const failing = kept.change(1, () => {
      throw new Error('a fault of ours');
    });
    await expect(failing).rejects.toThrow('a fault of ours');
    expect(await kept.change(1, more)).toEqual({ count: 2 });
  });

  it('is usable when the storage could not be read', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValueOnce(new Error('corrupt'));
    const kept = counts();
    expect(await kept.change(1, more)).toEqual({ count: 1 });
  });

  it('is not written again when somebody still speaks of a closed tab', async () => {
    const kept = counts();
    await kept.change(1, more);
    const late = kept.change(1, more);
    const gone = kept.forget(1);
    await Promise.all([late, gone, kept.change(1, more)]);
    expect(await stored()).toEqual({});
  });
});
