import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, sitDown } from './desk';
import { LETTERS, profileIn, shootFailures } from './profile';

let desk: Desk;
beforeAll(async () => {
  desk = await sitDown({ threads: LETTERS });
  await desk.open('Printer offline');
  await in_.name('Anna Keller');
});
afterAll(() => desk?.close());
afterEach(() => expect(desk.complaints()).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { part, button, press, keys } = in_;

describe('Billing', () => {
  const entry = () => part('Billing').getByRole('row', { name: /^Printer, remote session/ });
  const totals = () => part('Billing').locator('dl').first().textContent();

  test('shows each entry’s time and amount, one of them, or only the totals: both switches are independent', async () => {
    await in_.tab('Billing');
    await expect.poll(() => entry().textContent()).toMatch(/0:25.*25\.00/);
    const all = await totals();
    expect(all).toMatch(/2:45.*145\.00/);
    await button('Time').focus();
    await keys('Space');
    await expect.poll(() => entry().textContent()).not.toContain('0:25');
    expect(await entry().textContent()).toContain('25.00');
    await press('Amount');
    await expect.poll(() => entry().textContent()).not.toMatch(/0:25|25\.00/);
    expect(await totals()).toBe(all);
    await press('Time');
    await expect.poll(() => entry().textContent()).toContain('0:25');
    expect(await entry().textContent()).not.toContain('25.00');
    await press('Amount');
  });

  test('draws the months, says them to who cannot see, and as a table', async () => {
    await desk
      .panel()
      .getByRole('img', { name: /^EUR by month\. Most in / })
      .waitFor();
    await press('Show as table');
    expect(await part('EUR by month').getByRole('row').count()).toBe(13);
    await press('Show as chart');
  });
});

describe('Chats', () => {
  test('stand with time and agent, and unfold to what was said', async () => {
    await in_.tab('Overview');
    const chats = part(/^Chats/);
    const first = chats.getByRole('button', { name: /Printer.*6 min.*Priya Raman/ });
    await first.focus();
    await keys('Enter');
    await chats.getByText('Is its light green?').waitFor();
    expect(await first.getAttribute('aria-expanded')).toBe('true');
    await desk.open('Accounts');
    await in_.name('Phương Thảo Nguyễn');
    expect(await chats.getByRole('listitem').count()).toBe(3);
    await chats.getByRole('button', { name: 'Show all 4' }).click();
    await expect.poll(() => chats.getByRole('listitem').count()).toBe(4);
    await desk.open('Printer offline');
    await in_.name('Anna Keller');
  });
});

describe('History', () => {
  const entries = () => part('History').getByRole('listitem');

  test('tells what changed from and to, who did it and when, and what the person did', async () => {
    await in_.tab('History');
    const seats = entries().filter({ hasText: 'Seats' });
    expect(await seats.locator('del').textContent()).toBe('5');
    expect(await seats.locator('ins').textContent()).toBe('6');
    expect(await seats.textContent()).toContain('Jonas Wirth');
    await entries().filter({ hasText: 'Signed in' }).first().waitFor();
  });

  test('is narrowed by kind and by word, and says when nothing fits', async () => {
    const filter = desk.panel().getByRole('textbox', { name: 'Filter by word, field or person' });
    const all = await entries().count();
    await part('History').getByRole('button', { name: 'Changes' }).click();
    await expect.poll(() => entries().filter({ hasText: 'Signed in' }).count()).toBe(0);
    expect(await entries().count()).toBeLessThan(all);
    await part('History').getByRole('button', { name: 'Mine' }).click();
    await part('History')
      .getByText(/Nothing was recorded|No entry fits/)
      .waitFor();
    await part('History').getByRole('button', { name: 'All' }).click();
    await filter.fill('pays by inv');
    await expect.poll(() => entries().count()).toBe(1);
    await filter.fill('nothing is called so');
    await part('History').getByText('No entry fits this.').waitFor();
    await filter.fill('');
    await expect.poll(() => entries().count()).toBe(all);
  });

  test('gains every edit at once, and an edit that was taken back stands with its undoing', async () => {
    await in_.tab('Overview');
    await press('Edit Summary');
    await in_.field('Summary').fill('For the history');
    await keys('ControlOrMeta+Enter');
    await in_.told('Summary saved');
    await in_.undoInHistory('For the history');
    await in_.tab('History');
    await part('History').getByRole('button', { name: 'Mine' }).click();
    await expect.poll(() => entries().count()).toBe(2);
    expect(await entries().first().textContent()).toContain('takes an earlier change back');
    await part('History').getByRole('button', { name: 'All' }).click();
  });

  test('leads to a ticket it names', async () => {
    const link = entries().getByRole('link', { name: '1018' }).first();
    const [page] = await Promise.all([desk.browser.ctx.waitForEvent('page'), link.click()]);
    await profileIn(() => page).name('Weinkeller: label printer offline');
    await page.close();
  });
});
