// The book and two servers at once: who is fast is shown, who is not stands in its own place, and each value and act
// says where it lies.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TOKEN } from '@/test/connectors/rt/server';
import type { UserRow } from '@/test/connectors/rt/store';
import { note } from '@/test/connectors/rt/store';
import { type Desk, inspect, listen, mailFrom, sitDown } from './desk';
import { addRt, LOOPBACK, type ServedRt, serveRt } from './fake-rt';
import { profileIn, shootFailures } from './profile';
import { tablesOf } from './stores';
import { exactly, say, within } from './words';

let desk: Desk;
let near: ServedRt;
let far: ServedRt;
const heard: string[] = [];

beforeAll(async () => {
  [near, far] = await Promise.all([serveRt(), serveRt()]);
  desk = await sitDown({
    threads: [
      mailFrom('Pallets', 'Pat O’Neil', 'pat.oneil@kestrel.test', 1),
      mailFrom('Shop', 'Ben Shop', 'ben+shop@example.org', 2),
      mailFrom('Moving', 'Moved Away', 'new-home@example.org', 3),
      mailFrom('Printer offline', 'Anna Keller', 'anna.keller@example.com', 4),
    ],
  });
  await desk.browser.allow(LOOPBACK);
  await addRt(desk.browser, near, { name: 'Helpdesk' });
  await addRt(desk.browser, far, { name: 'Harbour', letter: 'P', shape: 'hexagon' });
  await desk.mail.bringToFront();
});
afterAll(async () => {
  await desk?.close();
  await Promise.all([near?.close(), far?.close()]);
});
beforeEach(() => {
  near.be('well');
  far.be('well');
});
afterEach(() => expect([...heard.splice(0), ...desk.complaints()]).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { press, button, part, told, field, keys } = in_;
const strips = () => desk.panel().getByRole('region', { name: say('strips') });
const chip = (name: string) => desk.panel().locator('.source-chip').filter({ hasText: name });
const shownAt = (name: string) => button(new RegExp(`^${name} #\\d+`)).waitFor();
/** The whole name on one line, and not below its mark. */
async function isBesideItsMark(name: string): Promise<void> {
  const of = chip(name);
  const [mark, words] = [await of.locator('.source-mark').boundingBox(), await of.locator('bdi').first().boundingBox()];
  if (mark === null || words === null) throw new Error(`${name} is not shown`);
  expect(words.y, name).toBeLessThan(mark.y + mark.height / 2);
  expect(words.height, name).toBeLessThan(mark.height * 2);
}
const person = ({ fake }: ServedRt, address: string): UserRow => {
  const found = fake.store.users.find(({ columns }) => columns['EmailAddress']?.toLowerCase() === address);
  if (found === undefined) throw new Error(`Nobody has ${address}`);
  return found;
};
const menu = async (item: string | RegExp) => {
  await press(say('more_actions'));
  await desk.panel().getByRole('menuitem', { name: item }).click();
};

describe('One of two servers', () => {
  test('that is slow holds nobody up: the other one’s person is shown at once, and it is said who is still looking', async () => {
    far.be('held');
    await desk.open('Pallets');
    await in_.name("Pat O'Neil");
    await shownAt('Helpdesk');
    await chip('Harbour').getByText(say('source_looking')).waitFor();
    await part(/^Open/).getByText('Joint purchase').waitFor();
    expect(far.held()).toBeGreaterThan(0);
    await inspect(desk.panel(), 'servers-slow');
    far.be('well');
    await chip('Harbour').getByText(say('source_looking')).waitFor({ state: 'detached' });
    await button(/^Harbour/).waitFor();
    await shownAt('Helpdesk');
    expect(await strips().count()).toBe(0);
  });

  test('that answers what no Request Tracker would says so above, and is asked again on a press', async () => {
    far.be('garbage');
    await desk.open('Shop');
    await in_.name('Ben Shop');
    await shownAt('Helpdesk');
    await strips().getByText(say('failed_people', 'Harbour')).waitFor();
    await strips().getByText(say('problem_unreadable')).waitFor();
    expect(await strips().getByText('Helpdesk').count()).toBe(0);
    await inspect(desk.panel(), 'servers-garbage');
    far.be('well');
    await strips()
      .getByRole('button', { name: new RegExp(say('retry')) })
      .click();
    await button(/^Harbour/).waitFor();
    await expect.poll(() => strips().count()).toBe(0);
  });

  test('that nobody is signed in at any more says so, with the way to sign in', async () => {
    far.be('signed-out');
    await desk.open('Moving');
    await in_.name('Moved Away');
    await shownAt('Helpdesk');
    await strips().getByText(say('signed_out_of', 'Harbour')).waitFor();
    await chip('Harbour').getByText(say('source_signed_out')).waitFor();
    await inspect(desk.panel(), 'servers-signed-out');
    const opened = desk.browser.ctx.waitForEvent('page');
    await strips()
      .getByRole('button', { name: say('sign_in') })
      .click();
    const settings = await opened;
    await settings.getByRole('button', { name: say('connection_sign_in_of', 'Harbour') }).waitFor();
    await settings.close();
    await desk.mail.bringToFront();
  });
});

describe('One person at the book and at two servers', () => {
  test('is shown by one of them; a press on another shows that record', async () => {
    await desk.open('Printer offline');
    await in_.name('Anna Keller');
    await shownAt('Sample book');
    await button(/^Helpdesk/).waitFor();
    await inspect(desk.panel(), 'servers-three');
    for (const size of ['', '200%']) {
      await desk.panel().evaluate((text) => document.documentElement.style.setProperty('font-size', text), size);
      for (const name of ['Sample book', 'Helpdesk', 'Harbour']) await isBesideItsMark(name);
    }
    await desk.panel().evaluate(() => document.documentElement.style.removeProperty('font-size'));
    await press(/^Harbour/);
    await shownAt('Harbour');
    await in_.value('Plan').getByText('Enterprise').waitFor();
    await press(/^Helpdesk/);
    await shownAt('Helpdesk');
    await button(/^Harbour/).waitFor();
    await button(/^Sample book/).waitFor();
  });

  test('is disabled at the server that the menu names, and nowhere else', async () => {
    await press(say('more_actions'));
    const open = desk.panel().getByRole('menu');
    await open.waitFor();
    await desk.panel().locator('.menu-head').getByText('Helpdesk').waitFor();
    await inspect(desk.panel(), 'servers-menu');
    await desk
      .panel()
      .getByRole('menuitem', { name: new RegExp(`^${say('action_disable')}`) })
      .click();
    const title = new RegExp(`^${say('status_disabled')}$`);
    await told(title);
    await part(title).getByText('Helpdesk').waitFor();
    expect(person(near, 'anna.keller@example.com').disabled).toBe(true);
    expect(person(far, 'anna.keller@example.com').disabled).toBe(false);
    await inspect(desk.panel(), 'servers-disabled');
    await in_.undo(title);
    await expect.poll(() => person(near, 'anna.keller@example.com').disabled).toBe(false);
  });

  test('is declared another one than at one of them, and the same after all', async () => {
    await menu(say('apart_not_same', 'Harbour'));
    await told(exactly('apart_done_at', 'Anna Keller', 'Helpdesk', 'Anna Keller', 'Harbour'));
    await expect.poll(() => button(/^Harbour/).count()).toBe(0);
    await button(/^Sample book/).waitFor();
    await press(say('choose_again'));
    await desk
      .panel()
      .getByText(within('apart_said', 'Anna Keller', 'Helpdesk', 'Anna Keller', 'Harbour'))
      .waitFor();
    await inspect(desk.panel(), 'servers-apart');
    await press(within('apart_same_of', 'Anna Keller', 'Helpdesk', 'Anna Keller', 'Harbour'));
    await desk.panel().getByText(say('apart_same_after_all')).waitFor({ state: 'detached' });
  });
});

describe('A server that is away', () => {
  const comments = () => person(near, 'pat.oneil@kestrel.test').columns['Comments'] ?? '';
  const write = async (text: string) => {
    await press(new RegExp(`^(${say('summary_add')}|Edit Summary)`));
    await field(say('section_summary')).fill(text);
    await keys('ControlOrMeta+Enter');
  };
  const send = async () => {
    await press(say('queue_waits_one', '1'));
    await press(say('send_now'));
  };

  test('keeps a change waiting, and has it once it is back', async () => {
    await desk.open('Pallets');
    await in_.name("Pat O'Neil");
    await shownAt('Helpdesk');
    near.be('away');
    await write('Only in the morning.');
    await strips()
      .getByText(/^Helpdesk cannot be reached since/)
      .waitFor();
    await strips().getByText(say('changes_wait_one', '1')).waitFor();
    await inspect(desk.panel(), 'servers-away');
    expect(comments()).toBe('');
    near.be('well');
    await send();
    await desk.panel().getByText(say('queue_empty')).waitFor();
    expect(comments()).toBe('Only in the morning.');
    await press(say('back'));
    await part('Summary').getByText('Only in the morning.').waitFor();
  });

  test('has another value by then: all three stand there, and one is chosen', async () => {
    near.be('away');
    await write('Mine of meanwhile');
    await strips().getByText(say('changes_wait_one', '1')).waitFor();
    const { store } = near.fake;
    const pat = person(near, 'pat.oneil@kestrel.test');
    note(store, pat, 14, 'Set', 'Comments', comments(), 'Theirs of meanwhile');
    pat.columns['Comments'] = 'Theirs of meanwhile';
    near.be('well');
    await send();
    await press(say('back'));
    const conflict = part(say('fields_changed_one', '1'));
    for (const text of ['Only in the morning.', 'Mine of meanwhile', 'Theirs of meanwhile']) {
      await conflict.getByText(text, { exact: true }).waitFor();
    }
    await conflict
      .getByText(/Helpdesk/)
      .first()
      .waitFor();
    await inspect(desk.panel(), 'servers-conflict');
    await conflict.getByRole('button', { name: say('keep_mine') }).click();
    await expect.poll(comments).toBe('Mine of meanwhile');
    await conflict.waitFor({ state: 'detached' });
    await expect.poll(() => button(/wait/).count()).toBe(0);
  });
});

describe('What was asked of servers', () => {
  test('is listed for whoever works here: when, which server, what for, how much; never of whom', async () => {
    const log = await desk.browser.ctx.newPage();
    listen(log, heard);
    await log.goto(desk.browser.url('options.html#log'));
    const lines = log.locator('.log-row');
    await lines.first().waitFor();
    expect(await lines.count()).toBeGreaterThan(20);
    for (const text of await lines.allTextContents()) {
      expect(text).toMatch(/(Helpdesk|Harbour)/);
      expect(text).toMatch(/\d+\s?(B|kB|bytes)|–/);
    }
    for (const what of ['log_find', 'log_tickets', 'log_field', 'log_enable']) {
      await lines
        .getByText(new RegExp(`^${say(what)}$`))
        .first()
        .waitFor();
    }
    await inspect(log, 'servers-log');
    const shown = (await log.locator('main').textContent()) ?? '';
    const kept = JSON.stringify(await tablesOf(log, 'sidecard-log'));
    expect(kept).toContain('Harbour');
    for (const text of [shown, kept]) {
      for (const known of ['@', '%40', 'Anna', 'Keller', 'Pat', 'kestrel', 'morning', 'Mine of meanwhile', TOKEN]) {
        expect(text).not.toContain(known);
      }
    }
    await log.getByRole('combobox', { name: say('log_server') }).click();
    await log.getByRole('option', { name: 'Harbour' }).click();
    await expect.poll(() => lines.filter({ hasText: 'Helpdesk' }).count()).toBe(0);
    await expect.poll(() => lines.filter({ hasText: 'Harbour' }).count()).toBeGreaterThan(0);
    await log.close();
  });
});
