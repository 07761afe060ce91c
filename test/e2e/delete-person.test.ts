// Somebody is deleted, or deleted and banned, in the real panel by keyboard alone: held, taken back, or gone for good.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, mailFrom, sitDown } from './desk';
import { keysOf } from './keyboard';
import { profileIn, shootFailures } from './profile';
import { bookOf, type Tables, tablesOf } from './stores';
import { exactly, say, within } from './words';

const LUKAS = 'Lukas Bauer';
const ADDRESS = 'lukas@bauersohn.example.org';
const NILS = 'Nils Neumann';
const BANNED = 'nils.neu@example.net';
/** ms: ten seconds of hold, and what a busy machine takes. */
const HELD = { timeout: 25_000 };

let desk: Desk;
let before: Tables;
beforeAll(async () => {
  desk = await sitDown({ threads: [mailFrom('Shop', LUKAS, ADDRESS, 1), mailFrom('Newcomer', NILS, BANNED, 2)] });
  await desk.open('Shop');
  await in_.name(LUKAS);
  before = await bookOf(desk.panel());
});
afterAll(() => desk?.close());
afterEach(() => expect(desk.complaints()).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { press, tabTo, pressAt, menu, type } = keysOf(() => desk.panel());
const { part, told } = in_;
const dialog = () => desk.panel().getByRole('dialog');
const nobody = () => desk.head().getByText(say('not_found'), { exact: true }).waitFor();
const act = (name: RegExp) => dialog().getByRole('button', { name });
const DELETE = /^Delete person/;
const held = exactly('held_delete', LUKAS);

/** Everything that outlives the open message in this browser, as text. */
async function allKept(): Promise<string> {
  const names = await desk.panel().evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  const all = await Promise.all(names.map((name) => tablesOf(desk.panel(), name)));
  return JSON.stringify([all, await desk.panel().evaluate('chrome.storage.local.get()')]);
}

async function askToDelete(): Promise<void> {
  await menu(new RegExp(`^${say('action_delete')}$`));
  await type(ADDRESS.slice(0, 1));
  await tabTo(dialog().getByRole('textbox', { name: say('type_address') }));
  await type(ADDRESS);
  await pressAt(act(DELETE));
  await told(held);
}

describe('Delete', () => {
  test('says what goes, begins at Cancel, and goes on only once the address is typed', async () => {
    await menu(new RegExp(`^${say('action_delete')}$`));
    await dialog().getByText(say('goes'), { exact: true }).waitFor();
    await dialog()
      .getByRole('button', { name: say('cancel') })
      .and(desk.panel().locator(':focus'))
      .waitFor();
    await tabTo(dialog().getByRole('textbox', { name: say('type_address') }));
    await type('anna.keller@example.com');
    await dialog().getByText(say('type_no_match')).waitFor();
    await tabTo(act(DELETE));
    expect(await act(DELETE).getAttribute('aria-disabled')).toBe('true');
    await press('Enter');
    expect(await dialog().count()).toBe(1);
    await press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await bookOf(desk.panel())).toEqual(before);
  });

  test('is held, and Undo in its notice stops it before anything was done', async () => {
    await askToDelete();
    expect(await bookOf(desk.panel())).toEqual(before);
    await pressAt(part(held).getByRole('button', { name: say('undo') }));
    await part(held).waitFor({ state: 'detached' });
    await in_.name(LUKAS);
    expect(await bookOf(desk.panel())).toEqual(before);
  });

  test('is still held in a panel that is opened anew, with the background stopped meanwhile; Ctrl+Z stops it', async () => {
    await askToDelete();
    await desk.closePanel();
    await desk.browser.stopServiceWorker();
    await desk.openPanel();
    await in_.name(LUKAS);
    await told(held);
    await press('ControlOrMeta+z');
    await part(held).waitFor({ state: 'detached' });
    await in_.name(LUKAS);
    expect(await bookOf(desk.panel())).toEqual(before);
  });

  test('that nobody stops is done ten seconds later: nothing in this browser tells of the person any more', async () => {
    expect((await allKept()).includes(ADDRESS)).toBe(true);
    await askToDelete();
    await part(exactly('done_delete', LUKAS)).waitFor(HELD);
    await nobody();
    const after = await bookOf(desk.panel());
    const gone = before['people']?.find(({ name }) => name === LUKAS)?.['id'];
    for (const [table, rows] of Object.entries(after)) {
      const left = (before[table] ?? []).filter(({ id, person }) => (table === 'people' ? id : person) !== gone);
      if (table !== 'blobs') expect({ table, rows }).toEqual({ table, rows: left });
    }
    await press('ControlOrMeta+z');
    await nobody();
    const kept = await allKept();
    expect([kept.includes(ADDRESS), kept.includes(LUKAS)]).toEqual([false, false]);
  });
});

describe('Delete and ban', () => {
  const create = () => desk.panel().getByRole('button', { name: say('create'), exact: true });

  test('is taken back in time: the person stays, and no address is blocked', async () => {
    await desk.open('Newcomer');
    await nobody();
    await pressAt(create());
    await in_.name(NILS);
    const own = await bookOf(desk.panel(), 'own');
    await askToBan();
    await pressAt(part(exactly('held_delete_and_ban', NILS)).getByRole('button', { name: say('undo') }));
    await part(exactly('held_delete_and_ban', NILS)).waitFor({ state: 'detached' });
    await in_.name(NILS);
    expect(await bookOf(desk.panel(), 'own')).toEqual(own);
  });

  test('ends with an address that nobody gets again, with where to lift the ban', async () => {
    await askToBan();
    await part(exactly('done_delete_and_ban', NILS)).waitFor(HELD);
    await nobody();
    await pressAt(create());
    await desk.panel().getByText(within('problem_banned', BANNED)).first().waitFor();
    expect(await bookOf(desk.panel(), 'own')).toMatchObject({ people: [], bans: [{ pattern: BANNED }] });
  });

  test('is lifted in the settings by keyboard; then the address can be given again', async () => {
    const options = await desk.browser.ctx.newPage();
    await options.goto(desk.browser.url('options.html#bans'));
    const there = keysOf(() => options);
    await there.pressAt(there.button(say('options_bans_lift_of', BANNED)));
    await options.getByText(exactly('options_bans_lifted', BANNED)).waitFor();
    await options.close();
    await desk.mail.bringToFront();
    await nobody();
    await pressAt(create());
    await in_.name(NILS);
    expect(await bookOf(desk.panel(), 'own')).toMatchObject({ people: [{ name: NILS }], bans: [] });
  });

  async function askToBan(): Promise<void> {
    await menu(say('action_delete_and_ban'));
    await tabTo(dialog().getByRole('textbox', { name: say('type_address') }));
    await type(BANNED);
    await pressAt(act(new RegExp(`^${say('action_delete_and_ban')}`)));
    await told(exactly('held_delete_and_ban', NILS));
  }
});
