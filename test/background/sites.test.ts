import { afterEach, describe, expect, it, vi } from 'vitest';
import { standInBrowser } from '@/test/support/stand-in';
import { makeSites } from '@/utils/background/sites';
import { settingsWriter } from '@/utils/settings/store';

afterEach(() => vi.restoreAllMocks());

describe('a launcher hidden on a site', () => {
  it('is hidden on all ports of its host, since access is given to the whole host', async () => {
    standInBrowser();
    const sites = makeSites(settingsWriter());
    await sites.place('https://desk.example.com:8443', { hidden: true });
    expect(await sites.list(['https://desk.example.com/*', 'https://mail.example.com/*'])).toEqual([
      { origin: 'https://desk.example.com', launcherHidden: true },
      { origin: 'https://mail.example.com', launcherHidden: false },
    ]);
    expect(await sites.launcherAt('https://desk.example.com:8443')).toMatchObject({ hidden: true });
    expect(await sites.launcherAt('http://desk.example.com')).toMatchObject({ hidden: false });
  });

  it('is shown again where it was hidden, in the open tabs at once', async () => {
    const browser = standInBrowser();
    const said: unknown[] = [];
    browser.give('https://desk.example.com/*');
    browser.open(7, 'https://desk.example.com:8443/', (message) => {
      said.push(message);
      return { ok: true, value: null };
    });
    const sites = makeSites(settingsWriter());
    await sites.place('https://desk.example.com:8443', { hidden: true });
    await sites.place('https://desk.example.com', { hidden: false });
    expect(await sites.launcherAt('https://desk.example.com:8443')).toMatchObject({ hidden: false });
    expect(said).toMatchObject([
      { name: 'launcher.place', question: { launcher: { hidden: true } } },
      { name: 'launcher.place', question: { launcher: { hidden: false } } },
    ]);
  });
});
