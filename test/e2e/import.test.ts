import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inspect, listen } from './desk';
import { type Harness, launch } from './harness';

let browser: Harness;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launch();
  browser.ctx.setDefaultTimeout(10_000);
  browser.ctx.on('page', (one) => listen(one, complaints));
  page = await browser.ctx.newPage();
  await page.goto(browser.url('options.html#book'));
});
afterAll(() => browser?.close());
afterEach(() => expect(complaints.splice(0)).toEqual([]));

const choose = (name: string, content: string | Buffer) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.isBuffer(content) ? content : Buffer.from(content) });
const own = async (): Promise<unknown> => browser.ask('book.state', {}).then((state) => Object(state).own.people);
const said = (role: 'status' | 'alert', text: string | RegExp) =>
  page.locator('.import').getByRole(role).getByText(text).first().waitFor();

/** `count` people, as an export of another program has them. */
function csv(count: number, from = 0): string {
  const lines = Array.from({ length: count }, (_, at) => {
    const who = `${from + at}`;
    return `Person ${who},person.${who}@import.example.net,Organisation ${(from + at) % 50},+49 30 5550 ${who}`;
  });
  return ['Name,Email,Organisation,Phone', ...lines, ''].join('\n');
}

describe('A CSV file of people', () => {
  test('is imported with a word on how many, and they are found at once', async () => {
    await choose('customers.csv', csv(300));
    await said('status', /Imported .*customers\.csv/);
    await said('status', '300 people added');
    await expect.poll(() => page.locator('.list-frame').first().textContent()).toContain('300 people');
    await inspect(page, 'options-import-done');
    const found = await browser.ctx.newPage();
    await found.goto(browser.url('sidepanel.html?address=person.299@import.example.net'));
    await found.getByRole('heading', { level: 1 }).getByText('Person 299').waitFor();
    expect(await found.locator('main').textContent()).toContain('Organisation 49');
    await found.close();
  });

  test('leaves those who are in the book already as they are, and counts them', async () => {
    await choose('more.csv', csv(10, 295));
    await said('status', '5 people added · 5 known already');
    expect(await own()).toBe(305);
  });
});

describe('A file that is wrong', () => {
  const head = 'name,email\n';
  test.each([
    [
      'a quote that is never closed',
      `${head}A,a@example.com\n"B,b@example.com\nC,c@example.com\n`,
      'A quote opens in line 3',
    ],
    ['a quote in the middle of a value', `${head}Anna "A,a@example.com\n`, 'Line 2 has a quote inside a value.'],
    ['another encoding', Buffer.from(`${head}J\xF6rg,j@example.com\n`, 'latin1'), 'Line 2 is not written in UTF-8.'],
    ['no column of addresses', 'name,town\nA,Berlin\n', 'Line 1 names no column of addresses.'],
    [
      'too many columns in a line',
      `${head}A,a@example.com\nB,b@example.com,x,y\n`,
      'Line 3 has another number of columns',
    ],
    ['an address that is none', `${head}A,a@example.com\nB,b(at)example.com\n`, 'Line 3 has no valid address.'],
    ['10 MB on one line', `${head}A,a@example.com\n${'x'.repeat(10_000_000)},b@example.com\n`, 'Line 3 is too long'],
    ['a head and nobody', head, 'no people follow after line 1'],
    ['nothing in it', '', 'The file is empty.'],
  ])('with %s is refused, the line is named, and nobody of it is kept', async (what, content, words) => {
    await choose('wrong.csv', content);
    await said('alert', /wrong\.csv.* was not imported/);
    await said('alert', words);
    await said('alert', 'Nothing was imported.');
    expect(await own()).toBe(305);
    if (what.startsWith('a quote that')) await inspect(page, 'options-import-failed');
  });

  test('can be mended and chosen again', async () => {
    await choose('wrong.csv', `${head}Anna Keller,anna.keller@example.com\n`);
    await said('status', '1 person added');
    expect(await page.locator('.import').getByRole('alert').textContent()).toBe('');
  });
});

test('An import that is stopped in the middle leaves nobody behind, and the page can be used meanwhile', async () => {
  const before = await own();
  await choose('many.csv', csv(60_000, 1000));
  await page.getByRole('progressbar', { name: /^Importing/ }).waitFor();
  await page.locator('.import-line .figures', { hasText: /of 60,000/ }).waitFor();
  await inspect(page, 'options-import-running');
  await page.getByRole('button', { name: 'Stop' }).click();
  await said('status', /Stopped .*many\.csv.* Nothing was imported/);
  await expect.poll(own).toBe(before);
  const query = { text: 'Person 1000', role: 'anyone', group: null, label: null, sort: 'best' };
  const someone: unknown = await browser.ask('search', { query, limit: 5 });
  expect(someone).toMatchObject({ items: [], total: 0 });
});
