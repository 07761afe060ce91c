import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, listen, sitDown } from './desk';
import { fillDisk, LETTERS, profileIn, shootFailures } from './profile';

let desk: Desk;
beforeAll(async () => {
  desk = await sitDown({ threads: LETTERS });
  await desk.open('Accounts');
  await in_.name('Phương Thảo Nguyễn');
});
afterAll(() => desk?.close());
afterEach(() => expect(desk.complaints()).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { part, button, press, keys, told, undo } = in_;
const open = () => part(/^Open/);
const titles = () => open().getByRole('listitem').getByRole('link').allTextContents();
const ticket = (title: string) => open().getByRole('listitem').filter({ hasText: title });
const form = () => desk.panel().getByRole('form', { name: 'New ticket' });
const DOUBLE = 'Second invoice charged twice after the plan change';

describe('Tickets', () => {
  test('open and resolved ones are counted, each with its status; five rows, then all', async () => {
    await button('Open (3)').waitFor();
    expect(await ticket(DOUBLE).textContent()).toMatch(/1042.*Urgent.*Waiting for us/);
    await press('Resolved (11)');
    const resolved = part(/^Resolved/);
    await expect.poll(() => resolved.getByRole('listitem').count()).toBe(5);
    await press('Show all 11 tickets');
    await expect.poll(() => resolved.getByRole('listitem').count()).toBe(11);
    await press('Resolved (11)');
  });

  test('are sorted anew by keyboard: newest, oldest, last reply, urgency', async () => {
    const sorted = async (by: string) => {
      await open()
        .getByRole('button', { name: /^Sorted by/ })
        .focus();
      await keys('Enter');
      await desk.panel().locator('[role=menuitemradio]:focus').waitFor();
      await desk.panel().getByRole('menuitemradio', { name: by }).focus();
      await keys('Enter');
      await open()
        .getByRole('button', { name: `Sorted by: ${by}` })
        .waitFor();
    };
    await sorted('Newest');
    await expect.poll(async () => (await titles())[0]).toBe(DOUBLE);
    const newest = await titles();
    await sorted('Oldest');
    await expect.poll(titles).toEqual([...newest].reverse());
    await sorted('Urgency');
    await expect.poll(async () => (await titles())[0]).toBe(DOUBLE);
    await sorted('Last reply');
  });

  test('a new one is made for this person by keyboard alone, counted at once, and Ctrl+Z takes it back', async () => {
    await open().getByRole('button', { name: 'New ticket' }).focus();
    await keys('Enter');
    await form().getByLabel('Title').pressSequentially('Pallets are late');
    await keys('Tab');
    await desk.panel().keyboard.type('Since Monday.');
    await keys('ControlOrMeta+Enter');
    await button('Open (4)').waitFor();
    await ticket('Pallets are late').getByText('New', { exact: true }).waitFor();
    await told(/^Ticket .* created$/);
    await keys('ControlOrMeta+z');
    await button('Open (3)').waitFor();
  });

  test('without a title is not made; with a full disk what was typed stays, and is made once there is room', async () => {
    await open().getByRole('button', { name: 'New ticket' }).click();
    await form().getByRole('button', { name: 'Create ticket' }).click();
    await form().getByText('A ticket needs a title.').waitFor();
    await form().getByLabel('Title').fill('Typed on a full disk');
    const giveRoom = await fillDisk(desk.browser);
    await form().getByRole('button', { name: 'Create ticket' }).click();
    await form()
      .getByText(/no room left/)
      .waitFor();
    expect(await form().getByLabel('Title').inputValue()).toBe('Typed on a full disk');
    await giveRoom();
    await form().getByRole('button', { name: 'Create ticket' }).click();
    await ticket('Typed on a full disk').waitFor();
    await undo(/^Ticket .* created$/);
    await button('Open (3)').waitFor();
  });

  test('the address that one notifies is changed, and Undo brings the former back', async () => {
    await press('Ticket 1042 notifies thao.nguyen@harbourfinch.example.com');
    await desk.panel().getByRole('menuitemradio', { name: 'Notify thao@home.example.org' }).click();
    await ticket(DOUBLE).getByText('thao@home.example.org').waitFor();
    await undo('Ticket 1042 notifies thao@home.example.org');
    await ticket(DOUBLE).getByText('thao@home.example.org').waitFor({ state: 'detached' });
  });
});

describe('A ticket’s own page', () => {
  test('opens from the list, tells all of it, and what is changed there stands in the panel, until Undo', async () => {
    const [page] = await Promise.all([
      desk.browser.ctx.waitForEvent('page'),
      open().getByRole('link', { name: DOUBLE }).click(),
    ]);
    const heard: string[] = [];
    listen(page, heard);
    const there = profileIn(() => page);
    await there.name(DOUBLE);
    expect(await page.getByRole('link', { name: 'Phương Thảo Nguyễn' }).getAttribute('href')).toContain('thao.nguyen');
    expect(await page.locator('main').textContent()).toMatch(/1042.*Waiting for us/);
    await page.getByRole('combobox', { name: /^State/ }).click();
    await page.getByRole('option', { name: 'On hold' }).click();
    await there.told('Ticket 1042: On hold');
    await page.getByRole('switch', { name: 'Urgent' }).focus();
    await page.keyboard.press('Space');
    await there.told('Ticket 1042 is not urgent any more');
    await desk.mail.bringToFront();
    await ticket(DOUBLE).getByText('On hold').waitFor();
    expect(await ticket(DOUBLE).textContent()).not.toContain('Urgent');
    await keys('ControlOrMeta+z');
    await ticket(DOUBLE).getByText('Urgent').waitFor();
    await keys('ControlOrMeta+z');
    await ticket(DOUBLE).getByText('Waiting for us').waitFor();
    await page.reload();
    await page.getByRole('combobox', { name: 'State Waiting for us' }).waitFor();
    expect(heard).toEqual([]);
    await page.close();
    await in_.name('Phương Thảo Nguyễn');
  });

  test('with a full disk says that it is not saved, and shows what the ticket has', async () => {
    const page = await desk.browser.ctx.newPage();
    await page.goto(desk.browser.url('ticket.html?connection=sample&ticket=1'));
    await profileIn(() => page).name('Weinkeller: label printer offline');
    const giveRoom = await fillDisk(desk.browser);
    await page.getByRole('switch', { name: 'Urgent' }).click();
    await page
      .getByText(/no room left/)
      .first()
      .waitFor();
    await giveRoom();
    await page.getByRole('button', { name: /^Revert/ }).click();
    expect(await page.getByRole('switch', { name: 'Urgent' }).isChecked()).toBe(false);
    await page.close();
  });

  test('of a ticket that is no longer there says so', async () => {
    const page = await desk.browser.ctx.newPage();
    await page.goto(desk.browser.url('ticket.html?connection=sample&ticket=99999'));
    await page.getByText('It is no longer there.').waitFor();
    await page.close();
  });
});
