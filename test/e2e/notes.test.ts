import { mkdtempSync, openSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, sitDown } from './desk';
import { fillDisk, LETTERS, panelOf, profileIn, shootFailures } from './profile';

let desk: Desk;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidecard-files-'));
  desk = await sitDown({ threads: LETTERS });
  await desk.open('Printer offline');
  await in_.name('Anna Keller');
});
afterAll(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => expect(desk.complaints()).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { part, button, press, field, keys, told, undo, undoInHistory } = in_;
const notes = () => part(/^Notes/);
const note = (text: string) => notes().getByRole('listitem').filter({ hasText: text });
const files = () => part(/^Files/);
const write = () => desk.panel().getByRole('textbox', { name: 'Note', exact: true });
/** Lets go of files over a part of the panel. */
const drop = async (selector: string, kept: readonly (readonly [name: string, content: string])[], kind = 'drop') => {
  const data = await desk.panel().evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const [name, content] of all) transfer.items.add(new File([content], name));
    return transfer;
  }, kept);
  const place = desk.panel().locator(selector).first();
  if (kind === 'drop') return place.dispatchEvent('drop', { dataTransfer: data });
  await place.evaluate(
    (element, clipboardData) =>
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })),
    data,
  );
};
const choose = (place: ReturnType<typeof notes>, path: string) => place.locator('input[type=file]').setInputFiles(path);

describe('Notes', () => {
  test('newest first, with who wrote them and when; all of them on their own tab', async () => {
    expect(await notes().getByRole('listitem').first().textContent()).toMatch(/Priya Raman.*Printer is a Zebra/);
    await press('Show all 4 notes');
    await expect.poll(() => part('Notes').locator('li.note').count()).toBe(4);
    await in_.tab('Overview');
  });

  test('one is added by keyboard, and Ctrl+Z takes it back', async () => {
    await button('Add note').last().focus();
    await keys('Enter');
    await write().pressSequentially('Called back');
    await keys('ControlOrMeta+Enter');
    await note('Called back').getByText('You').waitFor();
    await told('Note added');
    await desk
      .panel()
      .getByRole('tab', { name: /^Notes 5/ })
      .waitFor();
    await keys('ControlOrMeta+z');
    await note('Called back').waitFor({ state: 'detached' });
  });

  test('one is edited in its place, and the history takes it back', async () => {
    await press(/^Edit note by Priya Raman/);
    await field('Note').fill('Printer is a Brother');
    await keys('ControlOrMeta+Enter');
    await note('Printer is a Brother').getByText('edited').waitFor();
    await undoInHistory('Printer is a Brother');
    await note('Printer is a Zebra').waitFor();
  });

  test('one is deleted with its file, and Undo brings both back', async () => {
    await in_.tab('Notes');
    const kept = part('Notes').locator('li.note', { hasText: 'Labels for half bottles' });
    await kept.getByRole('button', { name: /^Delete note by Elif Demir/ }).click();
    await kept.waitFor({ state: 'detached' });
    await undo('Note deleted');
    await kept.getByRole('button', { name: 'Look at half-bottle.txt' }).click();
    await desk.panel().getByRole('dialog', { name: 'half-bottle.txt' }).waitFor();
    await keys('Escape');
    await in_.tab('Overview');
  });

  test('an empty one is not kept; emptied it says to delete it instead', async () => {
    await press('Add note');
    await write().press('ControlOrMeta+Enter');
    await notes().getByText('Write something, or attach a file.').waitFor();
    await notes().getByRole('button', { name: 'Cancel' }).click();
    await press(/^Edit note by Priya Raman/);
    await field('Note').fill(' ');
    await keys('ControlOrMeta+Enter');
    await notes().getByText('A note cannot be empty. Delete it instead.').waitFor();
    await keys('Escape');
  });

  test('with a full disk is told in place, the text stays, and is saved once there is room', async () => {
    const giveRoom = await fillDisk(desk.browser);
    await press('Add note');
    await write().fill('Typed on a full disk');
    await press('Save note');
    await notes()
      .getByText(/no room left/)
      .waitFor();
    expect(await write().inputValue()).toBe('Typed on a full disk');
    await giveRoom();
    await press('Save note');
    await note('Typed on a full disk').waitFor();
    await undo('Note added');
    await note('Typed on a full disk').waitFor({ state: 'detached' });
  });

  test('edited in two windows at once: the later one is shown both, keeps its own, and nothing is lost', async () => {
    const other = await panelOf(desk.browser, 'anna.keller@example.com');
    const there = profileIn(() => other);
    await there.press(/^Edit note by Jonas Wirth/);
    await there.field('Note').fill('Written in the other window');
    await press(/^Edit note by Jonas Wirth/);
    await field('Note').fill('Written in the panel');
    await keys('ControlOrMeta+Enter');
    await note('Written in the panel').getByText('edited').waitFor();
    await there.field('Note').press('ControlOrMeta+Enter');
    const box = there.part(/^Note at /);
    for (const text of ['Wants one login', 'Written in the other window', 'Written in the panel']) {
      await box.getByText(text).waitFor();
    }
    await box.getByRole('button', { name: 'Keep mine' }).click();
    await note('Written in the other window').waitFor();
    await other.close();
  });

  test('takes files that are dropped, pasted and chosen, and they are downloaded as they were', async () => {
    await press('Add note');
    await drop('.note-form', [['dropped.txt', 'by the mouse']]);
    await drop('.note-form textarea', [['pasted.md', 'from the clipboard']], 'paste');
    const chosen = join(folder, 'chosen.log');
    writeFileSync(chosen, 'from the disk');
    await choose(notes(), chosen);
    await write().fill('With three files');
    await expect.poll(() => notes().locator('.note-form .file').count()).toBe(3);
    await press('Save note');
    for (const name of ['dropped.txt', 'pasted.md', 'chosen.log']) await button(`Look at ${name}`).waitFor();
    const [download] = await Promise.all([desk.panel().waitForEvent('download'), press('Download pasted.md')]);
    expect(download.suggestedFilename()).toBe('pasted.md');
    expect(await readFile(await download.path(), 'utf8')).toBe('from the clipboard');
    await undo('Note added');
    await note('With three files').waitFor({ state: 'detached' });
  });
});

