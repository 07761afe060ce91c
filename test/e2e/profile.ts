// What an agent sees and presses in a panel that shows a person's profile.
import type { Locator, Page } from 'playwright-core';
import { beforeEach } from 'vitest';
import { mailFrom } from './desk';
import { type Harness, shoot } from './harness';
import type { Thread } from './pages/gmail';

const WRITERS = {
  'Printer offline': ['Anna Keller', 'anna.keller@example.com'],
  Accounts: ['Phương Thảo Nguyễn', 'thao.nguyen@harbourfinch.example.com'],
  Shop: ['Lukas Bauer', 'lukas@bauersohn.example.org'],
  'Locked out': ['Nguyễn Hoàng Thị Phương An-Kowalczyk', 'an@example.org'],
  'Old account': ['Sofie Krüger', 'sofie.krueger@bauersohn.example.org'],
} as const;

/** One message a thread, each from somebody of the sample book. */
export const LETTERS: readonly Thread[] = Object.entries(WRITERS).map(([subject, [name, email]], at) =>
  mailFrom(subject, name, email, at),
);

/** Keeps a picture of what stood there when a test of this file fails. */
export const shootFailures = (page: () => Page): void =>
  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => shoot(page(), `failed-${task.name.replace(/\W+/g, '-').slice(0, 60)}`));
  });

/** @param page the panel as it is open now */
export const profileIn = (page: () => Page) => {
  const button = (name: string | RegExp): Locator =>
    page().getByRole('button', { name, exact: typeof name === 'string' });
  const part = (name: string | RegExp): Locator =>
    page().getByRole('region', { name, exact: typeof name === 'string' });
  return {
    button,
    /** A section, a notice, a box: by its heading. */
    part,
    press: (name: string | RegExp) => button(name).first().click(),
    field: (name: string): Locator => page().locator('.edit-open').getByLabel(name, { exact: true }),
    /** A property's value: what stands beside its name. */
    value: (name: string): Locator =>
      page()
        .locator('dl > div', { has: page().locator('dt', { hasText: name }) })
        .locator('dd'),
    keys: (...keys: readonly string[]) =>
      keys.reduce((before, key) => before.then(() => page().keyboard.press(key)), Promise.resolve()),
    tab: (name: string) =>
      page()
        .getByRole('tab', { name: new RegExp(`^${name}`) })
        .click(),
    /** What was done, as the notice below says it; waits for it. */
    told: (title: string | RegExp) => part(title).waitFor(),
    /** Presses Undo of the notice that says so. */
    undo: (title: string | RegExp) => part(title).getByRole('button', { name: 'Undo' }).click(),
    /** Presses Undo of the newest entry of the history that has these words. */
    async undoInHistory(words: string) {
      await page().getByRole('tab', { name: 'History' }).click();
      const entries = part('History').getByRole('listitem').filter({ hasText: words });
      await entries.first().getByRole('button', { name: /^Undo/ }).click();
      await entries.filter({ hasText: 'taken back' }).first().waitFor();
      await page().getByRole('tab', { name: 'Overview' }).click();
    },
    /** A person of a book, named by an address; for pages in a tab. */
    name: (name: string) => page().getByRole('heading', { level: 1 }).getByText(name, { exact: true }).waitFor(),
  };
};

/** A panel in a tab of its own, about the person with an address. */
export async function panelOf(browser: Harness, address: string): Promise<Page> {
  const page = await browser.ctx.newPage();
  await page.goto(browser.url(`sidepanel.html?address=${encodeURIComponent(address)}`));
  await page.getByRole('tab').first().waitFor();
  return page;
}

/**
 * From now on the background's database takes nothing more, as when the disk is full. Until what is returned is
 * called, or the background is stopped.
 */
export async function fillDisk({ ctx }: Harness): Promise<() => Promise<void>> {
  const worker = ctx.serviceWorkers()[0] ?? (await ctx.waitForEvent('serviceworker'));
  await worker.evaluate(() => {
    const { put, add } = IDBObjectStore.prototype;
    const full = () => {
      throw new DOMException('No room', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { put: full, add: full });
    Object.assign(globalThis, { giveRoom: () => Object.assign(IDBObjectStore.prototype, { put, add }) });
  });
  return () => worker.evaluate('giveRoom()').then(() => undefined);
}
