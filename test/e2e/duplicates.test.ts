// Who may be one person: the hint on the profile and the review of a whole book, in the real panel, by keyboard alone.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, mailFrom, sitDown } from './desk';
import { keysOf } from './keyboard';
import { profileIn, shootFailures } from './profile';
import { bookOf, type Tables } from './stores';
import { exactly, say } from './words';

const POLE = 'Krzysztof Wiśniewski';
const PLAIN = 'Krzysztof Wisniewski';

let desk: Desk;
let before: Tables;
beforeAll(async () => {
  desk = await sitDown({
    threads: [
      mailFrom('Druk', POLE, 'krzysztof.wisniewski@wisla-druk.example.org', 1),
      mailFrom('Home', PLAIN, 'k.wisniewski@example.net', 2),
    ],
  });
  await desk.open('Druk');
  await in_.name(POLE);
  before = await bookOf(desk.panel());
});
afterAll(() => desk?.close());
afterEach(() => expect(desk.complaints()).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { press, pressAt, button, command, tabTo } = keysOf(() => desk.panel());
const { part, told } = in_;
const hint = () => part(say('duplicate_hint'));
const apart = async () => {
  const kept = await desk.panel().evaluate("chrome.storage.local.get('apart:sample')");
  return Object(kept)['apart:sample'] ?? [];
};
const show = async (subject: string, name: string) => {
  await desk.open(subject);
  await in_.name(name);
};
const noHint = async () => {
  // Asked for once the browser is idle: what the search answers after it comes after it.
  await desk.panel().evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2000 })));
  await expect.poll(() => hint().count()).toBe(0);
};

describe('The hint on a profile', () => {
  test('names who may be the same and why; "Different people" takes it away on both sides', async () => {
    await hint().getByText(exactly('duplicate_maybe', PLAIN)).waitFor();
    expect(await hint().textContent()).toContain(say('evidence_same', say('evidence_phone')));
    await pressAt(button(say('apart_from', PLAIN)));
    await told(exactly('apart_done', POLE, PLAIN));
    await show('Home', PLAIN);
    await noHint();
    await show('Druk', POLE);
    await noHint();
    expect(await apart()).toEqual([['34', '35']]);
  });

  test('stays away after a restart, until that is taken back', async () => {
    await desk.closePanel();
    await desk.browser.stopServiceWorker();
    await desk.openPanel();
    await in_.name(POLE);
    await noHint();
    await command(say('palette_duplicates_in', 'Sample book'));
    await pressAt(button(new RegExp(`^${say('apart_list')}`)));
    await pressAt(button(say('apart_take_back_of', POLE, PLAIN)));
    await expect.poll(apart).toEqual([]);
    await press('Escape');
    await in_.name(POLE);
    await hint().waitFor();
    await show('Home', PLAIN);
    await hint().getByText(exactly('duplicate_maybe', POLE)).waitFor();
  });
});

describe('The review of a book', () => {
  const page = () => desk.panel().locator('.duplicates');
  const pair = () => page().locator('.pair-line').textContent();
  const cards = () =>
    page()
      .getByRole('list', { name: say('duplicates_pair') })
      .textContent();

  test('goes through all pairs by keys: next, previous, skip, different, merge; and Undo all takes all of it back', async () => {
    await command(say('palette_duplicates_in', 'Sample book'));
    await page()
      .getByText(/pairs left/)
      .waitFor();
    const first = await cards();
    expect(await pair()).toMatch(/^1 of \d/);
    await press('j');
    await expect.poll(pair).toMatch(/^2 of/);
    await press('k');
    await expect.poll(cards).toBe(first);
    await press('s');
    await expect.poll(pair).toMatch(/^2 of/);
    await expect.poll(cards).not.toBe(first);
    await press('d');
    await expect.poll(apart).toHaveLength(1);
    await expect.poll(pair).toMatch(/^3 of/);
    await expect.poll(cards).toContain('#');
    await press('m');
    await desk
      .panel()
      .getByRole('heading', { name: say('merge_title') })
      .waitFor();
    await pressAt(button(say('merge_confirm')));
    await page()
      .getByRole('listitem')
      .filter({ hasText: /: merged$/ })
      .waitFor();
    expect((await bookOf(desk.panel()))['merged']).toHaveLength(1);
    await tabTo(button(say('duplicates_undo_all')));
    await press('Enter');
    await expect.poll(() => page().locator('.decided').count()).toBe(0);
    await expect.poll(pair).not.toContain(say('duplicates_skipped'));
    expect(await apart()).toEqual([]);
    expect(await bookOf(desk.panel())).toEqual(before);
  });
});
