import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, inspect, mailFrom, sitDown } from './desk';
import type { Thread } from './pages/gmail';

const PEOPLE = [
  ['Printer offline', 'Anna Keller', 'anna.keller@example.com'],
  ['Accounts', 'Phương Thảo Nguyễn', 'thao.nguyen@harbourfinch.example.com'],
  ['Half bottles', 'Anna Keller', 'keller@bauersohn.example.org'],
  ['Locked out', 'Nguyễn Hoàng Thị Phương An-Kowalczyk', 'an@example.org'],
  ['Shop', 'Lukas Bauer', 'lukas@bauersohn.example.org'],
  ['Office', 'Georg Bauer', 'georg@bauersohn.example.org'],
  ['Old account', 'Sofie Krüger', 'sofie.krueger@bauersohn.example.org'],
] as const;
const THREADS: readonly Thread[] = PEOPLE.map(([subject, name, email], at) => mailFrom(subject, name, email, at));

let desk: Desk;
beforeAll(async () => {
  desk = await sitDown({ threads: [...THREADS, mailFrom('Orders', 'Anna K.', 'Anna.Keller+orders@example.com', 50)] });
});
afterAll(() => desk?.close());
afterEach(() => expect(desk.complaints()).toEqual([]));

const section = (name: RegExp) => desk.panel().locator('section', { has: desk.panel().getByRole('heading', { name }) });
const painted = (name: string) => desk.head().getByText(name, { exact: true }).waitFor();

describe('A message is opened, and the panel beside it shows its writer', () => {
  test('before any message it says that none is open, and offers a search', async () => {
    await painted('No message is open');
    expect(
      await desk
        .panel()
        .getByRole('combobox', { name: /^Search people/ })
        .isVisible(),
    ).toBe(true);
    await inspect(desk.panel(), 'no-message');
  });

  test('with the matched address, the source, the organisation, the local time and the labels', async () => {
    await desk.open('Printer offline');
    await painted('Anna Keller');
    const text = await desk.panel().locator('main').textContent();
    expect(text).toContain('anna.keller@example.com');
    expect(text).toContain('Sample');
    expect(text).toContain('Bauer & Sohn');
    expect(text).toMatch(/Local time\s+\d{1,2}:\d\d/);
    expect(text).toContain('pays by invoice');
    expect(text).toContain('Knows the product well.');
    await inspect(desk.panel(), 'found');
  });

  test('with the open tickets and how many they are, and the latest notes', async () => {
    await section(/^Open \(?2/)
      .getByText('Weinkeller: label printer offline')
      .waitFor();
    expect(await section(/^Open/).getByRole('listitem').count()).toBe(2);
    await section(/^Notes \(?4/)
      .getByText('Printer is a Zebra in the cellar')
      .waitFor();
    expect(
      await section(/^Notes/)
        .getByRole('listitem')
        .count(),
    ).toBe(2);
  });

  test('with every way to reach them, the primary address marked in words, each to be copied', async () => {
    const contact = section(/^Contact/);
    const primary = contact.getByRole('listitem').filter({ hasText: 'Primary' });
    expect(await primary.count()).toBe(1);
    expect(await primary.textContent()).toContain('anna.keller@example.com');
    await desk.browser.ctx.grantPermissions(['clipboard-read', 'clipboard-write']);
    await contact.getByRole('button', { name: 'Copy keller@bauersohn.example.org' }).click();
    await expect.poll(() => desk.panel().getByRole('status').first().textContent()).toBe('Copied');
    expect(await desk.panel().evaluate(() => navigator.clipboard.readText())).toBe('keller@bauersohn.example.org');
  });

  test('found by a second address, it names that one in the head', async () => {
    await desk.open('Half bottles');
    await desk.panel().locator('header').getByText('keller@bauersohn.example.org').first().waitFor();
    await painted('Anna Keller');
  });

  test('found without the tag and in other capitals, it says by which address', async () => {
    await desk.open('Orders');
    await desk.panel().getByText('Found by anna.keller@example.com, without the tag').waitFor();
    await painted('Anna Keller');
    await inspect(desk.panel(), 'found-without-tag');
  });

  test.each([
    ['Locked out', 'Locked'],
    ['Old account', 'Disabled'],
  ])('of "%s" it says in words: %s', async (subject, word) => {
    await desk.open(subject);
    await desk.panel().locator('header').getByText(word, { exact: true }).waitFor();
    await inspect(desk.panel(), `found-${word.toLowerCase()}`);
  });
});

describe('The next message', () => {
  test('shows the next person, and nothing of the former is left', async () => {
    await desk.open('Printer offline');
    await painted('Anna Keller');
    await desk.open('Accounts');
    await painted('Phương Thảo Nguyễn');
    await desk.panel().locator('main').getByText('Harbour & Finch').waitFor();
    expect(await desk.panel().locator('main').textContent()).not.toMatch(/Anna|Bauer|Weinkeller|Zebra/);
    // What is read aloud follows a moment later.
    await expect.poll(() => desk.panel().locator('body').textContent()).not.toMatch(/Anna|Bauer|Weinkeller|Zebra/);
  });

  test('wins when thirty are opened one right after another, and no name ever stands over another’s address', async () => {
    await desk.panel().evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      const note = () => {
        const [name, address] = ['h1', '.head-address'].map((one) => document.querySelector(one)?.textContent ?? '');
        if (name && address) seen.push(`${name} <${address}>`);
      };
      new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    for (let turn = 0; turn < 30; turn += 1) await desk.open(PEOPLE[(turn * 3) % PEOPLE.length]?.[0] ?? '');
    await desk.open('Shop');
    await painted('Lukas Bauer');
    const seen = new Set(await desk.panel().evaluate<string[]>('seen'));
    const right = PEOPLE.map(([, name, email]) => `${name} <${email}>`);
    expect([...seen].filter((one) => !right.includes(one))).toEqual([]);
    // The last one is there to stay: its tickets and notes have come, and nobody came after.
    await section(/^Open/).waitFor();
    expect(await desk.head().textContent()).toBe('Lukas Bauer');
  });

  test('is right although the background was stopped in between', async () => {
    await desk.open('Accounts');
    await painted('Phương Thảo Nguyễn');
    await desk.browser.stopServiceWorker();
    await desk.open('Printer offline');
    await painted('Anna Keller');
    await section(/^Notes \(?4/).waitFor();
  });

  test('is right although the background was stopped in the middle of the lookup', async () => {
    for (const [subject, name] of [PEOPLE[1], PEOPLE[4], PEOPLE[0]] as const) {
      await desk.open(subject);
      await desk.browser.stopServiceWorker();
      await desk.open('Office');
      await painted('Georg Bauer');
      await desk.open(subject);
      await painted(name);
    }
  });

  test('none is open any more: nobody is shown, and who was looked at lately stands in a list', async () => {
    await desk.open('Printer offline');
    await painted('Anna Keller');
    await desk.mail.reload();
    await painted('No message is open');
    const recent = desk.panel().locator('section', { hasText: 'Recent people' });
    await recent.getByRole('button', { name: /Anna Keller/ }).click();
    await painted('Anna Keller');
    await inspect(desk.panel(), 'found-from-recent');
    await desk.panel().getByRole('button', { name: 'Back', exact: true }).click();
    await painted('No message is open');
    await inspect(desk.panel(), 'no-message-recent');
  });
});
