// A Zammad beside the mail, in the real panel: added by keys alone, looked up, edited, and what was changed there meanwhile.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { TOKEN } from '@/test/connectors/zammad/server';
import { LOOPBACK } from '@/test/support/served';
import { type Desk, inspect, listen, mailFrom, sitDown } from './desk';
import { serveZammad, VERA } from './fake-zammad';
import { keysOf } from './keyboard';
import { profileIn, shootFailures } from './profile';
import { exactly, say, within } from './words';

let desk: Desk;
let server: Awaited<ReturnType<typeof serveZammad>>;
const heard: string[] = [];

beforeAll(async () => {
  server = await serveZammad();
  desk = await sitDown({
    threads: [
      mailFrom('Pallets', VERA.name, VERA.address, 1),
      mailFrom('Letter', VERA.name, VERA.second, 2),
      mailFrom('Book', 'Bea Book', 'post@bücher.test', 3),
    ],
  });
  // Granted and taken back: the extension's own question is then answered at once.
  await desk.browser.allow(LOOPBACK);
  await desk.browser.revoke(LOOPBACK);
});
afterAll(async () => {
  await desk?.close();
  await server?.close();
});
afterEach(() => expect([...heard.splice(0), ...desk.complaints()]).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { part, press, field, keys, value } = in_;
const panel = (): Page => desk.panel();
const summary = (text: string) => part(say('section_summary')).getByText(text, { exact: true }).waitFor();

describe('A Zammad', () => {
  test('is added by keys alone, and its test tells who is signed in and what the server may do by itself', async () => {
    const page = await desk.browser.ctx.newPage();
    listen(page, heard);
    await page.goto(desk.browser.url('options.html#connections'));
    const there = keysOf(() => page);
    const form = page.locator('form.connection-form');
    const named = (name: string): Locator => page.getByLabel(name, { exact: true });
    await there.pressAt(there.button(say('connections_add')));
    await form.locator('input:focus').waitFor();
    await there.tabTo(form.locator('.kind-radio:checked'));
    for (let at = 0; at < 5 && !(await page.getByRole('radio', { name: 'Zammad' }).isChecked()); at += 1) {
      await there.press('ArrowRight');
    }
    await there.tabTo(named(say('connection_name')));
    await there.press('ControlOrMeta+a');
    await there.type('Helpdesk');
    await there.tabTo(named(say('zammad_address')));
    await there.type(`${server.host}/`);
    await there.tabTo(named(say('zammad_token')));
    await there.type(TOKEN);
    await inspect(page, 'zammad-adding');
    await there.press('Enter');
    const told = page.getByRole('region', { name: say('test_of', 'Helpdesk') });
    await told.getByText('Lena Lead').first().waitFor();
    await told.getByText(say('zammad_says_connected', 'Helpdesk')).waitFor();
    await inspect(page, 'zammad-tested');
    await page.close();
    await desk.mail.bringToFront();
  });

  test('shows who wrote, with all that its record has', async () => {
    await desk.open('Pallets');
    await in_.name(VERA.name);
    await part(/^Open/).getByText('Wrong colour').waitFor();
    await summary('Prefers letters.');
    await inspect(panel(), 'zammad-profile');
    await value('Plan').getByText('Professional').waitFor();
    await value('Customer number').getByText('K-77').waitFor();
    await value(say('property_roles')).getByText('Kunde').waitFor();
    for (const text of [say('mark_vip'), say('mark_bounced'), 'Kestrel Logistics', 'Acme']) {
      await panel().getByText(text, { exact: true }).first().waitFor();
    }
    await panel().getByText(within('mark_synchronised', 'ldap')).waitFor();
    await panel().getByText(say('status_locked'), { exact: true }).first().waitFor();
  });

  test('takes a custom field from its choices, and Undo brings the former back', async () => {
    await press('Edit Plan');
    await field('Plan').selectOption('Free of charge');
    await keys('Enter');
    await value('Plan').getByText('Free of charge').waitFor();
    await expect.poll(() => server.vera['plan']).toBe('free');
    await keys('ControlOrMeta+z');
    await expect.poll(() => server.vera['plan']).toBe('pro');
  });

  test('takes its one note as the summary, whole', async () => {
    await press('Edit Summary');
    await field(say('section_summary')).fill('Prefers letters.\nNever calls <back>.');
    await keys('ControlOrMeta+Enter');
    await expect.poll(() => String(server.vera['note'])).toContain('Never calls &lt;back&gt;.');
    await in_.told(exactly('done_saved', say('section_summary')));
  });

  test('tells what was changed there meanwhile, and nothing is overwritten unasked', async () => {
    await press('Edit Summary');
    await field(say('section_summary')).fill('Mine of meanwhile');
    Object.assign(server.vera, { note: '<div>Theirs of meanwhile</div>', updated_at: '2026-03-01T08:00:00.000Z' });
    await keys('ControlOrMeta+Enter');
    const conflict = part(say('conflict_at', say('section_summary'), 'Helpdesk'));
    for (const text of ['Mine of meanwhile', 'Theirs of meanwhile']) {
      await conflict.getByText(text, { exact: true }).waitFor();
    }
    expect(server.vera['note']).toBe('<div>Theirs of meanwhile</div>');
    await inspect(panel(), 'zammad-conflict');
    await conflict.getByRole('button', { name: say('keep_mine') }).click();
    await expect.poll(() => server.vera['note']).toContain('Mine of meanwhile');
    await conflict.waitFor({ state: 'detached' });
  });
});
