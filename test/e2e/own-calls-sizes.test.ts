// The kinds of servers to choose from and the calls that an administrator describes, at any size: axe finds nothing that
// keeps somebody out, and nothing has to be scrolled sideways. In light and English, and mirrored in dark and Arabic.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type FakeDeskpro, fakeDeskpro, KEY } from '@/test/connectors/deskpro/server';
import { DESKPRO_GROUND } from '@/test/support/grounds';
import { LOOPBACK, type Served, serve } from '@/test/support/served';
import { wrongAtAnySize } from './any-size';
import { listen } from './desk';
import { type Harness, launch, shoot } from './harness';
import { shootFailures } from './profile';

const LOOKS = [
  { language: 'en', scheme: 'light' },
  { language: 'ar', scheme: 'dark' },
] as const;

describe.each(LOOKS)('In $language and $scheme', ({ language, scheme }) => {
  let browser: Harness;
  let server: Served<FakeDeskpro>;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await serve(fakeDeskpro('legacy'), DESKPRO_GROUND);
    browser = await launch({ language, scheme });
    browser.ctx.setDefaultTimeout(10_000);
    await browser.allow(LOOPBACK);
    const draft = {
      id: null,
      connector: 'deskpro',
      name: 'Old desk',
      mark: { shape: 'circle', letter: 'D' },
      settings: { address: server.address, access: 'key', agent: '' },
      secrets: { secret: KEY },
      keeps: true,
    };
    await browser.ask('connection.save', { draft });
    page = await browser.ctx.newPage();
    listen(page, complaints);
    await page.goto(browser.url('options.html#connections'));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(() => expect(complaints.splice(0)).toEqual([]));
  shootFailures(() => page);

  const sound = async (name: string) => {
    const found = await wrongAtAnySize(page, ({ width, text }) => width === 280 && text === 1);
    for (const width of [1200, 360]) {
      await page.setViewportSize({ width, height: 760 });
      await shoot(page, `${name}-${language}-${width}`);
    }
    await page.setViewportSize({ width: 1200, height: 760 });
    expect(found, name).toEqual([]);
  };

  test('the form of a new server with its kinds', async () => {
    await page.locator('.connections-head .button').click();
    await page.locator('.kind-choice').nth(2).click();
    await page.locator('.field-choice').waitFor();
    await sound('kinds');
    await page.locator('.connection-end .button').last().click();
  });

  test('the test of a Deskpro', async () => {
    await page.locator('.connection-row').last().locator('.connection-acts > .button').click();
    await page.locator('.verdict-group').first().waitFor();
    await sound('untried');
  });

  test('its calls, one half described and wrong, one tried', async () => {
    await page.locator('.test-way .button').click();
    await page.locator('.call-row').first().waitFor();
    await page.locator('.call-row').first().locator('.call-top > .button').click();
    const first = page.locator('.call-row').first();
    await first.locator('.call-path input').fill('people/{person}/merge');
    await first.locator('textarea').fill('{"from": {source}}');
    await first.locator('[type=submit]').click();
    await first.locator('.field-error').nth(1).waitFor();
    const last = page.locator('.call-row').nth(12);
    await last.locator('.call-top > .button').click();
    await last.locator('.call-preset .button').click();
    await last.locator('.call-try .button').click();
    await last.locator('.call-tried').waitFor();
    await sound('calls');
  });
});
