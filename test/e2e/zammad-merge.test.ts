// Two records of one person in Zammad, which cannot merge, become one and two again in the real panel; and the second
// address that somebody has there by the login.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dump } from '@/test/connectors/zammad/desk';
import { LOOPBACK } from '@/test/support/served';
import { type Desk, inspect, mailFrom, sitDown } from './desk';
import { addZammad, serveZammad, VERA } from './fake-zammad';
import { keysOf } from './keyboard';
import { profileIn, shootFailures } from './profile';
import { exactly, say, within } from './words';

const LATER = 'vera@lund.test';

let desk: Desk;
let server: Awaited<ReturnType<typeof serveZammad>>;

beforeAll(async () => {
  server = await serveZammad();
  desk = await sitDown({
    threads: [mailFrom('Pallets', VERA.name, VERA.address, 1), mailFrom('Letter', VERA.name, VERA.second, 2)],
  });
  await desk.browser.allow(LOOPBACK);
  await addZammad(desk.browser, server, 'Helpdesk');
  await desk.mail.bringToFront();
});
afterAll(async () => {
  await desk?.close();
  await server?.close();
});
afterEach(() => expect(desk.complaints()).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { press, pressAt, button, menu, tabTo, type } = keysOf(() => desk.panel());
const { part, told } = in_;
const panel = (): Page => desk.panel();
const ticketsOf = (id: number) => server.fake.store.tickets.filter(({ customer_id: of }) => of === id).length;
const shownAs = async (number: number) => {
  await in_.name(VERA.name);
  await button(new RegExp(`^Helpdesk #${number}`)).waitFor();
};

describe('Two records of one person in Zammad', () => {
  const done = exactly('merge_done', VERA.name, VERA.name);

  test('become one: what moves, what stays and what goes out by itself is said before', async () => {
    await desk.open('Pallets');
    await shownAs(server.vera.id);
    const before = dump(server.fake.store);
    await menu(say('action_merge'));
    await tabTo(panel().getByRole('textbox', { name: say('search_people') }));
    await type('vera@home');
    await pressAt(
      panel()
        .getByRole('list', { name: say('search_results') })
        .getByRole('button'),
    );
    await panel().getByText(say('zammad_says_merging', 'Helpdesk')).waitFor();
    await inspect(panel(), 'zammad-merging');
    expect(dump(server.fake.store)).toEqual(before);
    await pressAt(button(say('merge_confirm')));
    await told(done);
    expect(ticketsOf(server.home.id)).toBe(0);
    expect(ticketsOf(server.vera.id)).toBe(4);
    expect(server.home['active']).toBe(false);
    expect(server.vera['login']).toBe(VERA.second);
    await inspect(panel(), 'zammad-merged');
    // A letter from home is hers from now on.
    await desk.open('Letter');
    await shownAs(server.vera.id);
    await part(/^Open/).getByText('From home').waitFor();
    await desk.open('Pallets');
    await shownAs(server.vera.id);
    await press('ControlOrMeta+z');
    await expect.poll(() => dump(server.fake.store)).toEqual(before);
    await desk.open('Letter');
    await shownAs(server.home.id);
  });
});

describe('A second address in Zammad', () => {
  test('is kept as the login, is made the primary one with what that means there, and changed back by Undo', async () => {
    await desk.open('Pallets');
    await shownAs(server.vera.id);
    await in_.press(say('contact_add'));
    await panel().getByRole('menuitem', { name: 'Address', exact: true }).click();
    await in_.field('Address').fill(LATER);
    await in_.keys('Enter');
    await expect.poll(() => server.vera['login']).toBe(LATER);
    await in_.press(say('make_primary', LATER));
    await expect.poll(() => [server.vera['email'], server.vera['login']]).toEqual([LATER, VERA.address]);
    await panel().getByText(say('zammad_says_primary', 'Helpdesk')).first().waitFor();
    await inspect(panel(), 'zammad-second-address');
    await in_.undo(within('primary_made', LATER));
    await expect.poll(() => [server.vera['email'], server.vera['login']]).toEqual([VERA.address, LATER]);
  });
});
