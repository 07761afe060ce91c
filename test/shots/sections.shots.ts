// A picture of each section, in light and dark, at 360 px, of people of the sample book. `npm run shots`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, launch } from '@/test/e2e/harness';

const FOLDER = '.shots/sections';
const WIDTH = 360;

const schemes = ['light', 'dark'] as const;

describe.each(schemes)('In %s', (scheme) => {
  let browser: Harness;
  let panel: Page;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    browser = await launch({ scheme });
    await browser.loadSample();
    panel = await browser.ctx.newPage();
    await panel.setViewportSize({ width: WIDTH, height: 800 });
  });
  afterAll(() => browser?.close());

  const show = async (address: string) => {
    await panel.goto(browser.url(`sidepanel.html?address=${address}`));
    await panel.getByRole('tab', { name: 'Overview' }).waitFor();
    await panel.locator('.panel-body:not([aria-busy=true])').waitFor();
  };
  /** All of it, and what is seen without scrolling. */
  const whole = async (name: string) => {
    await panel.mouse.move(0, 0);
    for (const fullPage of [true, false]) {
      const path = join(FOLDER, `${name}-${scheme}${fullPage ? '' : '-top'}.png`);
      await panel.screenshot({ path, fullPage, animations: 'disabled' });
    }
  };
  const section = async (heading: RegExp, name: string) => {
    const part = panel.locator('section.fold', { has: panel.getByRole('heading', { name: heading }) }).first();
    const button = part.getByRole('button', { name: heading }).first();
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
    await part.locator('.skeleton').waitFor({ state: 'detached' });
    await panel.mouse.move(0, 0);
    await part.screenshot({ path: join(FOLDER, `${name}-${scheme}.png`), animations: 'disabled' });
  };

  test('the overview, whole', async () => {
    await show('thao.nguyen@harbourfinch.example.com');
    await panel.getByText('Second invoice charged twice').first().waitFor();
    await whole('overview');
  });

  test.each([
    [/^Open/, 'open-tickets'],
    [/^Resolved/, 'resolved-tickets'],
    [/^Summary/, 'summary'],
    [/^Notes/, 'notes'],
    [/^Contact/, 'contact'],
    [/^Properties/, 'properties'],
    [/^Groups/, 'groups'],
    [/^Files/, 'files'],
    [/^Chats/, 'chats'],
    [/^Details/, 'details'],
  ] as const)('the section %s', async (heading, name) => {
    await section(heading, name);
  });

  test.each(['Notes', 'Billing', 'History'])('the tab %s', async (name) => {
    await panel.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    await panel.locator('.card .skeleton').waitFor({ state: 'detached' });
    await whole(name === 'Notes' ? 'notes-tab' : name.toLowerCase());
  });

  test('a person who is disabled, and one who is locked', async () => {
    await show('sofie.krueger@bauersohn.example.org');
    await whole('disabled');
    await show('an@example.org');
    await whole('locked');
  });

  test('the organisation, the agents, the form, the search', async () => {
    await show('anna.keller@example.com');
    await panel.getByRole('button', { name: 'Bauer & Sohn', exact: true }).first().click();
    await panel.getByRole('heading', { level: 1, name: 'Bauer & Sohn' }).waitFor();
    await whole('organisation');
    await panel.keyboard.press('Escape');
    await panel.getByRole('combobox', { name: /^Search people/ }).fill('an');
    await panel.getByRole('listbox').getByRole('option').first().waitFor();
    await whole('search-results');
    expect(await panel.getByRole('listbox').getByRole('option').count()).toBeGreaterThan(0);
  });
});