describe('Files of the profile', () => {
  test('one is looked at, by keyboard, and Esc gives the focus back', async () => {
    await button('Look at half-bottle.png').focus();
    await keys('Enter');
    const picture = desk.panel().getByRole('dialog').getByRole('img', { name: 'half-bottle.png' });
    await expect
      .poll(() => picture.evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth))
      .toBeGreaterThan(0);
    await keys('Escape');
    await desk.panel().getByRole('dialog').waitFor({ state: 'detached' });
    expect(await button('Look at half-bottle.png').evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('one is dropped, looked at, removed, and brought back by Undo', async () => {
    const before = await files().getByRole('listitem').count();
    await drop('section:has(> * h2:has-text("Files")) .file-drop', [['plan.txt', 'Cellar plan']]);
    await button('Look at plan.txt').click();
    await desk.panel().getByRole('dialog').getByText('Cellar plan').waitFor();
    await keys('Escape');
    await press('Remove plan.txt');
    await button('Look at plan.txt').waitFor({ state: 'detached' });
    await undo('“plan.txt” removed');
    await button('Look at plan.txt').waitFor();
    await press('Remove plan.txt');
    await expect.poll(() => files().getByRole('listitem').count()).toBe(before);
  });

  test.each([
    ['nothing.txt', '', 'This file is empty: it has 0 bytes.'],
    ['setup.exe', 'x', 'This file is a program.'],
    ['invoice.pdf', 'MZ\u0090', 'This file is a program.'],
  ])('"%s" is refused where it was to stand, with the reason', async (name, content, sentence) => {
    writeFileSync(join(folder, name), content);
    await choose(files(), join(folder, name));
    await files().getByText(sentence).waitFor();
    await press(`Remove ${name}`);
    await expect.poll(() => files().getByText(name).count()).toBe(0);
  });

  test('one of 100 MB is refused at once', async () => {
    const path = join(folder, 'huge.bin2');
    openSync(path, 'w');
    truncateSync(path, 100_000_000);
    await choose(files(), path);
    await files()
      .getByText(/^This file is too large\. Up to 2\d MB/)
      .waitFor();
    await press('Remove huge.bin2');
  });

  test('with a full disk is told in place, and nothing half saved is left', async () => {
    const before = await files().getByRole('listitem').count();
    const giveRoom = await fillDisk(desk.browser);
    writeFileSync(join(folder, 'late.txt'), 'No room for this');
    await choose(files(), join(folder, 'late.txt'));
    await files()
      .getByText(/no room left/)
      .waitFor();
    await giveRoom();
    await press('Remove late.txt');
    await desk.open('Accounts');
    await in_.name('Phương Thảo Nguyễn');
    await desk.open('Printer offline');
    await in_.name('Anna Keller');
    await expect.poll(() => files().getByRole('listitem').count()).toBe(before);
  });
});
