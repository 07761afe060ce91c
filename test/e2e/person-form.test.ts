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
const { part, press, keys, value } = in_;
const form = () => desk.panel().locator('form');
const input = (name: string) =>
  form()
    .locator('input, select, textarea')
    .and(form().getByLabel(name, { exact: true }));
const openNew = async (name: string) => {
  await desk
    .panel()
    .getByRole('combobox', { name: /^Search people/ })
    .fill(name);
  await press(`New person “${name}”`);
  await in_.name('New person');
};
const openEdit = async () => {
  await press('More');
  await desk.panel().getByRole('menuitem', { name: 'Edit person…' }).click();
  await desk
    .panel()
    .getByRole('heading', { level: 1, name: /^Edit .*Anna Keller/ })
    .waitFor();
  await input('Seats').waitFor();
};
const inBook = async (name: RegExp) => {
  await desk
    .panel()
    .getByRole('combobox', { name: /^Save to/ })
    .click();
  await desk.panel().getByRole('option', { name }).click();
};

describe('New person', () => {
  test('is made with every type of field, and shown', async () => {
    await openNew('Mira Testa');
    expect(await input('Name').inputValue()).toBe('Mira Testa');
    await inBook(/Sample book/);
    await input('Address').fill('mira@testa.example.net');
    await press('Add address');
    await input('Address 2').fill('m.testa@home.example.net');
    await input('Organisation').fill('Testa Srl');
    await desk
      .panel()
      .getByRole('option', { name: /Create .*Testa Srl/ })
      .click();
    await input('Position').fill('Owner');
    await form()
      .getByRole('button', { name: /Add field$/ })
      .click();
    await desk.panel().getByRole('menuitem', { name: 'Phone' }).click();
    await input('Phone').fill('+39 02 5550 0101');
    await input('Plan').selectOption('Solo');
    await input('Seats').fill('3');
    await input('Customer since').fill('2024-02-29');
    await form().locator('select').and(form().getByLabel('Newsletter')).selectOption('Yes');
    await form().getByRole('checkbox', { name: 'Shop' }).check();
    await input('Portal').fill('https://testa.example.net/');
    await input('Summary').fill('Made with all fields.');
    await press('Create');
    await in_.name('Mira Testa');
    const text = (await desk.panel().locator('main').textContent()) ?? '';
    for (const one of [
      'mira@testa',
      'm.testa@home',
      'Testa Srl',
      'Owner',
      '+39 02 5550',
      'Solo',
      'Feb 29, 2024',
      'Made with all',
    ]) {
      expect(text).toContain(one);
    }
    expect(await value('Products').textContent()).toBe('Shop');
  });

  test('is unmade by Undo', async () => {
    await desk.panel().getByRole('button', { name: 'Undo' }).click();
    await in_.name('No one has this address');
    await press('Back to the open message');
    await in_.name('Anna Keller');
  });

  test('with an address of somebody else says whose it is, leads there, and what was typed stays', async () => {
    await openNew('Anna Zwei');
    await inBook(/Sample book/);
    await input('Address').fill('lukas@bauersohn.example.org');
    await press('Create');
    await form()
      .getByText(/Lukas Bauer.* has this address already/)
      .waitFor();
    expect(await input('Name').inputValue()).toBe('Anna Zwei');
    await form()
      .getByRole('button', { name: /^Show .*Lukas Bauer/ })
      .waitFor();
    await press('Cancel');
    await in_.name('Anna Keller');
  });
});

describe('Edit person', () => {
  test('holds every field; what is wrong is named at each, and the focus goes to the first', async () => {
    await openEdit();
    await input('Address 2').fill('nope');
    await input('Seats').fill('many');
    await input('Website').fill('javascript:alert(1)');
    await press('Save');
    for (const label of ['Address 2', 'Seats', 'Website']) {
      await expect.poll(() => input(label).getAttribute('aria-invalid')).toBe('true');
    }
    expect(await input('Address 2').evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await input('Website').inputValue()).toBe('javascript:alert(1)');
    await press('Cancel');
    await in_.name('Anna Keller');
  });

  test('saves all that was changed as one step, by keyboard, and one Undo takes all of it back', async () => {
    await openEdit();
    await input('Seats').fill('77');
    await input('Position').fill('Cellar master');
    await input('Name').fill('Anna Keller-Bauer');
    await keys('Enter');
    await in_.name('Anna Keller-Bauer');
    await expect.poll(() => value('Seats').textContent()).toContain('77');
    await desk.panel().getByText('Cellar master').first().waitFor();
    await desk.panel().getByRole('button', { name: 'Undo' }).click();
    await in_.name('Anna Keller');
    await expect.poll(() => value('Seats').textContent()).not.toContain('77');
    await desk.panel().getByText('Cellar manager').first().waitFor();
  });

  test('with a full disk saves nothing of it, says so, and all that was typed stays', async () => {
    await openEdit();
    await input('Seats').fill('78');
    await input('Position').fill('Nobody');
    const giveRoom = await fillDisk(desk.browser);
    await press('Save');
    await form()
      .getByText(/no room left/)
      .waitFor();
    expect(await input('Seats').inputValue()).toBe('78');
    await giveRoom();
    await press('Cancel');
    await in_.name('Anna Keller');
    await expect.poll(() => value('Seats').textContent()).not.toContain('78');
  });

  test('half-filled it is there again after the panel was closed and the background stopped', async () => {
    await openEdit();
    await input('Position').fill('Half a wo');
    await desk.closePanel();
    await desk.browser.stopServiceWorker();
    await desk.openPanel();
    await in_.name('Anna Keller');
    await openEdit();
    expect(await input('Position').inputValue()).toBe('Half a wo');
    await press('Cancel');
    await in_.name('Anna Keller');
    await part('Summary').waitFor();
  });
});
