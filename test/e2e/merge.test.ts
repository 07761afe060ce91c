// Two records of one person become one and two again, in the real panel, by keyboard alone.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, mailFrom, sitDown } from './desk';
import { keysOf } from './keyboard';
import { profileIn, shootFailures } from './profile';
import { askFrom, bookOf, type Tables } from './stores';
import { exactly, say } from './words';

const THAO = 'Phương Thảo Nguyễn';
const OTHER = 'Thao N.';

let desk: Desk;
let before: Tables;
beforeAll(async () => {
  desk = await sitDown({
    threads: [
      mailFrom('Accounts', THAO, 'thao.nguyen@harbourfinch.example.com', 1),
      mailFrom('Invoices', OTHER, 'thao.n@home.example.org', 2),
    ],
  });
  await desk.open('Accounts');
  await in_.name(THAO);
  before = await book();
});
afterAll(() => desk?.close());
afterEach(() => expect(desk.complaints()).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { press, tabTo, pressAt, button, menu } = keysOf(() => desk.panel());
const { part, told } = in_;
const book = () => bookOf(desk.panel());
const rowsOf = async (table: string, id: string) =>
  ((await book())[table] ?? []).filter(({ person }) => `${person}` === id).length;
const done = exactly('merge_done', OTHER, THAO);
const heading = () => desk.panel().getByRole('heading', { name: say('merge_title') });
const nameRow = () => desk.panel().getByRole('group', { name: say('field_name'), exact: true });

async function chooseOther(): Promise<void> {
  await menu(say('action_merge'));
  await heading().waitFor();
  const maybe = desk.panel().getByRole('list', { name: say('merge_suspects') });
  await pressAt(maybe.getByRole('button', { name: OTHER }));
  await nameRow().waitFor();
}

/** Of the two names that of the record that goes. */
async function takeName(): Promise<void> {
  await tabTo(nameRow().getByRole('radio', { checked: true }));
  await press('ArrowRight');
  await nameRow().locator('s', { hasText: THAO }).waitFor();
}

async function confirm(): Promise<void> {
  await pressAt(button(say('merge_confirm')));
  await told(done);
}

/** As it is in the book of this browser: nothing is more and nothing is less. */
const asBefore = () => expect.poll(book).toEqual(before);

describe('Two records of one person', () => {
  test('become one: chosen from those who may be the same, turned round, the name of the other kept', async () => {
    await chooseOther();
    const stays = (name: string) => part(say('stays')).getByText(name, { exact: true }).waitFor();
    await stays(THAO);
    await pressAt(button(say('merge_switch')));
    await stays(OTHER);
    await pressAt(button(say('merge_switch')));
    await stays(THAO);
    await takeName();
    expect(await nameRow().textContent()).toContain(say('merge_dropped'));
    await confirm();
    await in_.name(OTHER);
    expect((await book())['merged']).toMatchObject([{ id: 9, into: 7 }]);
    expect((await book())['people']).toHaveLength((before['people']?.length ?? 0) - 1);
    for (const table of ['tickets', 'notes', 'charges', 'files', 'chats']) expect(await rowsOf(table, '9')).toBe(0);
  });

  test('are two again as they were after Ctrl+Z, to the last value', async () => {
    await press('ControlOrMeta+z');
    await in_.name(THAO);
    await asBefore();
    await desk.open('Invoices');
    await in_.name(OTHER);
    await desk.open('Accounts');
    await in_.name(THAO);
  });

  test('stay two when the agent leaves the page with Escape', async () => {
    await chooseOther();
    await press('Escape');
    await heading().waitFor({ state: 'detached' });
    await asBefore();
  });

  test('as one are found under each address, and after a restart they are taken apart in the history', async () => {
    await chooseOther();
    await confirm();
    await desk.open('Invoices');
    await in_.name(THAO);
    await desk.closePanel();
    await desk.browser.stopServiceWorker();
    await desk.openPanel();
    await in_.name(THAO);
    await pressAt(desk.panel().getByRole('tab', { selected: true }), 'End');
    await pressAt(button(say('undo_value', say('changed_merged_in'))).first());
    await in_.name(OTHER);
    await asBefore();
  });
});

describe('A merge that is taken back after another edit', () => {
  test('restores what nobody touched; the rest is listed as a conflict and nothing is overwritten', async () => {
    await desk.open('Accounts');
    await in_.name(THAO);
    await chooseOther();
    await takeName();
    await confirm();
    await in_.name(OTHER);
    // In another window somebody corrects the name that the merge has set.
    const edit = { action: 'set-name', input: { from: OTHER, to: 'Thao Nguyen' } };
    await askFrom(desk.panel(), 'action.run', { ref: { connection: 'sample', id: '7' }, chosen: edit });
    await in_.name('Thao Nguyen');
    await pressAt(desk.panel().getByRole('tab', { selected: true }), 'End');
    await pressAt(button(say('undo_value', say('changed_merged_in'))).first());
    await pressAt(desk.panel().getByRole('tab', { selected: true }), 'Home');
    const box = part(say('conflict_at', say('field_name'), 'Sample book'));
    for (const text of [THAO, 'Thao Nguyen']) await box.getByText(text, { exact: true }).first().waitFor();
    const now = await book();
    const people = before['people'] ?? [];
    expect(now['people']).toEqual(
      people.map((row) => (row['id'] === 7 ? expect.objectContaining({ name: 'Thao Nguyen' }) : row)),
    );
    expect({ ...now, people: [] }).toEqual({ ...before, people: [] });
    await pressAt(box.getByRole('button', { name: say('keep_mine') }));
    await in_.name(THAO);
    await asBefore();
  });
});
