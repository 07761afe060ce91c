// An agent's desk: a mail page of ours, the real side panel beside it, and what either of them complains of.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Harness, launch, runAxe, shoot } from './harness';
import { GMAIL, gmailPages, INBOX, type Thread } from './pages/gmail';

export interface Desk {
  readonly browser: Harness;
  readonly mail: Page;
  /** The side panel as it is open now. */
  readonly panel: () => Page;
  /** Errors in the console of any page, the panel's and the mail's too; taken off the list by reading it. */
  readonly complaints: () => readonly string[];
  /** Presses a row of the list; the message opens beside it. */
  open(subject: string): Promise<void>;
  /** Who the panel is about. */
  readonly head: () => Locator;
  /** Closes the panel as its own button does. */
  closePanel(): Promise<void>;
  openPanel(): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  readonly extension?: string;
  readonly language?: string;
  /** A profile that stays when the desk is left. */
  readonly folder?: string;
  readonly threads: readonly Thread[];
}

/** Gmail allowed, the sample people loaded, the panel opened by the toolbar button, no message open. */
export async function sitDown({ threads, ...options }: Options): Promise<Desk> {
  const browser = await launch(options);
  browser.ctx.setDefaultTimeout(10_000);
  const heard: string[] = [];
  browser.ctx.on('page', (page) => listen(page, heard));
  await browser.loadSample();
  await browser.allow(GMAIL);
  await browser.serve(GMAIL, gmailPages(threads, true));
  const mail = await browser.ctx.newPage();
  await mail.goto(INBOX);
  const now = { panel: await browser.openPanel(mail) };
  return {
    browser,
    mail,
    panel: () => now.panel,
    complaints: () => heard.splice(0),
    open: (subject) => mail.locator('tr.zA', { hasText: subject }).click(),
    head: () => now.panel.getByRole('heading', { level: 1 }),
    async closePanel() {
      const gone = now.panel.waitForEvent('close');
      await now.panel.evaluate(() => setTimeout(() => window.close(), 0));
      await gone;
    },
    async openPanel() {
      now.panel = await browser.openPanel(mail);
    },
    close: () => browser.close(),
  };
}

/** Notes the errors that a page writes to its console. */
export function listen(page: Page, heard: string[]): void {
  page.on('pageerror', (error) => heard.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${page.url()}: ${message.text()}`);
  });
}

/** Keeps a picture of a state, and lets axe look at it. */
export async function inspect(page: Page, name: string): Promise<void> {
  await shoot(page, name);
  expect(await runAxe(page)).toEqual([]);
}

/** One message a thread, from somebody. */
export const mailFrom = (subject: string, name: string, email: string, at: number): Thread => ({
  id: `${200 + at}`,
  subject,
  mails: [{ name, email }],
});
