// A Deskpro beside the mail, in the real panel and in both of its dialects: profile, notes, tickets, what it refuses, and
// the merge that is its own.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { LOOPBACK } from '@/test/support/served';
import { type Desk, inspect, mailFrom, sitDown } from './desk';
import { addDeskpro, NORA, serveDeskpro } from './fake-deskpro';
import { keysOf } from './keyboard';
import { profileIn, shootFailures } from './profile';
import { say } from './words';

describe.each(['legacy', 'horizon'] as const)('A Deskpro of the %s kind', (dialect) => {
  let desk: Desk;
  let server: Awaited<ReturnType<typeof serveDeskpro>>;

  beforeAll(async () => {
    server = await serveDeskpro(dialect);
    desk = await sitDown({ threads: [mailFrom('Pallets', NORA.name, NORA.address, 1)] });
    await desk.browser.allow(LOOPBACK);
    await addDeskpro(desk.browser, server.address, 'Helpdesk');
    await desk.mail.bringToFront();
    await desk.open('Pallets');
    await in_.name(NORA.name);
  });
  afterAll(async () => {
    await desk?.close();
    await server?.close();
  });
  afterEach(() => expect(desk.complaints()).toEqual([]));
  shootFailures(() => desk.panel());

  const in_ = profileIn(() => desk.panel());
  const { part, press, keys, value, told } = in_;
  const { menu, pressAt, tabTo, type } = keysOf(() => desk.panel());
  const panel = (): Page => desk.panel();
  const note = () => server.fake.store.notes.filter(({ person }) => person === server.nora.id).map((one) => one.note);

  test('shows who wrote: contact values, memberships, properties, usergroups, notes and tickets', async () => {
    await part(/^Open/).getByText('Pallets are late').waitFor();
    await part(/^Open/).getByText('Wrong colour').waitFor();
    await panel().getByText('Called about the pallets.').first().waitFor();
    await panel().getByText('Kestrel Logistics').first().waitFor();
    if (dialect === 'horizon') await panel().getByText('Acme', { exact: true }).first().waitFor();
    await value('Customer number').getByText('N-77').waitFor();
    await value('Plan').getByText('Professional').waitFor();
    for (const text of ['press', 'nora.example', 'Gold customers', 'Prefers e-mail.']) {
      await panel().getByText(text).first().waitFor();
    }
    await inspect(panel(), `deskpro-${dialect}`);
  });

  test('has its archived tickets behind a switch of their own', async () => {
    const archived = panel().getByText('Long ago', { exact: true });
    expect(await archived.count()).toBe(0);
    await press(/^Resolved/);
    await panel().getByText('Opening hours').waitFor();
    await pressAt(panel().getByRole('button', { name: say('tickets_archived') }));
    await archived.waitFor();
    await inspect(panel(), `deskpro-${dialect}-archived`);
  });

  test('takes a note, with its first try here, and Undo deletes it', async () => {
    await press(say('note_add'));
    await panel().getByLabel(say('note_text'), { exact: true }).fill('Wants a call back.');
    await keys('ControlOrMeta+Enter');
    await told(say('done_note_added'));
    await expect.poll(note).toContain('Wants a call back.');
    await in_.undo(say('done_note_added'));
    await expect.poll(note).not.toContain('Wants a call back.');
  });

  test('says of a field that it does not take that nothing was changed, and does not offer it again', async () => {
    server.fake.fixedFields.add('summary');
    await press(`Edit ${say('section_summary')}`);
    await in_.field(say('section_summary')).fill('Never calls back.');
    await keys('ControlOrMeta+Enter');
    const box = part(say('section_summary'));
    await box.getByText('Not saved').first().waitFor();
    await box.getByText(say('problem_because_no_field')).waitFor();
    await box.scrollIntoViewIfNeeded();
    await inspect(panel(), `deskpro-${dialect}-refused`);
    expect(server.nora['summary']).toBe('Prefers e-mail.');
    await press(`Revert ${say('section_summary')}`);
    await box.getByText('Prefers e-mail.').waitFor();
    await desk.mail.reload();
    await desk.open('Pallets');
    await in_.name(NORA.name);
    await expect.poll(() => in_.button(`Edit ${say('section_summary')}`).count()).toBe(0);
  });

  test('merges on its own page: the two are compared, what would be lost is marked, and nothing is imitated', async () => {
    await menu(say('action_merge'));
    await tabTo(panel().getByRole('textbox', { name: say('search_people') }));
    await type('N. Birk');
    await pressAt(
      panel()
        .getByRole('list', { name: say('search_results') })
        .getByRole('button', { name: 'N. Birk' }),
    );
    await panel().getByText(say('merge_elsewhere', 'Helpdesk')).waitFor();
    await panel().getByText(say('deskpro_says_merging', 'Helpdesk')).waitFor();
    await panel().locator('s', { hasText: 'N. Birk' }).first().waitFor();
    // Which plan stays nobody has written down anywhere.
    await panel().getByText('Free of charge').first().waitFor();
    await panel().getByText(say('merge_decides', 'Helpdesk')).first().waitFor();
    await inspect(panel(), `deskpro-${dialect}-merging`);
    const before = server.fake.calls.length;
    const opened = desk.browser.ctx.waitForEvent('page');
    await pressAt(panel().getByRole('link', { name: say('open_in', 'Helpdesk') }));
    const page = await opened;
    expect(page.url()).toBe(`${server.address}/${dialect === 'horizon' ? 'app' : 'agent'}`);
    await page.close();
    await desk.mail.bringToFront();
    const writes = server.fake.calls.slice(before).filter((call) => /PUT|DELETE/.test(call));
    expect(writes).toEqual([]);
    await keys('Escape');
  });

  test('has pages of its own, beside which the panel shows whose ticket or record is open', async () => {
    const own = await desk.browser.ctx.newPage();
    const interior = dialect === 'horizon' ? 'app#' : 'agent';
    const ticketOf = (person: number) => server.fake.store.tickets.find((one) => one.person === person)?.id ?? 0;
    await own.goto(`${server.address}/${interior}/tickets/${ticketOf(server.home.id)}`);
    await own.bringToFront();
    const shown = (name: string) => desk.head().getByText(name, { exact: true }).waitFor();
    await shown('N. Birk');
    await own.evaluate((to) => history.pushState(null, '', to), `/${interior}/people/${server.nora.id}`);
    await shown(NORA.name);
    await own.close();
  });
});
