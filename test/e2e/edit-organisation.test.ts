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
const { part, button, press, field, keys, told, undo, undoInHistory } = in_;
const row = (name: string) => desk.panel().locator('.org-row', { hasText: name });
const save = () => desk.panel().locator('.edit-open').getByRole('button', { name: 'Save' }).click();

describe('The organisation', () => {
  test('stands with the position and how many tickets it has', async () => {
    expect(await row('Bauer & Sohn').textContent()).toMatch(/Cellar manager.*8 tickets/);
  });

  test('position and manager are edited, and Undo brings them back', async () => {
    await press('Edit Bauer & Sohn');
    await field('Position').fill('Head of cellar');
    await field('Manager').check();
    await save();
    await row('Bauer & Sohn').getByText('Head of cellar').waitFor();
    expect(await row('Bauer & Sohn').textContent()).toContain('Manager');
    await undo('Bauer & Sohn changed');
    await row('Bauer & Sohn').getByText('Cellar manager').waitFor();
  });

  test('another one is chosen by typing and by keyboard, and Ctrl+Z takes it back', async () => {
    await button('Edit Bauer & Sohn').focus();
    await keys('Enter', 'ControlOrMeta+A');
    await desk.panel().keyboard.type('harbour');
    await desk
      .panel()
      .getByRole('option', { name: /Harbour & Finch/ })
      .first()
      .waitFor();
    await keys('ArrowDown', 'Enter');
    await expect.poll(() => field('Organisation').inputValue()).toContain('Harbour & Finch');
    await keys('Enter');
    await row('Harbour & Finch').waitFor();
    await expect.poll(() => row('Bauer & Sohn').count()).toBe(0);
    await told('Harbour & Finch Logistics changed');
    await keys('ControlOrMeta+z');
    await row('Bauer & Sohn').getByText('Cellar manager').waitFor();
  });

  test('a second one is made on the way, and is taken back in the history', async () => {
    await press('Add another organisation');
    await field('Organisation').fill('Weinbund Rheinhessen');
    await desk
      .panel()
      .getByRole('option', { name: /Create .*Weinbund/ })
      .click();
    await field('Position').fill('Treasurer');
    await save();
    await row('Weinbund Rheinhessen').getByText('Treasurer').waitFor();
    await row('Bauer & Sohn').waitFor();
    await undoInHistory('Weinbund');
    await expect.poll(() => row('Weinbund Rheinhessen').count()).toBe(0);
  });

  test('is left, and the notice brings it back', async () => {
    await press('Remove Bauer & Sohn');
    await told('Bauer & Sohn removed');
    await button('Add organisation').waitFor();
    await undo('Bauer & Sohn removed');
    await row('Bauer & Sohn').getByText('Cellar manager').waitFor();
  });

  test('without a name is refused; with a full disk it stays as it was', async () => {
    await press('Edit Bauer & Sohn');
    await field('Organisation').fill('');
    await save();
    await expect.poll(() => field('Organisation').getAttribute('aria-invalid')).toBe('true');
    await field('Organisation').fill('Bauer & Sohn');
    await field('Position').fill('Full');
    const giveRoom = await fillDisk(desk.browser);
    await save();
    await row('Bauer & Sohn')
      .getByText(/no room left/)
      .waitFor();
    await giveRoom();
    await press(/^Revert/);
    await row('Bauer & Sohn').getByText('Cellar manager').waitFor();
  });
});

describe('Its own page', () => {
  test('lists people and tickets; a person opens like any other, Esc leads back', async () => {
    await press('Bauer & Sohn');
    await in_.name('Bauer & Sohn');
    expect(
      await part(/^People/)
        .getByRole('listitem')
        .count(),
    ).toBe(5);
    await press('Show all 8 people');
    await expect
      .poll(() =>
        part(/^People/)
          .getByRole('listitem')
          .count(),
      )
      .toBe(8);
    await part(/^Open/).getByRole('link', { name: 'Customs papers for Norway' }).waitFor();
    await keys('Escape');
    await in_.name('Anna Keller');
    await press('Bauer & Sohn');
    await part(/^People/)
      .getByRole('button', { name: /^Georg Bauer/ })
      .click();
    await in_.name('Georg Bauer');
    await press('Back to the open message');
    await in_.name('Anna Keller');
  });
});

