import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Harness, launch, shoot } from './harness';
import { type LauncherOn, launcherOn } from './launcher-on';

const DESK = 'https://desk.example.test';
const FACES = [
  { face: { kind: 'none' }, text: '', label: /no one to show/ },
  { face: { kind: 'looking' }, text: 'Looking', label: /looking up/ },
  { face: { kind: 'known' }, text: 'Known', label: /this person is known/ },
  { face: { kind: 'several', count: 3 }, text: '3 people', label: /3 people match/ },
  { face: { kind: 'new' }, text: 'New', label: /no one has it/ },
] as const;

let browser: Harness;
let page: Page;
let launcher: LauncherOn;

// A page that does what it can to spoil what is not its own, and that listens to every key.
const BODY = `<!doctype html><html lang="en"><head><title>Desk</title><style>
  * { all: unset !important; display: block !important; color: red !important; font: 40px serif !important }
  html { --card: red; --ink: red; font-size: 62.5%; }
</style></head><body><button id="first">Reply</button><script>
  window.keys = [];
  for (const type of ['keydown', 'keyup']) document.addEventListener(type, (e) => keys.push(type + ' ' + e.key));
</script></body></html>`;

beforeAll(async () => {
  browser = await launch({ size: '900,600' });
  await browser.allow(DESK);
  await browser.serve(DESK, () => ({ body: BODY }));
});
afterAll(() => browser?.close());

beforeEach(async () => {
  page = await browser.ctx.newPage();
  await page.goto(`${DESK}/`);
  launcher = await launcherOn(page);
  await expect.poll(launcher.seen).not.toBeNull();
});
afterEach(() => page.close());

async function tell(name: string, question: unknown): Promise<void> {
  const worker = browser.ctx.serviceWorkers()[0] ?? (await browser.ctx.waitForEvent('serviceworker'));
  await worker.evaluate(
    async ([url, message]) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      await chrome.tabs.sendMessage(tab?.id ?? -1, message);
    },
    [page.url(), { name, question }] as const,
  );
}

const middle = async (selector: string): Promise<[number, number]> => {
  const { left, top, width, height } = await launcher.box(selector);
  return [left + width / 2, top + height / 2];
};
const viewport = () => page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
const toLauncher = async () => {
  await page.focus('#first');
  await page.keyboard.press('Tab');
  await expect.poll(launcher.focused).toMatch(/^Sidecard: /);
};

describe('The launcher', () => {
  test.each(['light', 'dark'] as const)('says each state by shape and word, in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    for (const { face, text, label } of FACES) {
      await tell('launcher.show', { face });
      await expect.poll(async () => (await launcher.seen())?.face).toBe(face.kind);
      expect(await launcher.seen()).toMatchObject({ text, label: expect.stringMatching(label) });
      await shoot(page, `launcher-${face.kind}-${colorScheme}`);
    }
  });

  test('stands at the end edge, 32 high, whatever the page does to its own elements', async () => {
    await tell('launcher.show', { face: { kind: 'none' } });
    const { left, width, height } = await launcher.box('.button');
    expect({ end: left + width, width, height }).toEqual({ end: (await viewport()).width, width: 33, height: 32 });
  });

  test('is invisible to the scripts of the page', async () => {
    const found = await page.evaluate(() => [
      document.querySelectorAll('button').length,
      document.documentElement.lastElementChild?.shadowRoot ?? null,
      document.documentElement.lastElementChild?.attributes.length,
    ]);
    expect(found).toEqual([1, null, 0]);
  });

  test('opens the panel on a click', async () => {
    const panel = await browser.panelAfter(async () => page.mouse.click(...(await middle('.button'))));
    expect(panel.url()).toContain('sidepanel.html');
    await panel.close();
  });

  test('opens the panel by keyboard, and the page gets none of its keys', async () => {
    await toLauncher();
    await page.evaluate('keys.length = 0');
    const panel = await browser.panelAfter(() => page.keyboard.press('Enter'));
    await panel.close();
    expect(await page.evaluate('keys')).toEqual([]);
  });
});

