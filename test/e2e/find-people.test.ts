import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, sitDown } from './desk';
import { LETTERS, profileIn, shootFailures } from './profile';

const PEOPLE = 312;

let desk: Desk;
beforeAll(async () => {
  desk = await sitDown({ threads: LETTERS });
  const settings = await desk.browser.ctx.newPage();
  await settings.goto(desk.browser.url('options.html#book'));
  const lines = Array.from({ length: PEOPLE }, (_, at) => `Guild Member ${at},member.${at}@guild.example.net,Guild`);
  const buffer = Buffer.from(['Name,Email,Organisation', ...lines, ''].join('\n'));
  await settings.locator('input[type=file]').setInputFiles({ name: 'guild.csv', mimeType: 'text/csv', buffer });
  await settings.getByRole('status').getByText(`${PEOPLE} people added`).first().waitFor();
  await settings.close();
});
afterAll(() => desk?.close());
afterEach(() => expect(desk.complaints()).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { button, press, keys } = in_;
const field = () => desk.panel().getByRole('combobox', { name: /^Search people/ });
const found = () => desk.panel().getByRole('listbox', { name: 'People found' }).getByRole('option');
const count = (text: string) => desk.panel().getByRole('heading', { level: 1, name: text, exact: true }).waitFor();
const chosen = () => desk.panel().getByRole('listbox', { name: 'People found' }).locator('[aria-selected=true]');

describe('Search', () => {
  test.each([
    ['the name without its accents', 'phuong thao', 'Phương Thảo Nguyễn'],
    ['a surname with a slip', 'Anna Kellre', 'Anna Keller'],
    ['a second address', 'accounts@harbourfinch', 'Phương Thảo Nguyễn'],
    ['the phone with other gaps', '+84 (28) 55500142', 'Phương Thảo Nguyễn'],
    ['the phone with 00', '0084 28 5550 0142', 'Phương Thảo Nguyễn'],
    ['the phone as dialled at home', '06131 5550112', 'Anna Keller'],
    ['the organisation', 'bauer sohn keller', 'Anna Keller'],
    ['a label', 'net 30', 'Phương Thảo Nguyễn'],
    ['a custom field', 'fleet yearly', 'Phương Thảo Nguyễn'],
    ['a messenger name', 'thao.hf', 'Phương Thảo Nguyễn'],
    ['a ticket’s number', '1042', 'Phương Thảo Nguyễn'],
    ['the id', '#12', 'Anna Keller'],
    ['the summary', 'accounts payable', 'Phương Thảo Nguyễn'],
  ])('finds somebody by %s, as it is typed', async (_, text, name) => {
    await field().fill(text);
    await found().filter({ hasText: name }).first().waitFor();
    await keys('Escape');
  });

  test('counts honestly: the first 50 of all, then the rest, and nobody is silently left out', async () => {
    await field().fill('guild member');
    await count(`First 50 of ${PEOPLE}`);
    expect(await found().count()).toBe(50);
    await press(/^Load /);
    await expect.poll(() => found().count()).toBe(PEOPLE);
    await count(`${PEOPLE} people`);
  });

  test('is sorted by name, and narrowed to agents and to one of their teams', async () => {
    await press(/^Sorted by/);
    await desk.panel().getByRole('menuitemradio', { name: 'Name' }).click();
    await expect.poll(() => found().first().textContent()).toContain('Guild Member 0');
    await field().fill('desk.example.com');
    const who = desk.panel().getByRole('combobox', { name: 'Who' });
    await who.selectOption('Agents');
    await expect.poll(() => found().count()).toBeGreaterThan(3);
    const all = await found().count();
    await desk.panel().getByRole('combobox', { name: 'Team' }).selectOption('Billing');
    await expect.poll(() => found().count()).toBeLessThan(all);
    await found().filter({ hasText: 'Elif Demir' }).waitFor();
    await who.selectOption('Customers');
    await desk.panel().getByText('Nobody is found by “desk.example.com”.').waitFor();
    await who.selectOption('Anyone');
  });

  test('is narrowed to a user group', async () => {
    await field().fill('thao');
    const group = desk.panel().getByRole('combobox', { name: 'User group' });
    await group.selectOption('Key accounts');
    await found().filter({ hasText: 'Phương Thảo Nguyễn' }).waitFor();
    await group.selectOption('Beta testers');
    await expect.poll(() => found().filter({ hasText: 'Phương Thảo Nguyễn' }).count()).toBe(0);
    await group.selectOption('Any group');
  });

  test('by keyboard alone: "/" leads to it, the arrows move, Enter opens, Esc leads back', async () => {
    await keys('Escape');
    await desk.open('Printer offline');
    await in_.name('Anna Keller');
    await desk.panel().getByRole('heading', { level: 1 }).click();
    await keys('/');
    await field().pressSequentially('guild member 30');
    await found().filter({ hasText: 'Guild Member 307' }).waitFor();
    const first = await chosen().textContent();
    await keys('ArrowDown');
    await expect.poll(() => chosen().textContent()).not.toBe(first);
    await keys('ArrowUp');
    await expect.poll(() => chosen().textContent()).toBe(first);
    await keys('Enter');
    await desk
      .panel()
      .getByRole('heading', { level: 1, name: /^Guild Member 30/ })
      .waitFor();
    await press('Back to the open message');
    await in_.name('Anna Keller');
  });

  test('finds a change at once', async () => {
    await press('Add a label');
    await desk.panel().getByRole('combobox', { name: 'New label' }).fill('zirconium');
    await keys('Enter', 'Escape');
    await button('Remove label “zirconium”').waitFor();
    await field().fill('zirconium');
    await found().filter({ hasText: 'Anna Keller' }).getByText('zirconium').waitFor();
    await count('1 person');
    await keys('Escape');
    await press('Remove label “zirconium”');
    await field().fill('zirconium');
    await desk.panel().getByText('Nobody is found by “zirconium”.').waitFor();
    await keys('Escape');
  });

  test('finds the same when panel and background were gone meanwhile', async () => {
    await desk.closePanel();
    await desk.browser.stopServiceWorker();
    await desk.openPanel();
    await in_.name('Anna Keller');
    await field().fill('guild');
    await count(`First 50 of ${PEOPLE}`);
    await field().fill('member.299@');
    await found().filter({ hasText: 'Guild Member 299' }).waitFor();
    await keys('Escape');
  });
});

describe('Agents', () => {
  test('stand by team, are filtered by team and by name, and one opens like any person', async () => {
    await desk.mail.reload();
    await in_.name('No message is open');
    await press('Agents by team');
    await in_.name('Agents');
    await in_
      .part('First line')
      .getByRole('button', { name: /^Priya Raman/ })
      .waitFor();
    await press(/^Billing/);
    await expect.poll(() => button(/^Priya Raman/).count()).toBe(0);
    await button(/^Elif Demir/).waitFor();
    await press('All');
    await desk.panel().getByRole('textbox', { name: 'Search agents' }).fill('priya');
    await expect.poll(() => button(/^Elif Demir/).count()).toBe(0);
    await button(/^Priya Raman/)
      .first()
      .focus();
    await keys('Enter');
    await in_.name('Priya Raman');
    await desk.panel().getByText('Agent', { exact: true }).first().waitFor();
  });
});
