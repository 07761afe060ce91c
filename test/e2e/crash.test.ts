// The background is stopped for real at seeded moments while something is done to people, and while that is taken back.
// Whatever the moment: all of it is done, or none, or it stands there as a conflict; nothing twice, nothing lost.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { random } from '@/test/journal/stopped';
import type { Chosen } from '@/utils/actions/inputs';
import { type Harness, launch } from './harness';
import { profileIn } from './profile';
import { askFrom, bookOf, type Tables, tablesOf } from './stores';
import { exactly, say } from './words';

const RUNS = 20;
const SEED = 4;
/** ms that each write takes on the slow disk, so that the moment falls between two of them. */
const SLOW = 6;

let browser: Harness;
let page: Page;
let before: Tables;
beforeAll(async () => {
  browser = await launch();
  browser.ctx.setDefaultTimeout(10_000);
  await browser.loadSample();
  page = await browser.ctx.newPage();
  await page.goto(browser.url('sidepanel.html?address=thao.nguyen@harbourfinch.example.com'));
  await page.getByRole('tab').first().waitFor();
  before = await book();
});
afterAll(() => browser?.close());

const book = () => bookOf(page);
const ref = { connection: 'sample', id: '7' };
const ask = (name: string, question: unknown) => askFrom(page, name, question);

interface Deed {
  readonly name: string;
  readonly plan: () => Promise<Chosen>;
}
const versionOf = async (id: string): Promise<string | null> => {
  const [person] = Object(await ask('people', { refs: [{ connection: 'sample', id }] }));
  return Object(person).version ?? null;
};
const deeds: readonly Deed[] = [
  {
    name: 'merge',
    plan: async () => {
      const versions = { stays: await versionOf('7'), goes: await versionOf('9') };
      return { action: 'merge', input: { goes: '9', keep: { name: 'goes' }, primary: null, versions } };
    },
  },
  { name: 'disable', plan: async () => ({ action: 'disable', input: {} }) },
  { name: 'note', plan: async () => ({ action: 'add-note', input: { text: 'Stopped in the middle', files: [] } }) },
  {
    name: 'ticket',
    plan: async () => ({ action: 'new-ticket', input: { title: 'Stopped', text: '', urgent: false } }),
  },
  { name: 'label', plan: async () => ({ action: 'set-label', input: { label: 'stopped', on: true } }) },
];

/** From now on each write of the background takes its time, as on a disk that is busy. */
async function slowDisk(): Promise<void> {
  const worker = browser.ctx.serviceWorkers()[0] ?? (await browser.ctx.waitForEvent('serviceworker'));
  await worker.evaluate((ms) => {
    const { put, add } = IDBObjectStore.prototype;
    const late = (act: typeof put) =>
      function (this: IDBObjectStore, ...told: Parameters<typeof put>) {
        for (const from = performance.now(); performance.now() < from + ms; );
        return act.apply(this, told);
      };
    Object.assign(IDBObjectStore.prototype, { put: late(put), add: late(add) });
  }, SLOW);
}

const entries = async (): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  (await tablesOf(page, 'sidecard-journal'))['entries'] ?? [];
const OPEN = ['sending', 'waiting', 'queued'];

const running = async (): Promise<readonly string[]> => {
  const { targetInfos } = await browser.cdp.send('Target.getTargets');
  return targetInfos
    .filter(({ type, url }) => type === 'service_worker' && url.includes(browser.id))
    .map(({ targetId }) => targetId);
};

/** The background that runs now is gone; a page that asks on may have started another by then. */
async function stop(): Promise<void> {
  const stopped = await running();
  const close = async () => {
    const left = (await running()).filter((id) => stopped.includes(id));
    for (const targetId of left) await browser.cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
    return left.length;
  };
  await expect.poll(close, { timeout: 10_000, interval: 20 }).toBe(0);
}

/** Asks, and stops the background so many ms later, wherever it is then; its answer may never come. */
async function stoppedIn(ms: number, name: string, question: unknown): Promise<boolean> {
  const asked = ask(name, question).catch(() => undefined);
  // The moment is what is tested, so nothing else could be waited for: any will do, and each is another.
  for (const until = performance.now() + ms; performance.now() < until; ) await page.evaluate(() => 0);
  await stop();
  const cut = (await entries()).some(({ state }) => OPEN.includes(String(state)));
  await asked;
  return cut;
}

/** The background starts anew and brings to an end what it finds. */
async function settled(): Promise<void> {
  await ask('entries', { ref, limit: 1 });
  await expect.poll(async () => (await entries()).filter(({ state }) => OPEN.includes(String(state)))).toEqual([]);
}

