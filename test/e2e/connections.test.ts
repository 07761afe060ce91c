// Servers in the settings: added, edited, ordered, paused and removed, by keys alone, and what the panel makes of it.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { TOKEN } from '@/test/connectors/rt/server';
import { type Desk, inspect, listen, mailFrom, sitDown } from './desk';
import { LOOPBACK, type ServedRt, serveRt } from './fake-rt';
import { keysOf } from './keyboard';
import { shootFailures } from './profile';
import { exactly, say } from './words';

const WRONG = '1-45-ffffffffffffffffffffffffffffffff';
const FAR = 'http://tickets.example.org';

let desk: Desk;
let server: ServedRt;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  server = await serveRt();
  desk = await sitDown({
    threads: [
      mailFrom('Pallets', 'Pat O’Neil', 'pat.oneil@kestrel.test', 1),
      mailFrom('Shop', 'Ben Shop', 'ben+shop@example.org', 2),
      mailFrom('Moving', 'Moved Away', 'new-home@example.org', 3),
    ],
  });
  await willSayYes(LOOPBACK);
  page = await desk.browser.ctx.newPage();
  listen(page, complaints);
  await page.goto(desk.browser.url('options.html#connections'));
});
afterAll(async () => {
  await desk?.close();
  await server?.close();
});
afterEach(() => expect([...complaints.splice(0), ...desk.complaints()]).toEqual([]));
shootFailures(() => page);

const { press, pressAt, tabTo, type, rowOf, button } = keysOf(() => page);
const field = (name: string): Locator => page.getByLabel(name, { exact: true });
const form = () => page.locator('form.connection-form');
const rows = () => page.getByRole('list', { name: say('connections_list') }).getByRole('listitem');
const row = (name: string) => rows().filter({ hasText: name });
const names = async () => (await rows().locator('strong').allTextContents()).map((name) => name.trim());
const told = (name: string) => page.getByRole('region', { name: say('test_of', name) });
const said = (words: string | RegExp) => page.locator('.connections > [role=status]').getByText(words).waitFor();
const menu = async (name: string, item: string) => {
  await pressAt(button(say('connection_menu_of', name)));
  await rowOf(item);
  await press('Enter');
};
const retype = async (name: string, text: string) => {
  await tabTo(field(name));
  await press('ControlOrMeta+a');
  await type(text);
};
const granted = (origin: string): Promise<unknown> =>
  page.evaluate(`chrome.permissions.contains({ origins: ['${origin}/*'] })`);

/** Granted once in the extensions page and taken back: the extension's own question is then answered at once. */
async function willSayYes(origin: string): Promise<void> {
  await desk.browser.allow(origin);
  await desk.browser.revoke(origin);
}

/** Opens a message beside the panel; the pages of the settings stay in their tab. */
async function write(subject: string): Promise<void> {
  await desk.mail.bringToFront();
  await desk.open(subject);
}
const painted = (name: string) => desk.head().getByText(name, { exact: true }).waitFor();

