// vCards in the real panel, by keyboard alone: onto a person, as new people, and out again as a file.
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, mailFrom, sitDown } from './desk';
import { keysOf } from './keyboard';
import { profileIn, shootFailures } from './profile';
import { bookOf, type Tables } from './stores';
import { exactly, say, within } from './words';

const ANNA = 'Anna Keller';
const card = (...lines: readonly string[]): string =>
  ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
const OF_ANNA = card(
  'FN:Anna Keller-Braun',
  'N:Keller-Braun;Anna;;;',
  'EMAIL:anna.keller@example.com',
  'TEL;TYPE=CELL:+49 171 5550 19',
  'URL:https://keller.example.net/',
);
const ZORA = card('FN:Zora Quist', 'N:Quist;Zora;;;', 'EMAIL:zora.quist@example.net');
const MILAN = card('FN:Milan Hrubý', 'N:Hrubý;Milan;;;', 'EMAIL:milan@example.net', 'TEL:+420 555 0101');
const TWIN = card('FN:Z. Quist', 'N:Quist;Z.;;;', 'EMAIL:zora.quist@example.net');

let desk: Desk;
let before: Tables;
beforeAll(async () => {
  desk = await sitDown({ threads: [mailFrom('Printer offline', ANNA, 'anna.keller@example.com', 1)] });
  // From now on the browser's own window for files never opens.
  desk.panel().on('filechooser', () => undefined);
  await desk.open('Printer offline');
  await in_.name(ANNA);
  before = await bookOf(desk.panel());
});
afterAll(() => desk?.close());
afterEach(() => expect(desk.complaints()).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { press, pressAt, button, menu, command, tabTo } = keysOf(() => desk.panel());
const { part, told } = in_;

/** The button opens the system's own window for files, which is answered here. */
async function choose(label: string, content: string): Promise<void> {
  await tabTo(button(say(label)));
  const [asked] = await Promise.all([desk.panel().waitForEvent('filechooser'), press('Enter')]);
  await asked.setFiles({ name: 'people.vcf', mimeType: 'text/vcard', buffer: Buffer.from(content) });
}

describe('A vCard of a person', () => {
  const row = (list: string, text: string | RegExp) =>
    part(say(list)).getByRole('listitem').filter({ hasText: text }).getByRole('checkbox');

  test('is shown value by value, only what is ticked is taken, and Undo gives back what was there', async () => {
    await menu(say('menu_import_card'));
    await choose('cards_choose', OF_ANNA);
    const phone = row('cards_adds', '+49 171 5550 19');
    const name = row('cards_replaces', 'Anna Keller-Braun');
    await phone.waitFor();
    if (!(await name.isChecked())) await pressAt(name, 'Space');
    await pressAt(row('cards_adds', 'keller.example.net'), 'Space');
    await pressAt(button(/^Take 2 values$/));
    await in_.name('Anna Keller-Braun');
    const [taken] = ((await bookOf(desk.panel()))['people'] ?? []).filter(({ name: of }) => of === 'Anna Keller-Braun');
    expect(JSON.stringify(taken)).toContain('171 5550 19');
    expect(JSON.stringify(taken)).not.toContain('keller.example.net');
    await told(say('cards_taken_other', '2'));
    await pressAt(part(say('cards_taken_other', '2')).getByRole('button', { name: say('undo') }));
    await in_.name(ANNA);
    await expect.poll(() => bookOf(desk.panel())).toEqual(before);
  });

  test('is saved as a file that another program can read', async () => {
    const [saved] = await Promise.all([desk.panel().waitForEvent('download'), command(say('menu_export_card'))]);
    expect(saved.suggestedFilename()).toBe('Anna Keller.vcf');
    const text = readFileSync(await saved.path(), 'utf8');
    expect(text).toMatch(/^BEGIN:VCARD\r\nVERSION:4\.0\r\n/);
    for (const value of ['FN:Anna Keller', 'anna.keller@example.com', 'keller@bauersohn.example.org', 'END:VCARD'])
      expect(text).toContain(value);
    await told(exactly('done_saved', 'Anna Keller.vcf'));
  });
});

describe('A file of several vCards', () => {
  const own = () => bookOf(desk.panel(), 'own');
  const line = (text: string) => desk.panel().getByRole('listitem').filter({ hasText: text });

  test('becomes new people but for the one whose address an earlier card has; Undo all takes them back', async () => {
    await command(say('palette_import'));
    // The focus goes to the page's heading, and on from there.
    await desk
      .panel()
      .getByRole('heading', { name: say('cards_title') })
      .and(desk.panel().locator(':focus'))
      .waitFor();
    await choose('cards_choose', ZORA + MILAN + TWIN);
    await line('Z. Quist').getByText(within('cards_twice', 'Zora Quist')).waitFor();
    expect(await line('Z. Quist').getByRole('checkbox').count()).toBe(0);
    await pressAt(button(say('cards_create_other', '2')));
    await part(say('cards_made_list')).getByRole('button', { name: 'Milan Hrubý' }).waitFor();
    expect((await own())['people']).toMatchObject([{ name: 'Zora Quist' }, { name: 'Milan Hrubý' }]);
    await pressAt(button(say('cards_undo_all_other', '2')));
    await expect.poll(async () => (await own())['people']).toEqual([]);
  });

  test('makes nobody twice: who is in the book already is named, and can be compared with', async () => {
    await choose('cards_choose_other', ZORA);
    await pressAt(button(say('cards_create_one', '1')));
    await expect.poll(async () => (await own())['people']?.length).toBe(1);
    await choose('cards_choose_other', ZORA + MILAN);
    await line('zora.quist@example.net').getByText(within('cards_there', 'Zora Quist')).waitFor();
    expect(await line('zora.quist@example.net').getByRole('checkbox').count()).toBe(0);
    await button(exactly('cards_update_named', 'Zora Quist')).waitFor();
    await pressAt(button(say('cards_create_one', '1')));
    await expect.poll(async () => (await own())['people']?.length).toBe(2);
  });
});