const newest = async (action: string, since: number) =>
  (await entries()).find(({ action: of, order }) => of === action && Number(order) > since);
const lastOrder = async () => Math.max(0, ...(await entries()).map(({ order }) => Number(order)));

/** With ids and times of rows that are new made equal: they differ from run to run. */
function alike(now: Tables): Tables {
  const known = new Map(Object.entries(before).map(([table, rows]) => [table, new Set(rows.map((row) => row['id']))]));
  const plain = (table: string, row: Readonly<Record<string, unknown>>) =>
    known.get(table)?.has(row['id']) === false ? { ...row, id: 0, at: '', createdAt: '', number: '' } : row;
  return Object.fromEntries(Object.entries(now).map(([table, rows]) => [table, rows.map((row) => plain(table, row))]));
}

describe('A background that is stopped at any moment', () => {
  const done = new Map<string, Tables>();

  test('has its undisturbed run to be compared with, of each action, and each is undone to the last value', async () => {
    for (const { name, plan } of deeds) {
      const ran = Object(await ask('action.run', { ref, chosen: await plan() }));
      done.set(name, alike(await book()));
      expect(done.get(name)).not.toEqual(before);
      await ask('action.undo', { entry: ran.entry });
      expect(await book()).toEqual(before);
    }
  });

  test('leaves all done or all undone, in twenty runs and in what takes them back; nothing twice, nothing lost', async () => {
    const dice = random(SEED);
    const ends = { cut: 0, done: 0, none: 0, undone: 0 };
    for (let run = 0; run < RUNS; run += 1) {
      const deed = dice() < 0.5 ? deeds[0] : deeds[Math.floor(dice() * deeds.length)];
      if (deed === undefined) throw new Error('no deed');
      const since = await lastOrder();
      const chosen = await deed.plan();
      await slowDisk();
      const long = deed.name === 'merge' ? 500 : 120;
      if (await stoppedIn(dice() * long, 'action.run', { ref, chosen })) ends.cut += 1;
      await settled();
      const entry = await newest(chosen.action, since);
      const what = `run ${run}, ${deed.name}, ${String(entry?.['state'])}`;
      const now = alike(await book());
      if (entry?.['state'] !== 'done') {
        ends.none += 1;
        expect({ what, now }).toEqual({ what, now: before });
        continue;
      }
      ends.done += 1;
      expect({ what, now }).toEqual({ what, now: done.get(deed.name) });
      await slowDisk();
      if (await stoppedIn(dice() * long, 'action.undo', { entry: entry['id'] })) ends.cut += 1;
      await settled();
      const back = await newest('undo', since);
      const after = alike(await book());
      if (back?.['state'] === 'done') {
        ends.undone += 1;
        expect({ what, after }).toEqual({ what, after: before });
        continue;
      }
      expect({ what, after }).toEqual({ what, after: done.get(deed.name) });
      await ask('action.undo', { entry: entry['id'] });
      expect(await book()).toEqual(before);
    }
    console.log(
      `Stopped in the middle: ${ends.cut}. Ends: ${ends.done} done, ${ends.none} none, ${ends.undone} undone.`,
    );
    expect(ends.cut).toBeGreaterThan(0);
    expect(ends.done).toBeGreaterThan(0);
  }, 120_000);

  test('holds a deletion over the stop: it can still be taken back; left alone, it is done once its time is up', async () => {
    const chosen = { action: 'delete', input: { version: await versionOf('7') } };
    const dice = random(SEED);
    const name = 'Phương Thảo Nguyễn';
    for (let run = 0; run < 3; run += 1) {
      await stoppedIn(dice() * 60, 'action.run', { ref, chosen });
      await ask('entries', { ref, limit: 1 });
      const held = (await entries()).some(({ state }) => state === 'held');
      expect(await book()).toEqual(before);
      if (!held) continue;
      await profileIn(() => page).told(exactly('held_delete', name));
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await entries()).some(({ state }) => state === 'held')).toBe(false);
      expect(await book()).toEqual(before);
    }
    await ask('action.run', { ref, chosen });
    await stop();
    await ask('entries', { ref, limit: 1 });
    await page.getByText(say('not_found'), { exact: true }).first().waitFor({ timeout: 25_000 });
    const ids = (await book())['people']?.map(({ id }) => id);
    expect(ids).toEqual(before['people']?.map(({ id }) => id).filter((id) => id !== 7));
  });
});
