import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, sitDown } from './desk';
import { LETTERS, panelOf, profileIn, shootFailures } from './profile';

let desk: Desk;
beforeAll(async () => {
  desk = await sitDown({ threads: LETTERS });
});
afterAll(() => desk?.close());
afterEach(() => expect(desk.complaints()).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { part, press, field, keys } = in_;
const note = () => desk.panel().getByRole('textbox', { name: 'Note', exact: true });
const THAO = 'Phương Thảo Nguyễn';
const anna = async () => {
  await desk.open('Printer offline');
  await in_.name('Anna Keller');
};

describe('While a field is edited', () => {
  test('the panel stays with its person when another message is opened, and says so; then it goes on', async () => {
    await anna();
    await press('Edit Summary');
    await field('Summary').fill('Half a sen');
    await desk.open('Accounts');
    await desk
      .panel()
      .getByText(/Still editing .*Anna Keller/)
      .waitFor();
    expect(await desk.head().textContent()).toBe('Anna Keller');
    expect(await field('Summary').inputValue()).toBe('Half a sen');
    await press(/^Show .*Nguyễn/);
    await in_.name(THAO);
    expect(await desk.panel().getByText('Half a sen').count()).toBe(0);
  });

  test('what was typed is saved by leaving the field, for its own person only', async () => {
    expect(await part('Summary').textContent()).toContain('Runs accounts payable');
    await anna();
    await part('Summary').getByText('Half a sen', { exact: true }).waitFor();
    await desk.panel().getByRole('heading', { level: 1 }).click();
    await keys('ControlOrMeta+z');
    await part('Summary').getByText('Knows the product well.').waitFor();
  });
});

describe('What is half-typed survives', () => {
  test('a panel that is closed in the middle, and opened again', async () => {
    await press('Edit Summary');
    await field('Summary').fill('Closed in the mid');
    await desk.closePanel();
    await desk.openPanel();
    await in_.name('Anna Keller');
    await expect.poll(() => field('Summary').inputValue()).toBe('Closed in the mid');
  });

  test('a background that is stopped between two letters', async () => {
    await field('Summary').fill('Stopped ');
    await desk.browser.stopServiceWorker();
    await field('Summary').pressSequentially('in the middle');
    await desk.browser.stopServiceWorker();
    await desk.closePanel();
    await desk.openPanel();
    await in_.name('Anna Keller');
    await expect.poll(() => field('Summary').inputValue()).toBe('Stopped in the middle');
    await keys('Escape');
  });

  test('a look at another tab', async () => {
    await press('Edit Phone');
    await field('Phone').fill('+49 6131 7');
    const other = await desk.browser.ctx.newPage();
    await other.goto(desk.browser.url('sample-mailbox.html'));
    await other.bringToFront();
    await desk.mail.bringToFront();
    await in_.name('Anna Keller');
    await expect.poll(() => field('Phone').inputValue()).toBe('+49 6131 7');
    await press('Cancel');
    await other.close();
  });

  test('as an unsent note: closed by Esc, and by the panel', async () => {
    await press('Add note');
    await note().fill('Not sent yet');
    await keys('Escape');
    await press('Add note');
    expect(await note().inputValue()).toBe('Not sent yet');
    await desk.closePanel();
    await desk.browser.stopServiceWorker();
    await desk.openPanel();
    await in_.name('Anna Keller');
    await expect.poll(() => note().inputValue()).toBe('Not sent yet');
    await part(/^Notes/)
      .getByRole('button', { name: 'Cancel' })
      .click();
  });

  test('as an unmade ticket', async () => {
    await part(/^Open/).getByRole('button', { name: 'New ticket' }).click();
    await desk.panel().getByLabel('Title').fill('Half a tick');
    await desk.closePanel();
    await desk.openPanel();
    await in_.name('Anna Keller');
    await expect.poll(() => desk.panel().getByLabel('Title').inputValue()).toBe('Half a tick');
    await part(/^Open/).getByRole('button', { name: 'Cancel' }).click();
  });
});

describe('An edit that is being saved', () => {
  test('is saved or told as not saved when the background is stopped that very moment; never half, never silent', async () => {
    for (const text of ['First stop', 'Second stop', 'Third stop']) {
      await press('Edit Summary');
      await field('Summary').fill(text);
      await Promise.all([keys('ControlOrMeta+Enter'), desk.browser.stopServiceWorker()]);
      const retry = desk.panel().getByRole('button', { name: 'Retry Summary' });
      await part('Summary saved').or(retry).first().waitFor();
      if (await retry.isVisible()) await retry.click();
      await expect.poll(() => part('Summary').textContent()).not.toMatch(/Not saved|saving/);
      expect(await part('Summary').textContent()).toContain(text);
    }
    const fresh = await panelOf(desk.browser, 'anna.keller@example.com');
    await profileIn(() => fresh)
      .part('Summary')
      .getByText('Third stop')
      .waitFor();
    await fresh.close();
  });
});

describe('A note that is being saved', () => {
  test('is there once when the background is stopped that very moment, however it was told', async () => {
    for (const text of ['Stopped at once', 'Stopped again', 'Stopped a third time']) {
      await press('Add note');
      await note().fill(text);
      await Promise.all([note().press('ControlOrMeta+Enter'), desk.browser.stopServiceWorker()]);
      const kept = part(/^Notes/)
        .getByRole('listitem')
        .filter({ hasText: text });
      const refused = part(/^Notes/).getByText('The note could not be saved in Sample book.');
      await kept.or(refused).first().waitFor();
      if (await refused.isVisible()) await press('Save note');
      await kept.first().waitFor();
      await note().waitFor({ state: 'detached' });
      await in_.tab('Notes');
      await part('Notes').locator('li.note', { hasText: text }).first().waitFor();
      expect(await part('Notes').locator('li.note', { hasText: text }).count()).toBe(1);
      await in_.tab('Overview');
    }
  });
});

describe('The same field in two windows', () => {
  test('is a conflict: before, mine and theirs stand there, and nothing is overwritten unasked', async () => {
    const other = await panelOf(desk.browser, 'anna.keller@example.com');
    const there = profileIn(() => other);
    await press('Edit Summary');
    await field('Summary').fill('Mine, in the panel');
    await there.press('Edit Summary');
    await there.field('Summary').fill('Theirs, in the window');
    await there.keys('ControlOrMeta+Enter');
    await there.told('Summary saved');
    await field('Summary').press('ControlOrMeta+Enter');
    const box = part(/^Summary at /);
    for (const text of ['Third stop', 'Mine, in the panel', 'Theirs, in the window'])
      await box.getByText(text).waitFor();
    await there.part('Summary').getByText('Theirs, in the window').waitFor();
    await box.getByRole('button', { name: 'Keep theirs' }).click();
    await part('Summary').getByText('Theirs, in the window').waitFor();
    await other.close();
  });
});