describe('Its menu', () => {
  test('opens with the right button and closes with Escape; the focus goes back', async () => {
    await page.mouse.click(...(await middle('.button')), { button: 'right' });
    await expect.poll(launcher.menu).toEqual(['Open panel', 'Move up or down', 'Hide on desk.example.test']);
    expect(await launcher.focused()).toBe('Open panel');
    await shoot(page, 'launcher-menu');
    await page.keyboard.press('Escape');
    expect(await launcher.menu()).toEqual([]);
    expect(await launcher.focused()).toMatch(/^Sidecard: /);
  });

  test('opens with Shift F10; arrows, Home and End go through it', async () => {
    await toLauncher();
    await page.keyboard.press('Shift+F10');
    for (const [key, item] of [
      ['ArrowDown', 'Move up or down'],
      ['End', 'Hide on desk.example.test'],
      ['ArrowDown', 'Open panel'],
      ['ArrowUp', 'Hide on desk.example.test'],
      ['Home', 'Open panel'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await launcher.focused()).toBe(item);
    }
  });

  test('closes when the user goes on in the page', async () => {
    await page.mouse.click(...(await middle('.button')), { button: 'right' });
    await expect.poll(launcher.menu).not.toEqual([]);
    await page.focus('#first');
    expect(await launcher.menu()).toEqual([]);
  });
});

describe('It is moved', () => {
  const top = async () => (await launcher.box('.button')).top;

  test('by drawing it, which opens nothing, and stays there', async () => {
    const [x, y] = await middle('.button');
    const before = await top();
    const pages = browser.ctx.pages().length;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 40, y + 100, { steps: 5 });
    await page.mouse.up();
    expect(await top()).toBeCloseTo(before + 100, -1);
    await page.reload();
    await expect.poll(launcher.seen).not.toBeNull();
    expect(await top()).toBeCloseTo(before + 100, -1);
    expect(browser.ctx.pages().length).toBe(pages);
  });

  test('by the arrow keys, and Escape puts it back', async () => {
    const before = await top();
    await toLauncher();
    await page.keyboard.press('Shift+F10');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await top()).toBeLessThan(before - 20);
    await shoot(page, 'launcher-moving');
    await page.keyboard.press('Escape');
    expect(await top()).toBeCloseTo(before, 0);
  });
});

test('It can be hidden on a site, and stays so', async () => {
  await page.mouse.click(...(await middle('.button')), { button: 'right' });
  await expect.poll(launcher.menu).not.toEqual([]);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect.poll(launcher.seen).toBeNull();
  await page.reload();
  await tell('page.ping', {});
  expect(await launcher.seen()).toBeNull();
  await browser.ask('site.launcher', { origin: DESK, hidden: false });
  await expect.poll(launcher.seen).not.toBeNull();
});

test('In a right-to-left browser it stands at the left', async ({ skip }) => {
  const arabic = await launch({ language: 'ar', size: '900,600' });
  try {
    await arabic.allow(DESK);
    const language = await arabic.ctx.serviceWorkers()[0]?.evaluate(() => chrome.i18n.getUILanguage());
    if (!language?.startsWith('ar')) {
      console.log(`Not tried: the launcher at the left. This browser has no Arabic interface, it speaks ${language}.`);
      skip(`this browser has no Arabic interface, it speaks ${language}`);
    }
    await arabic.serve(DESK, () => ({ body: BODY }));
    const there = await arabic.ctx.newPage();
    await there.goto(`${DESK}/`);
    const drawn = await launcherOn(there);
    await expect.poll(drawn.seen).not.toBeNull();
    expect((await drawn.box('.button')).left).toBe(0);
    await shoot(there, 'launcher-rtl');
  } finally {
    await arabic.close();
  }
});
