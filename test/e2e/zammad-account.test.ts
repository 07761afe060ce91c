// What agents do to an account in Zammad, in the real panel by keyboard, and what they see of it before and after.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { LOOPBACK } from '@/test/support/served';
import { type Desk, inspect, mailFrom, sitDown } from './desk';
import { addZammad, serveZammad, VERA } from './fake-zammad';
import { keysOf } from './keyboard';
import { profileIn, shootFailures } from './profile';
import { exactly, say } from './words';

/** ms: ten seconds of hold, and what a busy machine takes. */
const HELD = { timeout: 25_000 };

let desk: Desk;
let server: Awaited<ReturnType<typeof serveZammad>>;

beforeAll(async () => {
  server = await serveZammad();
  desk = await sitDown({ threads: [mailFrom('Pallets', VERA.name, VERA.address, 1)] });
  await desk.browser.allow(LOOPBACK);
  await addZammad(desk.browser, server, 'Helpdesk');
  await desk.mail.bringToFront();
  await desk.open('Pallets');
  await in_.name(VERA.name);
  await part(/^Open/).getByText('Wrong colour').waitFor();
});
afterAll(async () => {
  await desk?.close();
  await server?.close();
});
afterEach(() => expect(desk.complaints()).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { press, pressAt, tabTo, menu, type } = keysOf(() => desk.panel());
const { part, told } = in_;
const panel = (): Page => desk.panel();
const dialog = () => panel().getByRole('dialog');
const begins = (key: string) => new RegExp(`^${say(key)}`);

describe('An account in Zammad', () => {
  test('that is locked is unlocked', async () => {
    await panel().getByText(say('status_locked'), { exact: true }).first().waitFor();
    await menu(begins('action_unlock'));
    await told(say('done_unlocked'));
    await expect.poll(() => server.vera['login_failed']).toBe(0);
    await panel().getByText(say('status_locked'), { exact: true }).first().waitFor({ state: 'detached' });
  });

  test('is disabled, with what that means there, and enabled by Undo', async () => {
    await menu(begins('action_disable'));
    await told(begins('status_disabled'));
    await expect.poll(() => server.vera['active']).toBe(false);
    await panel().getByText(say('zammad_says_disabled')).first().waitFor();
    await press('ControlOrMeta+z');
    await expect.poll(() => server.vera['active']).toBe(true);
  });

  test('loses the second factor that was chosen, and no other', async () => {
    await menu(begins('action_remove_factor'));
    await dialog().getByRole('radio').first().waitFor();
    await inspect(panel(), 'zammad-factor');
    await tabTo(dialog().getByRole('radio').first());
    await press('Space');
    await pressAt(dialog().getByRole('button', { name: /^Remove / }));
    await expect.poll(() => server.fake.store.factors[server.vera.id]?.length, HELD).toBe(1);
  });

  test('is sent its link for a new password from Zammad’s own page: the address is at hand', async () => {
    await desk.browser.ctx.grantPermissions(['clipboard-read', 'clipboard-write']);
    await menu(begins('action_send_reset'));
    await dialog().getByText(say('reset_by_hand', 'Helpdesk')).waitFor();
    const opened = desk.browser.ctx.waitForEvent('page');
    await pressAt(dialog().getByRole('button', { name: say('reset_copy_open') }));
    const page = await opened;
    await expect.poll(() => page.url()).toContain('password_reset');
    await page.close();
    await desk.mail.bringToFront();
    expect(await panel().evaluate(() => navigator.clipboard.readText())).toBe(VERA.address);
  });
});

describe('Somebody else’s eyes', () => {
  test('are read without a switch: their tickets and organisations, and nothing is written', async () => {
    const before = server.fake.calls.length;
    await menu(begins('sees_action'));
    await dialog().getByText('Pallets are late').waitFor();
    await dialog().getByText('Kestrel Logistics').waitFor();
    await inspect(panel(), 'zammad-sees');
    const calls = server.fake.calls.slice(before);
    expect(calls.filter((call) => !call.startsWith('GET') && !call.endsWith('/search'))).toEqual([]);
    await press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  test('are taken on in a tab of Zammad; every panel says so until the way back was taken', async () => {
    await menu(begins('action_view_as'));
    await dialog().getByText(say('view_real', 'Helpdesk')).waitFor();
    await inspect(panel(), 'zammad-view');
    server.opened.length = 0;
    const tab = desk.browser.ctx.waitForEvent('page');
    await pressAt(dialog().getByRole('button', { name: exactly('act_view', VERA.name) }));
    const page = await tab;
    await expect.poll(() => server.opened).toEqual([`/api/v1/sessions/switch/${server.vera.id}`, '/']);
    await desk.mail.bringToFront();
    const banner = panel().getByRole('region', { name: say('view_banners') });
    await banner.getByText(exactly('view_banner', VERA.name, 'Helpdesk')).waitFor();
    await inspect(panel(), 'zammad-viewing');
    expect(await part(exactly('done_view', VERA.name)).getByRole('button').count()).toBe(0);
    await pressAt(banner.getByRole('button', { name: say('view_back') }));
    // Its own first page comes right after it.
    await expect.poll(() => server.opened).toContain('/api/v1/sessions/switch_back');
    await banner.waitFor({ state: 'detached' });
    await page.close();
    await desk.mail.bringToFront();
  });
});

describe('A deletion in Zammad', () => {
  test('waits there once it is made here: it is shown with its tickets, and taken back', async () => {
    await menu(new RegExp(`^${say('action_delete')}$`));
    await dialog().getByText(say('goes'), { exact: true }).waitFor();
    await inspect(panel(), 'zammad-delete');
    await tabTo(dialog().getByRole('textbox', { name: say('type_address') }));
    await type(VERA.address);
    await pressAt(dialog().getByRole('button', { name: /^Delete person/ }));
    await told(exactly('held_delete', VERA.name));
    expect(server.fake.store.tasks).toEqual([]);
    await expect.poll(() => server.fake.store.tasks.length, HELD).toBe(1);
    const bar = panel().getByText(say('leaving_tickets_other', '3', 'Helpdesk'));
    await bar.waitFor();
    await inspect(panel(), 'zammad-leaving');
    await pressAt(panel().getByRole('button', { name: say('action_cancel_delete') }));
    await told(say('done_kept'));
    expect(server.fake.store.tasks).toEqual([]);
    await bar.waitFor({ state: 'detached' });
  });
});
