import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, inspect, mailFrom, sitDown } from './desk';
import { launcherOn } from './launcher-on';

const MARIE = 'marie.sorensen@bauer-sohn.example.org';
const THREADS = [
  mailFrom('Question', 'Marie Sørensen', MARIE, 1),
  mailFrom('Newcomer', 'Nils Neu', 'nils.neu@example.net', 2),
  mailFrom('Stranger', 'Sven Fremd', 'sven.fremd@example.net', 3),
  mailFrom('Private', 'Paula Privat', 'paula@private.example.net', 4),
  mailFrom('Parcel', 'Parcel tracking', 'no-reply@parcels.example.net', 5),
  mailFrom('Latecomer', 'Lars Spät', 'lars.late@example.net', 7),
  mailFrom('Printer offline', 'Anna Keller', 'anna.keller@example.com', 6),
];

let desk: Desk;
beforeAll(async () => {
  desk = await sitDown({ threads: THREADS });
});
afterAll(() => desk?.close());
afterEach(() => expect(desk.complaints()).toEqual([]));

const painted = (name: string) => desk.head().getByText(name, { exact: true }).waitFor();
const field = (name: string) => desk.panel().getByLabel(name, { exact: true });
const press = (name: string) => desk.panel().getByRole('button', { name, exact: true }).click();
const NOBODY = 'No one has this address';

describe('Nobody has the address', () => {
  test('the panel says so and where it looked, and the launcher calls the sender new', async () => {
    await desk.open('Question');
    await painted(NOBODY);
    expect(await desk.panel().locator('header').textContent()).toContain(MARIE);
    expect(await desk.panel().locator('.looked-in').textContent()).toMatch(/Looked in.*My book.*Sample/);
    const launcher = await launcherOn(desk.mail);
    await expect.poll(async () => (await launcher.seen())?.text).toBe('New');
  });

  test('who is nearly it stands above, with the reason, and is not taken for the sender', async () => {
    const near = desk.panel().getByRole('region', { name: 'Near matches' });
    await near.getByText('Marie Sørensen').waitFor();
    expect(await near.textContent()).toContain('Same name, address without the hyphen');
    await inspect(desk.panel(), 'not-found-near');
    await near.getByRole('button', { name: 'Open Marie Sørensen' }).click();
    await painted('Marie Sørensen');
    await press('Back to the open message');
    await painted(NOBODY);
  });

  test('a form is filled from the page, and no letter of it is lost to a wrong address', async () => {
    await desk.open('Newcomer');
    await expect.poll(() => field('Name').inputValue()).toBe('Nils Neu');
    expect(await field('Address').inputValue()).toBe('nils.neu@example.net');
    await field('Address').fill('nils.neu(at)example.net');
    await press('Create');
    await desk.panel().getByText('This is not an address.').waitFor();
    await inspect(desk.panel(), 'create-wrong-address');
    await field('Address').fill('nils.neu@example.net');
  });

  test('the organisation is chosen by keyboard, from those of the book that is saved to', async () => {
    await desk.panel().getByRole('combobox', { name: 'Save to' }).click();
    await desk
      .panel()
      .getByRole('option', { name: /Sample book/ })
      .click();
    await field('Organisation').click();
    await desk.panel().keyboard.type('bau');
    const options = desk.panel().getByRole('option');
    await options.getByText('Bauer & Sohn').waitFor();
    await inspect(desk.panel(), 'create-organisation');
    await desk.panel().keyboard.press('ArrowDown');
    const chosen = await options.and(desk.panel().locator('[aria-selected=true]')).locator('bdi').textContent();
    await desk.panel().keyboard.press('Enter');
    expect(chosen).toContain('Bau');
    expect(await field('Organisation').inputValue()).toBe(chosen);
    expect(await options.count()).toBe(0);
  });

  test('or it is a new one, in the own book', async () => {
    await desk.panel().getByRole('combobox', { name: 'Save to' }).click();
    await desk
      .panel()
      .getByRole('option', { name: /My book/ })
      .click();
    await field('Organisation').fill('Neu & Partner');
    await desk
      .panel()
      .getByRole('option', { name: /Create .*Neu & Partner/ })
      .click();
    expect(await field('Organisation').inputValue()).toBe('Neu & Partner');
  });
});