describe('Labels', () => {
  const label = (name: string) => button(`Remove label “${name}”`);

  test('one in use is completed, set by keyboard, and Ctrl+Z takes it off', async () => {
    await button('Add a label').focus();
    await keys('Enter');
    await desk.panel().getByRole('combobox', { name: 'New label' }).pressSequentially('key acc');
    const best = desk.panel().getByRole('listbox', { name: 'New label' }).getByRole('option').first();
    await best.getByText('key account').waitFor();
    await keys('ArrowDown', 'Enter');
    await label('key account').waitFor();
    await keys('Escape');
    await told('Label “key account” added');
    await desk.panel().getByRole('heading', { level: 1 }).click();
    await keys('ControlOrMeta+z');
    await label('key account').waitFor({ state: 'detached' });
  });

  test('a new one is set, is taken off, and comes back by Undo', async () => {
    await press('Add a label');
    await desk.panel().getByRole('combobox', { name: 'New label' }).fill('cellar tour');
    await keys('Enter', 'Escape');
    await label('cellar tour').waitFor();
    await label('cellar tour').click();
    await label('cellar tour').waitFor({ state: 'detached' });
    await undo('Label “cellar tour” removed');
    await label('cellar tour').waitFor();
  });

  test('pressed, one lists the people who have it', async () => {
    await press('cellar tour');
    await in_.name('People with “cellar tour”');
    await desk.panel().locator('main').getByText('1 person').waitFor();
    await desk
      .panel()
      .getByRole('button', { name: /^Anna Keller/ })
      .click();
    await in_.name('Anna Keller');
    await label('cellar tour').click();
    await label('cellar tour').waitFor({ state: 'detached' });
  });

  test('with a full disk it is told at the label, and nothing is set', async () => {
    const giveRoom = await fillDisk(desk.browser);
    await label('vip').click();
    await desk
      .panel()
      .getByText(/no room left/)
      .first()
      .waitFor();
    await giveRoom();
    await press(/^Revert/);
    await label('vip').waitFor();
  });
});

describe('Groups', () => {
  test('are ticked off a list: Cancel leaves them, Save keeps them, Undo brings them back', async () => {
    const groups = () => part(/^Groups/);
    const shown = () => groups().getByRole('listitem').allTextContents();
    await press('Edit Groups');
    await desk.panel().getByRole('checkbox', { name: 'Beta testers' }).check();
    await groups().getByRole('button', { name: 'Cancel' }).click();
    expect(await shown()).toEqual(['Newsletter']);
    await button('Edit Groups').focus();
    await keys('Enter');
    await desk.panel().getByRole('checkbox', { name: 'Beta testers' }).focus();
    await keys('Space');
    await groups().getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await shown()).sort()).toEqual(['Beta testers', 'Newsletter']);
    await undo('Groups saved');
    await expect.poll(shown).toEqual(['Newsletter']);
  });
});

describe('Details', () => {
  test('tell when and how the record was made, and the sign-ins', async () => {
    await press('Details');
    await part('Details').getByRole('listitem').first().waitFor();
    const text = await part('Details').textContent();
    expect(text).toMatch(/Created.*Apr 1, 2019/);
    expect(text).toContain('Safari on iPad');
    expect(await part('Details').getByRole('listitem').count()).toBe(3);
  });

  test('automatic replies are stopped by keyboard, told in words, and started again by Undo', async () => {
    const stop = desk.panel().getByRole('switch', { name: 'Stop automatic replies to this person' });
    await stop.focus();
    await keys('Space');
    await told('Automatic replies stopped');
    expect(await stop.isChecked()).toBe(true);
    await undo('Automatic replies stopped');
    await expect.poll(() => stop.isChecked()).toBe(false);
  });
});
