// `npm start`: everything from a fresh clone to a browser with Sidecard, its sample people, and a message beside
// the open panel. Without a display it takes a picture of that instead.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { install, stop } from './install.mjs';
import { launchBrowser } from './launch.mjs';
import { root, run } from './steps.mjs';

/** @typedef {import('playwright-core').Page} Page */

const hasDisplay = () =>
  process.platform === 'linux' ? Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) : true;

install();
const browser = await findBrowser();
if (!(await run({ name: 'build', command: ['wxt', 'build', '-b', 'chrome'] }))) stop('The build failed, see above.');

const headless = !hasDisplay();
const launched = await launchBrowser({ browser, headless });
try {
  const page = await launched.ctx.newPage();
  await page.goto(launched.url('options.html'));
  await loadSample(page);
  await page.goto(launched.url('sample-mailbox.html'));
  await page.locator('.list a').first().click();
  await closeOthers(page);
  const panel = await launched.openPanel(page);
  // The panel shows somebody once a name stands in its first heading.
  await panel.getByRole('heading', { level: 1 }).first().waitFor();
  if (headless) console.log(`No display: a picture of it is in ${await picture(page, panel)}`);
  else await closedByHand();
} finally {
  await launched.close();
}

/** Asks the background for the sample people, as the welcome page's button does. @param {Page} page */
async function loadSample(page) {
  const answer = await page.evaluate(`chrome.runtime.sendMessage({ name: 'sample.load', question: {} })`);
  if (!answer?.ok) throw new Error(`The sample people could not be loaded: ${JSON.stringify(answer)}`);
}

/** The tab that the browser starts with, and the welcome page. @param {Page} page */
async function closeOthers(page) {
  for (const other of launched.ctx.pages()) if (other !== page) await other.close();
}

async function closedByHand() {
  console.log('Sidecard is open beside a sample mailbox. Close the browser window to end.');
  await launched.ctx.waitForEvent('close', { timeout: 0 });
}

/**
 * Page and panel in one picture, side by side as in the window.
 * @param {Page} page
 * @param {Page} panel
 * @returns {Promise<string>} where it is
 */
async function picture(page, panel) {
  // The panel slides in; only then is the page as wide as it will be.
  await page.waitForFunction(() => window.innerWidth < window.outerWidth);
  const shots = [await page.screenshot(), await panel.screenshot()];
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`).join('');
  const sheet = await launched.ctx.newPage();
  await sheet.setContent(`<body style="margin:0;display:inline-flex;gap:1px;background:#888">${images}</body>`);
  const file = join(root, '.shots/start.png');
  mkdirSync(join(root, '.shots'), { recursive: true });
  writeFileSync(file, await sheet.locator('body').screenshot());
  return file;
}
