// What is done to a person with one choice, in the real panel, by keyboard alone; and taken back.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, mailFrom, sitDown } from './desk';
import { keysOf } from './keyboard';
import { profileIn, shootFailures } from './profile';
import { bookOf, type Tables } from './stores';
import { exactly, say } from './words';

const SECOND = 'keller@bauersohn.example.org';

let desk: Desk;
let before: Tables;
beforeAll(async () => {
  desk = await sitDown({ threads: [mailFrom('Half bottles', 'Anna Keller', SECOND, 1)] });
  await desk.open('Half bottles');
  await in_.name('Anna Keller');
  before = await book();
});
afterAll(() => desk?.close());
afterEach(() => expect(desk.complaints()).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { press, pressAt, openMenu, rowOf, menu, command, type } = keysOf(() => desk.panel());
const { part, told } = in_;
const book = () => bookOf(desk.panel());
const anna = async () => (await book())['people']?.find(({ name }) => name === 'Anna Keller') ?? {};
/** As the book was: no value more and none less. */
const asBefore = () => expect.poll(book).toEqual(before);
const undoAt = (title: string | RegExp) => pressAt(part(title).getByRole('button', { name: say('undo') }));

test('The address that somebody wrote from is made the primary one, and Undo in the notice makes the former it again', async () => {
  await menu(say('menu_make_primary', SECOND));
  const done = exactly('done_primary', SECOND);
  await told(done);
  expect(await anna()).toMatchObject({ emails: expect.arrayContaining([{ address: SECOND, primary: true }]) });
  await undoAt(done);
  await part(done).waitFor({ state: 'detached' });
  await asBefore();
});

describe('An account', () => {
  test('is disabled by one choice that says what it means, and enabled again', async () => {
    await openMenu();
    const row = await rowOf(new RegExp(`^${say('action_disable')}`));
    expect(await row.textContent()).toContain(say('disabled_means'));
    await press('Enter');
    await told(say('done_disabled'));
    await desk.panel().getByText(say('status_disabled'), { exact: true }).first().waitFor();
    expect(await anna()).toMatchObject({ status: 'disabled' });
    await menu(new RegExp(`^${say('action_enable')}`));
    await told(say('done_enabled'));
    await asBefore();
  });

  test('that was disabled and enabled is brought back step by step with Ctrl+Z', async () => {
    await press('ControlOrMeta+z');
    await expect.poll(anna).toMatchObject({ status: 'disabled' });
    await press('ControlOrMeta+z');
    await asBefore();
  });
});

test('A new ticket is made by the list of commands, stands there as a link to its page, and Undo takes it away', async () => {
  await command(say('new_ticket'));
  const form = desk.panel().getByRole('form', { name: say('new_ticket') });
  await form.locator('input:focus').waitFor();
  await type('Corks are late');
  await press('ControlOrMeta+Enter');
  const link = desk.panel().getByRole('listitem').getByRole('link', { name: 'Corks are late' });
  await link.waitFor();
  const [ticket] = ((await book())['tickets'] ?? []).filter(({ title }) => title === 'Corks are late');
  expect(await link.getAttribute('href')).toContain(`ticket=${ticket?.['id']}`);
  await undoAt(/^Ticket .* created$/);
  await link.waitFor({ state: 'detached' });
  await asBefore();
});
