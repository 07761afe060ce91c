// The connector in the real side panel, beside a real Request Tracker: what is done here is seen there.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shoot } from '@/test/e2e/harness';
import { profileIn, shootFailures } from '@/test/e2e/profile';
import { exactly, say } from '@/test/e2e/words';
import { readAll, tokenOf } from './rt/api';
import { addPerson, addTicket, type Sitting, sitAt } from './rt/sit';
import { endServer, NONE, startServer } from './start';

const server = await startServer('rt');
const up = server ?? NONE;
const SOON = { timeout: 15_000, interval: 100 };

describe.skipIf(server === null)('Beside a real Request Tracker', () => {
  let at: Sitting;
  const panel = (): Page => at.panel;
  const in_ = profileIn(panel);
  const { press, part, told, undo } = in_;
  shootFailures(panel);
  const show = (ticket: string) => at.open(`/Ticket/Display.html?id=${ticket}`);
  const all = () => readAll(at.root);

  let mira: { readonly id: string; readonly ticket: string };
  let twin: { readonly id: string; readonly ticket: string };
  beforeAll(async () => {
    at = await sitAt(up);
    const { root } = at;
    const MIRA = { EmailAddress: 'mira@stone.test', RealName: 'Mira Stone', WorkPhone: '+44 1632 960301' };
    mira = await addPerson(
      root,
      { ...MIRA, Organization: 'Stone Works', CustomFields: { 'Account number': 'B-7', Interests: ['Print'] } },
      ['The press is cold', 'Ink', 'Paper'],
    );
    const TWIN = {
      EmailAddress: 'm.stone@stone.test',
      RealName: 'M. Stone',
      City: 'Hull',
      Comments: 'Writes at night.',
    };
    const custom = { Contract: 'Plus', Interests: ['Harbour'], 'Other addresses': ['mira@home.test'] };
    twin = await addPerson(root, { ...TWIN, CustomFields: custom }, ['The second press is cold']);
    await addTicket(root, 'Both are cold', [MIRA.EmailAddress, TWIN.EmailAddress]);
  });
  beforeEach(() => {
    at.proxy.instead = () => null;
  });
  afterAll(async () => {
    await at?.close();
    server?.stop();
  });

  it('an open ticket shows its requestor as RT has them, with few calls', async () => {
    at.asked();
    await show(mira.ticket);
    await in_.name('Mira Stone');
    await part(/^Open/).getByText('Ink', { exact: true }).waitFor();
    for (const shown of ['mira@stone.test', 'Stone Works', '+44 1632 960301', 'B-7', 'Print']) {
      await panel().getByText(shown, { exact: true }).first().waitFor();
    }
    await part(/^Open/).getByText(say('ticket_here')).waitFor();
    await shoot(panel(), 'rt-profile');
    const asked = at.asked();
    expect(asked.filter((call) => !call.startsWith('GET '))).toEqual([]);
  });

  it('a summary that is saved stands on RT’s own page, and is gone from it after Undo', async () => {
    const comments = () => at.ownPage(`/Admin/Users/Modify.html?id=${mira.id}`, 'textarea[name=Comments]', 'value');
    await press(say('summary_add'));
    await in_.field(say('section_summary')).fill('Likes short answers.');
    await in_.keys('ControlOrMeta+Enter');
    await told(exactly('done_saved', say('section_summary')));
    expect(await comments()).toBe('Likes short answers.');
    await undo(exactly('done_saved', say('section_summary')));
    await expect.poll(comments, SOON).toBe('');
  });

  it('what RT refuses is left as it was, with RT’s own words', async () => {
    const before = await all();
    await press('Edit Account number');
    await in_.field('Account number').fill('seven');
    await in_.keys('Enter');
    await panel().getByText('Input must match [A letter and digits]').first().waitFor();
    await shoot(panel(), 'rt-refused');
    expect(await all()).toEqual(before);
    await press(new RegExp(`^${say('revert')}`));
    await in_.value('Account number').getByText('B-7').waitFor();
  });

  it('somebody who is disabled here is disabled on RT’s own page, and enabled by Undo', async () => {
    const enabled = () => at.ownPage(`/Admin/Users/Modify.html?id=${mira.id}`, 'input[name=Enabled]', 'checked');
    expect(await enabled()).toBe(true);
    await press(say('more_actions'));
    await panel()
      .getByRole('menuitem', { name: new RegExp(`^${say('action_disable')}`) })
      .click();
    await expect.poll(enabled, SOON).toBe(false);
    await shoot(panel(), 'rt-disabled');
    await in_.keys('ControlOrMeta+z');
    await expect.poll(enabled, SOON).toBe(true);
  });

  let merged: unknown;
  /** From the ticket of one to the other, and confirmed; who stays is shown afterwards. */
  async function merge(): Promise<void> {
    await press(say('more_actions'));
    await panel()
      .getByRole('menuitem', { name: say('action_merge') })
      .click();
    await panel()
      .getByRole('textbox', { name: say('search_people') })
      .fill('m.stone');
    await panel()
      .getByRole('list', { name: say('search_results') })
      .getByRole('button', { name: 'M. Stone' })
      .click();
    await press(say('merge_confirm'));
  }

  it('two records that are merged are one on RT’s own pages, and each record is as it was after Undo', async () => {
    await show(mira.ticket);
    await in_.name('Mira Stone');
    const before = await all();
    await merge();
    await told(exactly('merge_done', 'M. Stone', 'Mira Stone'));
    await shoot(panel(), 'rt-merged');
    const requestor = '.ticket-info-people .requestors .user[data-user-id]';
    const twins = await at.ownPage(`/Ticket/Display.html?id=${twin.ticket}`, requestor, 'textContent');
    expect(String(twins).trim()).toBe('Mira Stone <mira@stone.test>');
    const enabled = () => at.ownPage(`/Admin/Users/Modify.html?id=${twin.id}`, 'input[name=Enabled]', 'checked');
    expect(await enabled()).toBe(false);
    merged = await all();
    await undo(exactly('merge_done', 'M. Stone', 'Mira Stone'));
    await expect.poll(enabled, SOON).toBe(true);
    await expect.poll(all, SOON).toEqual(before);
  });

  it('a merge during which RT stops is finished or taken back as a whole once RT is there again', async () => {
    await show(mira.ticket);
    await in_.name('Mira Stone');
    const before = await all();
    const writes = { made: 0 };
    at.proxy.instead = ({ method }) => {
      if (method === 'GET') return null;
      writes.made += 1;
      // The third is made, but nobody hears of it any more.
      return writes.made === 3 ? { kind: 'lose', after: () => endServer('rt') } : null;
    };
    await merge();
    await panel()
      .getByText(/^Helpdesk cannot be reached since/)
      .first()
      .waitFor();
    expect(writes.made).toBe(3);
    await shoot(panel(), 'rt-stopped');
    at.proxy.instead = () => null;
    await startServer('rt', { RT_KEEP: '1' });
    await press(say('queue_waits_one', '1'));
    await press(say('send_now'));
    await panel().getByText(say('queue_empty')).waitFor();
    expect(await all()).toEqual(merged);
    await press(say('back'));
    await in_.name('Mira Stone');
    await in_.keys('ControlOrMeta+z');
    await expect.poll(all, SOON).toEqual(before);
  });

  /** One whom only RT knows, so that nothing was kept of them. */
  const nobodyYet = async (name: string): Promise<string> => {
    const EmailAddress = `${name.toLowerCase().replace(' ', '.')}@fresh.test`;
    return (await addPerson(at.root, { EmailAddress, RealName: name }, [`From ${name}`])).ticket;
  };
  const isAsked = (path: string): boolean => path.startsWith('/REST/');

  describe('what is wrong is said in plain words, and is well again', () => {
    it('a token that is wrong, until the right one is given', async () => {
      const ticket = await nobodyYet('Ines Wrong');
      await at.signIn('1-14-00000000000000000000000000000000');
      await show(ticket);
      await panel().getByText(say('problem_signed_out')).first().waitFor();
      await shoot(panel(), 'rt-wrong-token');
      await at.signIn(tokenOf(up, 'lead'));
      await in_.name('Ines Wrong');
    });

    it('a token that is taken away while its holder works: nothing typed is lost', async () => {
      await show(await nobodyYet('Rolf Revoked'));
      await press(say('summary_add'));
      // The tokens of a disabled user are refused.
      await at.root('PUT', 'user/lead', { Disabled: 1 });
      await in_.field(say('section_summary')).fill('Not too late.');
      await in_.keys('ControlOrMeta+Enter');
      await part(say('section_summary')).getByText(say('problem_signed_out')).waitFor();
      await shoot(panel(), 'rt-revoked');
      await at.root('PUT', 'user/lead', { Disabled: 0 });
      await part(say('section_summary'))
        .getByRole('button', { name: new RegExp(`^${say('retry')}`) })
        .click();
      await told(exactly('done_saved', say('section_summary')));
      expect(await at.root('GET', 'user/rolf.revoked@fresh.test')).toMatchObject({ Comments: 'Not too late.' });
    });

    it('a server that leads to a page for signing in: nobody follows there', async () => {
      const ticket = await nobodyYet('Lea Led');
      const location = `${at.proxy.url}/sso/login`;
      at.proxy.instead = ({ path }) =>
        isAsked(path) ? { kind: 'answer', status: 302, headers: { location }, body: '' } : null;
      await show(ticket);
      await panel().getByText(say('problem_signed_out')).first().waitFor();
      await shoot(panel(), 'rt-led-away');
      expect(at.proxy.calls.filter(({ path }) => path.startsWith('/sso'))).toEqual([]);
      at.proxy.instead = () => null;
      await show(ticket);
      await in_.name('Lea Led');
    });

    it.each([
      // The field that is not what it was is named.
      ['JSON that is no answer', 'application/json', '{"items":"none","id":{}}', /answered something new: \W?\w+/u],
      ['a page', 'text/html', '<h1>Down for maintenance</h1>', say('problem_unreadable')],
      ['half of an answer', 'application/json', '{"items":[', say('problem_unreadable')],
    ])('a server that answers with %s', async (what, type, body, words) => {
      const name = `Gil ${what.length}`;
      const ticket = await nobodyYet(name);
      at.proxy.instead = ({ path }) =>
        isAsked(path) ? { kind: 'answer', status: 200, headers: { 'content-type': type }, body } : null;
      await show(ticket);
      await panel().getByText(words).first().waitFor();
      await shoot(panel(), `rt-garbage-${what.length}`);
      expect(await panel().locator('body').textContent()).not.toContain('maintenance');
      at.proxy.instead = () => null;
      await show(ticket);
      await in_.name(name);
    });

    it('a server that is slow, which holds up neither the book nor the page', async () => {
      await at.browser.ask('sample.load', {});
      const EmailAddress = 'anna.keller@example.com';
      const { ticket } = await addPerson(at.root, { EmailAddress, RealName: 'Anna of RT' }, ['Slow']);
      at.proxy.instead = ({ path }) => (isAsked(path) ? { kind: 'wait', ms: 5000 } : null);
      await show(ticket);
      const from = performance.now();
      await in_.name('Anna Keller');
      expect(performance.now() - from).toBeLessThan(4500);
      await shoot(panel(), 'rt-slow');
      // Beside a server's own ticket its own record is what is worked on.
      await panel().getByRole('heading', { level: 1 }).getByText('Anna of RT').waitFor({ timeout: 40_000 });
      await shoot(panel(), 'rt-slow-there');
    });
  });
});
