// Somebody with thousands of tickets, notes and history entries opens as fast as somebody with fifty.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, launch } from '@/test/e2e/harness';
import { bundle } from './bundle';
import { median, tell } from './figures';
import { GMAIL, openMailbox, openMessage } from './gmail';
import { watchForAll } from './painted';

const RUNS = 25;
const WARM = 5;
const BAR = 1.5;
const light = {
  name: 'Lena Light',
  address: 'lena@light.example.com',
  amounts: { tickets: 50, notes: 50, history: 50 },
};
const heavy = {
  name: 'Hugo Heavy',
  address: 'hugo@heavy.example.com',
  amounts: { tickets: 5_000, notes: 2_000, history: 10_000 },
};
type Someone = typeof light;

const kept: { harness?: Harness; tab?: Page; panel?: Page } = {};
const there = () => {
  const { harness, tab, panel } = kept;
  if (!harness || !tab || !panel) throw new Error('no browser');
  return { harness, tab, panel };
};

beforeAll(async () => {
  const harness = await launch();
  kept.harness = harness;
  await harness.allow(GMAIL);
  kept.tab = await openMailbox(harness);
  kept.panel = await harness.openPanel(kept.tab);
  const worker = harness.ctx.serviceWorkers()[0] ?? (await harness.ctx.waitForEvent('serviceworker'));
  const script = await bundle('test/connectors/local/heavy.ts', 'heavy');
  for (const { amounts, name, address } of [light, heavy]) {
    const call = [amounts, name, address].map((value) => JSON.stringify(value)).join(', ');
    await worker.evaluate(`(async () => { ${script}; await heavy.fillHeavy(${call}); })()`);
  }
});
afterAll(() => kept.harness?.close());

/** The newest of each list: with these on screen the whole overview is there. */
const newest = ({ name, amounts: { tickets, notes } }: Someone): readonly string[] => [
  `Question ${tickets - 5} of ${name}`,
  `Question ${tickets - 1} of ${name}`,
  `Note ${notes - 1} on ${name}`,
];

const messages = { count: 0 };

/** ms from the message in the page to name, tickets and notes on screen. */
async function open(someone: Someone): Promise<number> {
  const { tab, panel } = there();
  messages.count += 1;
  const painted = await watchForAll(panel, someone.name, newest(someone));
  const inserted = await openMessage(tab, messages.count, someone.name, someone.address);
  return (await painted()) - inserted;
}

/** ms from the press on the tab to the first page of the history on screen. */
async function openHistory(someone: Someone): Promise<number> {
  const { panel } = there();
  await open(someone);
  const painted = await watchForAll(panel, someone.name, [
    `After, ${someone.amounts.history / 2 - 1} of ${someone.name}`,
  ]);
  const pressed = await panel.getByRole('tab', { name: 'History' }).evaluate((tab) => {
    const at = performance.timeOrigin + performance.now();
    if (tab instanceof HTMLElement) tab.click();
    return at;
  });
  const ms = (await painted()) - pressed;
  await panel.getByRole('tab', { name: 'Overview' }).click();
  return ms;
}

/** The same where the lengths of their lists are not known from before, and have to be counted. */
async function openUncounted(someone: Someone): Promise<number> {
  const { ctx } = there().harness;
  const worker = ctx.serviceWorkers()[0] ?? (await ctx.waitForEvent('serviceworker'));
  await worker.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('sidecard-book-own');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const clearing = opening.result.transaction('counts', 'readwrite');
          clearing.objectStore('counts').clear();
          clearing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
  );
  return open(someone);
}

/** In turn, so that whatever else the machine does slows both alike. No bar: only told. */
async function compare(name: string, measure: (someone: Someone) => Promise<number>, bar?: number): Promise<void> {
  const times: { readonly light: number[]; readonly heavy: number[] } = { light: [], heavy: [] };
  for (let run = 0; run < WARM + RUNS; run += 1) {
    const few = await measure(light);
    const many = await measure(heavy);
    if (run < WARM) continue;
    times.light.push(few);
    times.heavy.push(many);
  }
  expect(times.heavy).toHaveLength(RUNS);
  tell({ name: `${name}.light.median`, value: median(times.light), unit: 'ms' });
  tell({ name: `${name}.median`, value: median(times.heavy), unit: 'ms' });
  tell({
    name: `${name}.ratio`,
    value: median(times.heavy) / median(times.light),
    unit: '×',
    ...(bar === undefined ? {} : { bar }),
  });
}

test('a person with 5,000 tickets and 2,000 notes, beside one with 50', () => compare('open.heavy', open, BAR));

test('the same for the very first time', () => compare('open.heavy.first', openUncounted));

test('their 10,000 history entries, beside 50', () => compare('open.heavy.history', openHistory, BAR));