describe('Create', () => {
  test('shows the new profile at once, with a way back', async () => {
    await field('Name').fill('Nils Neumann');
    await press('Create');
    await painted('Nils Neumann');
    const text = await desk.panel().locator('main').textContent();
    expect(text).toContain('nils.neu@example.net');
    expect(text).toContain('Neu & Partner');
    await desk.panel().getByRole('button', { name: 'Undo' }).waitFor();
    await inspect(desk.panel(), 'created');
  });

  test('is taken back by Undo: nobody has the address any more', async () => {
    await press('Undo');
    await painted(NOBODY);
    await desk.open('Question');
    await desk.panel().getByRole('heading', { name: 'Near matches' }).waitFor();
    await desk.open('Newcomer');
    await painted(NOBODY);
    await inspect(desk.panel(), 'created-undone');
  });

  test('made by the Enter key alone, the person is found by the next message and by the search', async () => {
    await field('Name').fill('Nils Neumann');
    await field('Name').press('Enter');
    await painted('Nils Neumann');
    await desk.open('Printer offline');
    await painted('Anna Keller');
    await desk.browser.stopServiceWorker();
    await desk.open('Newcomer');
    await painted('Nils Neumann');
    await desk
      .panel()
      .getByRole('combobox', { name: /^Search/ })
      .fill('neumann');
    await desk
      .panel()
      .getByRole('option', { name: /Nils Neumann/ })
      .click();
    await painted('Nils Neumann');
  });
});

describe('A half-typed form', () => {
  const type = async (text: string) => {
    await field('Name').fill(text);
    expect(await field('Name').inputValue()).toBe(text);
  };

  test('holds the panel when a message is opened meanwhile, which says whom it holds back', async () => {
    await desk.open('Stranger');
    await expect.poll(() => field('Name').inputValue()).toBe('Sven Fremd');
    await type('Sven F');
    await desk.open('Printer offline');
    await desk
      .panel()
      .getByText(/Still creating .*Sven Fremd/)
      .waitFor();
    expect(await field('Name').inputValue()).toBe('Sven F');
    await inspect(desk.panel(), 'create-pinned');
  });

  test('gives the panel free on a press, and is there again at its own message', async () => {
    await desk
      .panel()
      .getByRole('button', { name: /^Show .*Anna Keller/ })
      .click();
    await painted('Anna Keller');
    await desk.open('Stranger');
    await expect.poll(() => field('Name').inputValue()).toBe('Sven F');
  });

  test('is there again when the panel was closed in the middle and opened anew', async () => {
    await type('Sven Fr');
    await desk.closePanel();
    await desk.browser.stopServiceWorker();
    await desk.openPanel();
    await painted(NOBODY);
    await expect.poll(() => field('Name').inputValue()).toBe('Sven Fr');
  });

  test('is made although another message is open by now: that one keeps its own person', async () => {
    await desk.open('Latecomer');
    // Nobody has the former's address either.
    await expect.poll(() => field('Name').inputValue()).toBe('Lars Spät');
    await type('Lars Late');
    await desk.open('Printer offline');
    await desk
      .panel()
      .getByText(/Still creating/)
      .waitFor();
    await press('Create');
    await painted('Anna Keller');
    await desk.open('Latecomer');
    await painted('Lars Late');
    await desk.open('Stranger');
    await painted(NOBODY);
  });

  test('is dropped by "Not now", and can be begun anew', async () => {
    await press('Not now');
    await press('Create person');
    expect(await field('Name').inputValue()).toBe('Sven Fremd');
    await desk.open('Newcomer');
    await painted('Nils Neumann');
  });
});

describe('Never look up', () => {
  test('puts the address on the list: it is not looked up any more, and nothing is offered', async () => {
    await desk.open('Private');
    await painted(NOBODY);
    await press('Never look up');
    await desk.panel().getByText('This address is on your list').waitFor();
    await desk.open('Printer offline');
    await painted('Anna Keller');
    await desk.open('Private');
    await desk.panel().getByText('This address is on your list').waitFor();
    expect(await field('Name').count()).toBe(0);
    await inspect(desk.panel(), 'never');
  });

  test('is taken back on a click', async () => {
    await press('Look up again');
    await painted(NOBODY);
  });
});

test('Of a sender that nobody reads, nobody is offered to be made', async () => {
  await desk.open('Parcel');
  await painted(NOBODY);
  await desk.panel().getByText('Nobody reads what is sent to this address').waitFor();
  expect(
    await desk
      .panel()
      .getByRole('button', { name: /Create/ })
      .count(),
  ).toBe(0);
  await inspect(desk.panel(), 'not-found-no-reply');
});
