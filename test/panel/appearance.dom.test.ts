import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followAppearance } from '@/utils/panel/appearance';

const settings = (some: object) => fakeBrowser.storage.local.set({ settings: some });
const { dataset } = document.documentElement;
const kept = () => [localStorage.getItem('theme'), localStorage.getItem('keys')];

beforeEach(() => {
  localStorage.clear();
  delete dataset['theme'];
  delete dataset['keys'];
});
afterEach(() => vi.restoreAllMocks());

describe('How a page of ours looks', () => {
  it('is what was chosen in the settings, with a copy for the first paint of the next page', async () => {
    await settings({ theme: 'dark', singleKeys: false });
    followAppearance();
    await expect.poll(() => dataset['theme']).toBe('dark');
    expect(dataset['keys']).toBe('off');
    expect(kept()).toEqual(['dark', 'off']);
  });

  it('changes as soon as another choice is kept, back to the system too', async () => {
    followAppearance();
    await settings({ theme: 'light' });
    await expect.poll(() => dataset['theme']).toBe('light');
    await settings({ theme: 'system', singleKeys: true });
    await expect.poll(() => dataset['theme']).toBeUndefined();
    expect(kept()).toEqual([null, null]);
  });

  it.each([undefined, null, 'dark', { theme: 'pink', singleKeys: 'no' }, []])(
    'follows the system where the settings tell nothing (%j), whatever the copy says',
    async (stored) => {
      localStorage.setItem('theme', 'dark');
      dataset['theme'] = 'dark';
      await fakeBrowser.storage.local.set({ settings: stored ?? null });
      followAppearance();
      await expect.poll(() => dataset['theme']).toBeUndefined();
      expect([dataset['keys'], ...kept()]).toEqual([undefined, null, null]);
    },
  );

  it('holds on a page that may keep nothing', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await settings({ theme: 'dark', singleKeys: false });
    followAppearance();
    await expect.poll(() => [dataset['theme'], dataset['keys']]).toEqual(['dark', 'off']);
  });
});
