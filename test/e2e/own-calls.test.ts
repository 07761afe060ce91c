// Calls that only a helpdesk's administrator knows: a Deskpro is added by keys alone, and they are described, tried and saved.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type FakeDeskpro, fakeDeskpro, KEY } from '@/test/connectors/deskpro/server';
import { DESKPRO_GROUND } from '@/test/support/grounds';
import { LOOPBACK, type Served, serve } from '@/test/support/served';
import { type Desk, inspect, listen, mailFrom, sitDown } from './desk';
import { keysOf } from './keyboard';
import { shootFailures } from './profile';
import { say, within } from './words';

let desk: Desk;
let server: Served<FakeDeskpro>;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  server = await serve(fakeDeskpro('legacy'), DESKPRO_GROUND);
  desk = await sitDown({ threads: [mailFrom('Printer', 'Anna Keller', 'anna.keller@example.com', 1)] });
  // Granted and taken back: the extension's own question is then answered at once.
  await desk.browser.allow(LOOPBACK);
  await desk.browser.revoke(LOOPBACK);
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
const form = () => page.locator('form.connection-form');
const field = (name: string, inside: Locator = page.locator('main')) => inside.getByLabel(name, { exact: true });
const told = () => page.getByRole('region', { name: say('test_of', 'Old desk') });
const box = () => page.getByRole('region', { name: say('calls_title', 'Old desk') });
const call = (label: string) =>
  box()
    .locator('form.call-form')
    .filter({ hasText: say('call_form', say(label)) });
const retype = async (wanted: Locator, text: string) => {
  await tabTo(wanted);
  await press('ControlOrMeta+a');
  await type(text);
};
const kept = async (): Promise<Readonly<Record<string, unknown>>> => {
  const list: unknown = await desk.browser.ask('connection.list', {});
  const row: unknown = Array.isArray(list) ? list.find((one) => Object(one).name === 'Old desk') : null;
  return Object(Object(row).settings);
};

describe('A Deskpro', () => {
  test('is chosen among the kinds with the arrows, and its test says what nobody has tried there yet', async () => {
    await pressAt(button(say('connections_add')));
    await form().locator('input:focus').waitFor();
    await press('ArrowRight');
    await press('ArrowRight');
    await field(say('deskpro_secret'), form()).waitFor();
    await retype(field(say('connection_name'), form()), 'Old desk');
    await tabTo(field(say('deskpro_address'), form()));
    await type(server.address);
    await tabTo(form().getByRole('combobox'));
    expect(await form().getByRole('combobox').textContent()).toBe(say('deskpro_access_key'));
    await tabTo(field(say('deskpro_secret'), form()));
    await type(KEY);
    await inspect(page, 'connection-deskpro');
    await press('Enter');
    await told().getByText(say('test_untried')).waitFor();
    await told().getByText(say('calls_note')).waitFor();
    await inspect(page, 'connection-untried');
  });
});

describe('The calls that its administrator describes', () => {
  test('are all off at first, and none can be saved that leaves the helpdesk or names what is not filled in', async () => {
    await pressAt(button(say('connection_menu_of', 'Old desk')));
    await rowOf(say('calls_open'));
    await press('Enter');
    await box().locator('h2:focus').waitFor();
    await expect.poll(() => box().getByRole('switch', { checked: true }).count()).toBe(0);
    await inspect(page, 'calls-off');
    await pressAt(button(say('call_describe_of', say('deskpro_call_merge'))));
    const merge = call('deskpro_call_merge');
    await field(say('call_path'), merge).waitFor();
    expect(await field(say('call_path'), merge).evaluate((one) => one === document.activeElement)).toBe(true);
    await type('https://elsewhere.example/people/{target}');
    await press('Enter');
    await merge.getByText(say('call_path_leaves')).waitFor();
    await retype(field(say('call_path'), merge), 'people/{person}/merge');
    await press('Enter');
    await merge.locator('.field-error').filter({ hasText: '{person}' }).waitFor();
    expect(Object.keys(await kept())).not.toContain('call.merge');
    await inspect(page, 'calls-wrong');
  });

  test('are those of API v1 with one press, and stay beside the key when the connection is edited', async () => {
    const merge = call('deskpro_call_merge');
    const preset = merge.getByRole('button', { name: say('deskpro_preset_v1') });
    // It stands before the fields.
    await tabTo(preset, 'Shift+Tab');
    await press('Enter');
    await expect.poll(() => field(say('call_path'), merge).inputValue()).toBe('/api/people/{target}/merge/{source}');
    await pressAt(merge.getByRole('button', { name: say('save'), exact: true }));
    await box()
      .getByText(say('call_is_saved', say('deskpro_call_merge')))
      .waitFor();
    await expect.poll(async () => Object.keys(await kept())).toContain('call.merge');
    const { 'call.merge': before } = await kept();
    await tabTo(button(say('connection_menu_of', 'Old desk')), 'Shift+Tab');
    await press('Enter');
    await rowOf(say('connection_edit'));
    await press('Enter');
    await form().locator('input:focus').waitFor();
    await press('Enter');
    await told().getByText(say('test_merge'), { exact: true }).waitFor();
    expect((await kept())['call.merge']).toBe(before);
  });

  test('are tried where they read, upon the own record alone, and before anything is saved', async () => {
    await pressAt(button(say('call_describe_of', say('deskpro_call_chats'))));
    const chats = call('deskpro_call_chats');
    await field(say('call_path'), chats).waitFor();
    await type('people/{id}/talks');
    server.fake.calls.length = 0;
    await pressAt(chats.getByRole('button', { name: say('call_try') }));
    await chats.locator('.call-tried').getByText(within('call_tried_missing', '404')).waitFor();
    await tabTo(chats.getByRole('button', { name: say('deskpro_preset_v1') }), 'Shift+Tab');
    await press('Enter');
    await pressAt(chats.getByRole('button', { name: say('call_try') }));
    const well = new RegExp(say('call_tried_well', '.+'));
    await chats.locator('.call-tried').getByText(well).waitFor();
    await inspect(page, 'calls-tried');
    // Nothing but reads, and none of anybody else.
    const own = server.fake.calls.filter((one) => / \/people\//.test(one));
    expect(new Set(own.map((one) => one.replace(/^v1 /, '')))).toEqual(
      new Set(['GET /people/1/talks', 'GET /people/1/chats']),
    );
    expect(server.fake.calls.every((one) => /^(?:v1 )?GET /.test(one))).toBe(true);
    expect(Object.keys(await kept())).not.toContain('call.chats');
  });

  test('that are half-typed are asked for before they go', async () => {
    await tabTo(box().getByRole('button', { name: say('close') }), 'Shift+Tab');
    await press('Enter');
    await box().getByText(say('connection_form_leave')).waitFor();
    await pressAt(box().getByRole('button', { name: say('connection_form_discard') }));
    await box().waitFor({ state: 'detached' });
    expect(Object.keys(await kept())).not.toContain('call.chats');
  });
});