describe('A Request Tracker', () => {
  test('is added by keys alone: what is assumed of its address is shown', async () => {
    await page.bringToFront();
    await pressAt(button(say('connections_add')));
    await form().locator('input:focus').waitFor();
    expect(await names()).not.toContain('RT Support');
    // The kinds of servers are one stop, and the arrows choose among them.
    await press('ArrowRight');
    await field(say('zammad_token')).waitFor();
    expect(await field(say('connection_name')).inputValue()).toBe(say('connector_zammad'));
    await inspect(page, 'connection-kinds');
    await press('ArrowLeft');
    await field(say('rt_token')).waitFor();
    await press('Tab');
    expect(await field(say('connection_name')).evaluate((one) => one === document.activeElement)).toBe(true);
    await retype(say('connection_name'), 'RT Support');
    await tabTo(field(say('rt_address')));
    await type(`${server.host}/rt/`);
    await page.getByText(say('connection_address_called', server.address)).waitFor();
    await tabTo(field(say('rt_token')));
    expect(await field(say('rt_address')).inputValue()).toBe(server.address);
    await press('Enter');
    // Nothing is asked of anybody while a field is empty: the focus goes to it.
    await form().getByText(say('connection_needed')).waitFor();
    expect(await field(say('rt_token')).evaluate((one) => one === document.activeElement)).toBe(true);
    expect(server.fake.calls).toEqual([]);
    await type(WRONG);
    await inspect(page, 'connection-adding');
    await press('Enter');
  });

  test('with a wrong token says so in its place, and what to do about it', async () => {
    await told('RT Support').getByText(say('trouble_signed_out'), { exact: true }).waitFor();
    await told('RT Support').getByText(say('trouble_signed_out_text'), { exact: true }).waitFor();
    await row('RT Support').getByText(say('trouble_signed_out')).waitFor();
    expect(await page.locator('body').textContent()).not.toContain(WRONG);
    await inspect(page, 'connection-wrong-token');
  });

  test('with the right one tells who is signed in and what they may do', async () => {
    await pressAt(told('RT Support').getByRole('button', { name: say('sign_in') }));
    await page.locator('.secret input:focus').waitFor();
    await type(TOKEN);
    await press('Enter');
    await told('RT Support').getByText(exactly('test_signed_in', 'Lena Lead')).waitFor();
    await told('RT Support').getByText(say('test_edit_enable'), { exact: true }).waitFor();
    await row('RT Support').getByText(say('connection_ready')).waitFor();
    expect(await form().count()).toBe(0);
    await inspect(page, 'connection-tested');
  });

  test('gets another name and mark, and both stand beside what it knows', async () => {
    await menu('RT Support', say('connection_edit'));
    await form().locator('input:focus').waitFor();
    await retype(say('connection_name'), 'Helpdesk');
    await tabTo(form().locator('input[type=radio]:checked').last());
    await press('ArrowRight');
    const shape = await form().locator('.mark-radio:checked').getAttribute('aria-label');
    await retype(say('connection_letter'), 'H');
    await press('Enter');
    await expect.poll(names).toContain('Helpdesk');
    expect(await names()).not.toContain('RT Support');
    expect(shape).not.toBe(say('shape_diamond'));
    await told('Helpdesk').getByText(exactly('test_signed_in', 'Lena Lead')).waitFor();
    await write('Pallets');
    await painted("Pat O'Neil");
    await desk
      .panel()
      .getByRole('button', { name: /^Helpdesk #/ })
      .waitFor();
  });

  test('goes to the top by its handle and an arrow key, and stays there', async () => {
    await page.bringToFront();
    const before = await names();
    expect(before.at(-1)).toBe('Helpdesk');
    await tabTo(button(say('connection_move_of', 'Helpdesk')));
    for (let at = 1; at < before.length; at += 1) await press('ArrowUp');
    await said(exactly('connection_moved', 'Helpdesk', '1', String(before.length)));
    // The handle keeps the focus: the next key moves it on.
    expect(await button(say('connection_move_of', 'Helpdesk')).evaluate((one) => one === document.activeElement)).toBe(
      true,
    );
    await expect
      .poll(async () => {
        const list: unknown = await desk.browser.ask('connection.list', {});
        return Array.isArray(list) ? Object(list[0]).name : null;
      })
      .toBe('Helpdesk');
    await page.reload();
    await expect.poll(names).toEqual(['Helpdesk', ...before.slice(0, -1)]);
    await inspect(page, 'connection-first');
  });

  test('that is paused is not asked, and is asked again when it is resumed', async () => {
    await menu('Helpdesk', say('connection_pause'));
    await said(exactly('connection_is_paused', 'Helpdesk'));
    await row('Helpdesk').getByText(say('connection_paused'), { exact: true }).waitFor();
    await inspect(page, 'connection-paused');
    const before = server.fake.calls.length;
    await write('Shop');
    await desk.panel().getByText('ben+shop@example.org').first().waitFor();
    await desk.panel().getByText(say('not_found')).first().waitFor();
    expect(server.fake.calls.length).toBe(before);
    await page.bringToFront();
    await pressAt(button(say('connection_resume_of', 'Helpdesk')));
    await said(exactly('connection_is_resumed', 'Helpdesk'));
    await desk.mail.bringToFront();
    await painted('Ben Shop');
    expect(server.fake.calls.length).toBeGreaterThan(before);
  });

  test('is removed after a question that says what goes and what stays; with it the access to its host', async () => {
    await page.bringToFront();
    expect(await granted(LOOPBACK)).toBe(true);
    await menu('Helpdesk', say('connection_remove_dots'));
    const question = page.getByRole('dialog', { name: say('connection_remove_ask', 'Helpdesk') });
    await question.getByText(say('connection_goes_access', server.host)).waitFor();
    await question.getByText(say('connection_stays_server', 'Helpdesk')).waitFor();
    await inspect(page, 'connection-removing');
    // Cancel has the focus: a key too many removes nothing.
    await press('Enter');
    await question.waitFor({ state: 'detached' });
    expect(await names()).toContain('Helpdesk');
    await menu('Helpdesk', say('connection_remove_dots'));
    await pressAt(question.getByRole('button', { name: say('connection_remove') }));
    await said(exactly('connection_is_removed', 'Helpdesk'));
    await expect.poll(names).not.toContain('Helpdesk');
    expect(await granted(LOOPBACK)).toBe(false);
    const before = server.fake.calls.length;
    await write('Moving');
    await desk.panel().getByText(say('not_found')).first().waitFor();
    expect(server.fake.calls.length).toBe(before);
  });
});

describe('A server elsewhere', () => {
  test('by plain http is called only after that was confirmed', async () => {
    await willSayYes(FAR);
    await page.bringToFront();
    await pressAt(button(say('connections_add')));
    await form().locator('input:focus').waitFor();
    await retype(say('connection_name'), 'Far away');
    await tabTo(field(say('rt_address')));
    await type(`${FAR}/rt`);
    await tabTo(field(say('rt_token')));
    await type(TOKEN);
    await form().getByText(say('connection_plain')).waitFor();
    await press('Enter');
    await form().getByText(say('connection_plain_first')).waitFor();
    expect(await granted(FAR)).toBe(false);
    await inspect(page, 'connection-plain');
    const confirm = form().getByRole('checkbox', { name: say('connection_plain_confirm', 'tickets.example.org') });
    expect(await confirm.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('that the browser is not allowed to call is not saved, and everything typed stays', async () => {
    // Nobody can press the browser's own question here: it is answered with no in its place.
    await page.evaluate(
      'globalThis.asked = chrome.permissions.request; chrome.permissions.request = async () => false',
    );
    await press('Space');
    await pressAt(button(say('connection_save')));
    await form().getByText(say('connection_refused_save')).waitFor();
    expect(await field(say('connection_name')).inputValue()).toBe('Far away');
    expect(await field(say('rt_address')).inputValue()).toBe(`${FAR}/rt`);
    expect(await field(say('rt_token')).inputValue()).toBe(TOKEN);
    expect(await names()).not.toContain('Far away');
    await inspect(page, 'connection-refused');
    await page.evaluate('chrome.permissions.request = globalThis.asked');
    await pressAt(button(say('connection_save')));
    // Nobody is there under this name.
    await told('Far away').getByText(say('trouble_offline'), { exact: true }).waitFor();
    expect(await granted(FAR)).toBe(true);
  });
});
