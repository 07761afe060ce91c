import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, sitDown } from './desk';
import { fillDisk, LETTERS, profileIn, shootFailures } from './profile';

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
const { part, button, press, field, value, keys, told, undo } = in_;
const OLD = 'Knows the product well. Short answers are welcome.';
const summary = (text: string) => part('Summary').getByText(text, { exact: true }).waitFor();

describe('The header', () => {
  test('says by which record the person is shown: source, number, which is copied on a press', async () => {
    await desk.browser.ctx.grantPermissions(['clipboard-read', 'clipboard-write']);
    await press(/^Sample book #\d+, copy the number$/);
    await expect.poll(() => desk.panel().evaluate(() => navigator.clipboard.readText())).toMatch(/^\d+$/);
    expect(await desk.panel().locator('main').textContent()).toMatch(
      /Local time.*in Berlin · .* (ahead of|behind) you|your time/,
    );
  });

  test('has a menu that arrows, Enter and Esc work, and that copies the address', async () => {
    await button('More').focus();
    const focused = () => desk.panel().evaluate(() => document.activeElement?.textContent);
    await keys('Enter');
    await expect.poll(focused).toBe('Edit person…');
    for (let row = 0; row < 30 && (await focused()) !== 'Copy address'; row += 1) await keys('ArrowDown');
    await keys('Enter');
    await expect
      .poll(() => desk.panel().evaluate(() => navigator.clipboard.readText()))
      .toBe('anna.keller@example.com');
    await keys('Enter');
    await expect.poll(focused).toBe('Edit person…');
    await keys('Escape');
    expect(await desk.panel().getByRole('menu').count()).toBe(0);
    expect(await button('More').evaluate((one) => one === document.activeElement)).toBe(true);
  });
});

describe('The summary', () => {
  test('is saved on leaving the field, and Undo in the notice brings back the former', async () => {
    await press('Edit Summary');
    await field('Summary').fill('Likes short answers.');
    await desk.panel().getByRole('heading', { level: 1 }).click();
    await summary('Likes short answers.');
    await undo('Summary saved');
    await summary(OLD);
  });

  test('by keyboard alone: edited, saved with Ctrl+Enter, taken back with Ctrl+Z', async () => {
    await button('Edit Summary').focus();
    await keys('Enter', 'ControlOrMeta+A');
    await desk.panel().keyboard.type('By hand');
    await keys('Enter');
    await desk.panel().keyboard.type('on two lines');
    await keys('ControlOrMeta+Enter');
    await told('Summary saved');
    expect(await part('Summary').locator('p').textContent()).toBe('By hand\non two lines');
    expect(await button('Edit Summary').evaluate((one) => one === document.activeElement)).toBe(true);
    await keys('ControlOrMeta+z');
    await summary(OLD);
  });

  test('is left as it was by Esc', async () => {
    await press('Edit Summary');
    await field('Summary').fill('Never mind');
    await keys('Escape');
    await summary(OLD);
    await desk.open('Accounts');
    await in_.name('Phương Thảo Nguyễn');
    await desk.open('Printer offline');
    await in_.name('Anna Keller');
    await summary(OLD);
  });

  test('too long is not sent: the sentence stands at the field, and what was typed stays', async () => {
    await press('Edit Summary');
    await field('Summary').fill('x'.repeat(200_000));
    await keys('ControlOrMeta+Enter');
    await part('Summary').getByText('This is too long. Shorten it.').waitFor();
    expect((await field('Summary').inputValue()).length).toBe(200_000);
    expect(await field('Summary').getAttribute('aria-invalid')).toBe('true');
    await keys('Escape');
    await summary(OLD);
  });

  test('with a full disk is told as not saved; it stays, and Retry saves it once there is room', async () => {
    const giveRoom = await fillDisk(desk.browser);
    await press('Edit Summary');
    await field('Summary').fill('Kept on a full disk');
    await keys('ControlOrMeta+Enter');
    await part('Summary').getByText('Not saved').first().waitFor();
    await part('Summary')
      .getByText(/no room left/)
      .waitFor();
    await summary('Kept on a full disk');
    await giveRoom();
    await press('Retry Summary');
    await told('Summary saved');
    await expect.poll(() => part('Summary').textContent()).not.toContain('Not saved');
    await undo('Summary saved');
    await summary(OLD);
  });

  test('with a full disk, Revert shows what the record has', async () => {
    const giveRoom = await fillDisk(desk.browser);
    await press('Edit Summary');
    await field('Summary').fill('Given up');
    await keys('ControlOrMeta+Enter');
    await press('Revert Summary');
    await summary(OLD);
    await giveRoom();
  });
});

describe('Properties', () => {
  const typed = async (label: string, text: string, shown: string) => {
    await press(`Edit ${label}`);
    await field(label).fill(text);
    await keys('Enter');
    await told(`${label} saved`);
    await expect.poll(() => value(label).textContent()).toContain(shown);
    await undo(`${label} saved`);
    await expect.poll(() => value(label).textContent()).not.toContain(shown);
  };

  test('of every type are edited and taken back: text, number and date', async () => {
    await typed('Portal', 'https://new.example.org', 'https://new.example.org');
    await typed('Seats', '41', '41');
    await typed('Customer since', '2020-02-29', 'Feb 29, 2020');
  });

  test('of every type are edited and taken back: toggle and choice, by keyboard', async () => {
    for (const [label, shown, before] of [
      ['Newsletter', 'No', 'Yes'],
      ['Plan', 'Fleet, yearly', 'Team, yearly'],
    ] as const) {
      await button(`Edit ${label}`).focus();
      await keys('Enter');
      await field(label).selectOption(shown);
      await keys('Enter');
      await expect.poll(() => value(label).textContent()).toContain(shown);
      await told(`${label} saved`);
      await keys('ControlOrMeta+z');
      await expect.poll(() => value(label).textContent()).toContain(before);
    }
  });

  test('of several choices are ticked off a list, and Cancel leaves them', async () => {
    await press('Edit Products');
    await desk.panel().getByRole('checkbox', { name: 'Warehouse' }).check();
    await press('Cancel');
    await expect.poll(() => value('Products').textContent()).toBe('Labels, Shop');
    await press('Edit Products');
    await desk.panel().getByRole('checkbox', { name: 'Warehouse' }).check();
    await desk.panel().getByRole('checkbox', { name: 'Shop' }).uncheck();
    await press('Save');
    await expect.poll(() => value('Products').textContent()).toBe('Labels, Warehouse');
    await undo('Products saved');
    await expect.poll(() => value('Products').textContent()).toBe('Labels, Shop');
  });

  test.each([
    ['Seats', 'a few', 'This is not a number. Type digits only.'],
    ['Timezone', 'Middle Earth', 'No timezone is called that. Choose one from the list.'],
    ['Language', 'Elvish', 'No language is called that. Choose one from the list.'],
  ])('of %s refuse "%s", and say so at the field', async (label, text, sentence) => {
    await press(`Edit ${label}`);
    await field(label).fill(text);
    await press('Save');
    await part('Properties').getByText(sentence).waitFor();
    expect(await field(label).inputValue()).toBe(text);
    await keys('Escape', 'Escape');
    await field(label).waitFor({ state: 'detached' });
  });

  test('the timezone is found by typing, changes the local time, and is taken back in the history', async () => {
    await press('Edit Timezone');
    await field('Timezone').fill('toky');
    await desk.panel().getByRole('option', { name: /Tokyo/ }).first().waitFor();
    await keys('ArrowDown', 'Enter');
    await expect.poll(() => value('Timezone').textContent()).toContain('Tokyo');
    await desk
      .panel()
      .getByText(/Local time.*in Tokyo/)
      .waitFor();
    await in_.tab('History');
    await press(/^Undo: Time ?zone/);
    await in_.tab('Overview');
    await expect.poll(() => value('Timezone').textContent()).toContain('Berlin');
  });

  test('that are empty are folded behind their exact number, and can be filled there', async () => {
    await desk.open('Accounts');
    await in_.name('Phương Thảo Nguyễn');
    await press('Show 5 empty fields');
    expect(await part('Properties').locator('dd', { hasText: 'empty' }).count()).toBe(5);
    await press('Edit Seats');
    await field('Seats').fill('12');
    await keys('Enter');
    await told('Seats saved');
    await press('Hide 4 empty fields');
    await expect.poll(() => value('Seats').textContent()).toContain('12');
    await undo('Seats saved');
    await button('Show 5 empty fields').waitFor();
  });
});
