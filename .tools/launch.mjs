// A browser with a built extension in it, and its real side panel as a page that can be read and pressed.
// Shared by `npm start`, the end-to-end tests and the benchmark.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './steps.mjs';

/** @typedef {import('playwright-core').Page} Page */
/**
 * @typedef {object} Launched
 * @property {import('playwright-core').BrowserContext} ctx
 * @property {import('playwright-core').CDPSession} cdp Speaks to the browser as a whole.
 * @property {string} id The extension's.
 * @property {(path: string) => string} url The address of a page of the extension.
 * @property {(page: Page) => Promise<void>} triggerAction Presses the extension's toolbar button on that tab.
 * @property {(act: () => Promise<unknown>) => Promise<Page>} panelAfter The side panel that an act opens.
 * @property {(page: Page) => Promise<Page>} openPanel The side panel, opened by the toolbar button.
 * @property {() => Promise<void>} close
 */

/**
 * @param {object} options
 * @param {string} options.browser Path of a Chromium.
 * @param {string} [options.extension] The built extension's folder; Chrome's build unless told.
 * @param {boolean} [options.headless] True unless told.
 * @param {string} [options.language] The browser's own, 'de'.
 * @param {'light' | 'dark'} [options.scheme]
 * @param {readonly string[]} [options.args] Further switches.
 * @param {string} [options.size] Of the window, '1400,900'.
 * @param {string} [options.folder] The profile to go on with, which stays; unless told, a fresh one that goes at the end.
 * @returns {Promise<Launched>}
 */
export async function launchBrowser({ browser, headless = true, args = [], size = '1400,900', ...options }) {
  // Read when playwright-core is loaded: the side panel becomes a page like any other.
  process.env['PW_CHROMIUM_ATTACH_TO_OTHER'] = '1';
  const { chromium } = await import('playwright-core');
  const folder = options.folder ?? profile();
  const ctx = await chromium.launchPersistentContext(folder, {
    executablePath: browser,
    headless,
    // Root has no sandbox, and in a container nobody has.
    chromiumSandbox: false,
    // The window's own: with a fixed one the page would not get narrower beside the panel.
    viewport: null,
    // Playwright starts without any extension, unless told not to.
    ignoreDefaultArgs: ['--disable-extensions'],
    ...(options.scheme ? { colorScheme: options.scheme } : {}),
    ...(options.language ? { env: { ...process.env, LANGUAGE: options.language } } : {}),
    args: [
      `--window-size=${size}`,
      // Chrome loads an extension over this pipe only if told that it may.
      '--enable-unsafe-extension-debugging',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Hides the bar that warns of the missing sandbox, which would shift the page.
      '--test-type',
      ...(options.language ? [`--lang=${options.language}`] : []),
      ...args,
    ],
  });
  const whole = ctx.browser();
  if (!whole) throw new Error('The browser has closed.');
  const cdp = await whole.newBrowserCDPSession();
  /** @type {{ id: string }} */
  const { id } = await cdp.send('Extensions.loadUnpacked', {
    path: options.extension ?? join(root, '.output/chrome-mv3'),
  });

  /** @param {Page} page */
  async function triggerAction(page) {
    await page.bringToFront();
    // A target of type 'tab', not 'page': only for that one the click counts as the user's.
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find((target) => target.url === page.url());
    if (!tab) throw new Error(`No tab shows ${page.url()}`);
    await cdp.send('Extensions.triggerAction', { id, targetId: tab.targetId });
  }

  /** @param {() => Promise<unknown>} act */
  async function panelAfter(act) {
    const [panel] = await Promise.all([ctx.waitForEvent('page'), act()]);
    await panel.waitForURL((url) => url.host === id && url.pathname === '/sidepanel.html');
    // It is there before it has a place in the window.
    await panel.waitForFunction(() => window.innerWidth > 0);
    return panel;
  }

  return {
    ctx,
    cdp,
    id,
    url: (path) => `chrome-extension://${id}/${path}`,
    triggerAction,
    panelAfter,
    openPanel: (page) => panelAfter(() => triggerAction(page)),
    async close() {
      await ctx.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** An empty profile in a folder of its own. */
export function profile() {
  const folder = mkdtempSync(join(tmpdir(), 'sidecard-'));
  // Debian's Chromium blocks third-party cookies and Playwright switches storage partitioning off: together
  // a frame of the extension in a web page would be refused its database.
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify({ profile: { cookie_controls_mode: 0 } }));
  return folder;
}
