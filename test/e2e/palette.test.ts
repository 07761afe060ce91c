// The list of all commands in the real panel: found by letters, chosen by arrows, done by Enter.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, inspect, mailFrom, sitDown } from './desk';
import { keysOf } from './keyboard';
import { profileIn, shootFailures } from './profile';
import { say } from './words';

let desk: Desk;
beforeAll(async () => {
  desk = await sitDown({
    threads: [
      mailFrom('Printer offline', 'Anna Keller', 'anna.keller@example.com', 1),
      mailFrom('Rota', 'Priya Raman', 'priya@northlight.example.com', 2),
    ],
  });
  await desk.open('Printer offline');
  await in_.name('Anna Keller');
});
afterAll(() => desk?.close());
afterEach(() => expect(desk.complaints()).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { press, type, command } = keysOf(() => desk.panel());
const palette = () => desk.panel().getByRole('dialog', { name: say('menu_all') });
const rows = () => palette().getByRole('option');
const chosen = () => palette().locator('[role=option][aria-selected=true]').textContent();
const open = async (key = 'Control+k') => {
  await press(key);
  await palette().locator('input:focus').waitFor();
};
const closed = () => palette().waitFor({ state: 'detached' });

describe('The list of all commands', () => {
  test('opens with Ctrl or Cmd and K, lists each action and section with its state and key, and Escape closes it', async () => {
    await open('Meta+k');
    const texts = await rows().allTextContents();
    for (const word of ['action_merge', 'action_delete_and_ban', 'menu_export_card', 'new_ticket', 'settings'])
      expect(texts.some((text) => text.startsWith(say(word)))).toBe(true);
    const row = (key: string) => texts.find((text) => text.startsWith(say(key)));
    expect(row('action_disable')).toContain(say('palette_account_active'));
    expect(row('queue_title')).toContain(say('queue_empty'));
    expect(row('keys_undo')).toMatch(/Z$/);
    expect(texts.find((text) => text.startsWith(say('palette_go', say('tab_notes'))))).toMatch(/4$/);
    await inspect(desk.panel(), 'palette');
    await press('Escape');
    await closed();
  });

  test('is narrowed by letters, gone through by arrows, and says so when nothing fits', async () => {
    await open();
    const all = await rows().count();
    await type('go to');
    await expect.poll(() => rows().count()).toBeLessThan(all);
    const texts = await rows().allTextContents();
    for (const text of texts) expect(text.toLocaleLowerCase()).toContain('go to');
    expect(await chosen()).toBe(texts[0]);
    await press('ArrowDown');
    expect(await chosen()).toBe(texts[1]);
    await type('nothing is called so');
    await palette().getByText(say('palette_none')).waitFor();
    await press('Enter', 'Escape');
    await closed();
  });

  test('runs the chosen command; what was chosen last stands first the next time', async () => {
    await command(say('palette_go', say('tab_history')));
    await closed();
    await desk
      .panel()
      .getByRole('tab', { name: say('tab_history'), selected: true })
      .waitFor();
    await open();
    expect(await chosen()).toContain(say('palette_go', say('tab_history')));
    await press('Escape');
    await closed();
  });

  test('shows what this login may not do with the reason, and does not do it', async () => {
    // A server whose login may neither delete nor take anybody out of its lists: the background tells it so.
    await desk.panel().evaluate(`chrome.storage.session.get().then((all) => {
      const [key, view] = Object.entries(all).find(([key, { shown }]) => key.startsWith('view:') && shown);
      const may = (need) => !['person.erase', 'person.delete'].includes(need);
      const answers = view.answers.map((one) => ({ ...one, can: one.can.filter(may), denied: ['person.erase', 'person.delete'] }));
      return chrome.storage.session.set({ [key]: { ...view, answers, revision: view.revision + 1 } });
    })`);
    await open();
    await type(say('action_delete'));
    const row = rows()
      .filter({ hasText: new RegExp(`^${say('action_delete')}[^ ]`) })
      .first();
    await row.getByText(say('may_not_at', 'Sample book')).waitFor();
    expect(await row.getAttribute('aria-disabled')).toBe('true');
    expect(await chosen()).toBe(await row.textContent());
    await press('Enter');
    expect(await palette().count()).toBe(1);
    await press('Escape');
    await closed();
    await command(say('menu_again'));
    await closed();
    await open();
    await type(say('action_delete'));
    await expect.poll(() => rows().first().getAttribute('aria-disabled')).toBe(null);
    await press('Escape');
  });

  test('lists what can be done without anybody, where nobody is shown', async () => {
    await desk.open('Rota');
    await desk.head().getByText(say('not_found'), { exact: true }).waitFor();
    await open();
    const texts = await rows().allTextContents();
    expect(texts.some((text) => text.startsWith(say('new_person')))).toBe(true);
    expect(texts.some((text) => text.startsWith(say('action_merge')))).toBe(false);
    await press('Escape');
    await closed();
  });
});
