// A Deskpro that is added by keys alone, and calls that only its administrator knows: off until they are described in the
// settings, then offered beside the mail.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { KEY } from '@/test/connectors/deskpro/server';
import { LOOPBACK } from '@/test/support/served';
import { type Desk, inspect, listen, mailFrom, sitDown } from './desk';
import { NORA, serveDeskpro } from './fake-deskpro';
import { keysOf } from './keyboard';
import { profileIn, shootFailures } from './profile';
import { exactly, say } from './words';

let desk: Desk;
let server: Awaited<ReturnType<typeof serveDeskpro>>;
let page: Page;
const heard: string[] = [];

beforeAll(async () => {
  server = await serveDeskpro('legacy');
  desk = await sitDown({ threads: [mailFrom('Pallets', NORA.name, NORA.address, 1)] });
  // Granted and taken back: the extension's own question is then answered at once.
  await desk.browser.allow(LOOPBACK);
  await desk.browser.revoke(LOOPBACK);
  page = await desk.browser.ctx.newPage();
  listen(page, heard);
  await page.goto(desk.browser.url('options.html#connections'));
});
afterAll(async () => {
  await desk?.close();
  await server?.close();
});
afterEach(() => expect([...heard.splice(0), ...desk.complaints()]).toEqual([]));
shootFailures(() => page);

const in_ = profileIn(() => desk.panel());
const there = keysOf(() => page);
const named = (name: string): Locator => page.getByLabel(name, { exact: true });
const more = () =>
  desk
    .panel()
    .getByRole('button', { name: say('more_actions') })
    .first();
const disable = () => desk.panel().getByRole('menuitem', { name: new RegExp(`^${say('action_disable')}`) });

describe('A Deskpro', () => {
  test('is added by keys alone, and its test says what nobody has tried there yet', async () => {
    const form = page.locator('form.connection-form');
    await there.pressAt(there.button(say('connections_add')));
    await form.locator('input:focus').waitFor();
    await there.tabTo(form.locator('.kind-radio:checked'));
    for (let at = 0; at < 5 && !(await page.getByRole('radio', { name: 'Deskpro' }).isChecked()); at += 1) {
      await there.press('ArrowRight');
    }
    await there.tabTo(named(say('connection_name')));
    await there.press('ControlOrMeta+a');
    await there.type('Helpdesk');
    await there.tabTo(named(say('deskpro_address')));
    await there.type(`${server.host}/agent/`);
    await there.tabTo(named(say('deskpro_secret')));
    await there.type(KEY);
    await inspect(page, 'deskpro-adding');
    await there.press('Enter');
    const told = page.getByRole('region', { name: say('test_of', 'Helpdesk') });
    await told.getByText('Lena Lead').first().waitFor();
    await told.getByText(say('test_untried')).waitFor();
    await inspect(page, 'deskpro-tested');
  });

  test('cannot disable anybody as long as nobody has said how', async () => {
    await desk.mail.bringToFront();
    await desk.open('Pallets');
    await in_.name(NORA.name);
    await desk.panel().getByText('Pallets are late').waitFor();
    await more().click();
    await desk.panel().getByRole('menu').waitFor();
    expect(await disable().count()).toBe(0);
    await in_.keys('Escape');
  });

  test('can once both calls of its old API are taken over and switched on in the settings', async () => {
    await page.bringToFront();
    await there.pressAt(there.button(say('connection_menu_of', 'Helpdesk')));
    await there.rowOf(say('calls_open'));
    await there.press('Enter');
    const list = page.getByRole('region', { name: say('calls_title', 'Helpdesk') });
    for (const call of ['deskpro_call_disable', 'deskpro_call_enable']) {
      await there.pressAt(list.getByRole('button', { name: say('call_describe_of', say(call)) }));
      await there.pressAt(list.getByRole('button', { name: say('deskpro_preset_v1') }));
      if (call === 'deskpro_call_disable') await inspect(page, 'deskpro-call');
      await there.pressAt(list.getByRole('button', { name: say('save'), exact: true }));
      await list.getByText(exactly('call_is_saved', say(call))).waitFor();
    }
    await inspect(page, 'deskpro-calls');
    await desk.mail.bringToFront();
    await desk.mail.reload();
    await desk.open('Pallets');
    await in_.name(NORA.name);
    await desk.panel().getByText('Pallets are late').waitFor();
    await more().click();
    await disable().click();
    await expect.poll(() => server.nora.is_disabled).toBe(true);
    await desk.panel().getByText(say('deskpro_says_disabled')).first().waitFor();
    await inspect(desk.panel(), 'deskpro-disabled');
    await in_.keys('ControlOrMeta+z');
    await expect.poll(() => server.nora.is_disabled).toBe(false);
  });
});
