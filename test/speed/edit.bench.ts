// From the key that saves a value to the value on screen as saved, and to the book's own answer.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, launch } from '@/test/e2e/harness';
import { median, p95, tell } from './figures';

const RUNS = 40;
const WARM = 5;
const BAR = 50;
const ADDRESS = 'anna.keller@example.com';

const kept: { harness?: Harness; panel?: Page } = {};

beforeAll(async () => {
  const harness = await launch();
  kept.harness = harness;
  await harness.loadSample();
  kept.panel = await harness.ctx.newPage();
  await kept.panel.goto(harness.url(`sidepanel.html?address=${ADDRESS}`));
  await kept.panel.getByRole('button', { name: 'Edit Summary' }).waitFor();
});
afterAll(() => kept.harness?.close());

interface Times {
  /** ms from the key to the frame that shows the value. */
  readonly painted: number;
  /** ms from the key to the frame in which nothing says "saving" any more. */
  readonly saved: number;
}

interface Watching {
  times?: Promise<Times>;
}

/** Watches for the key and for what it brings; read with `times`. */
async function watch(panel: Page, text: string): Promise<() => Promise<Times>> {
  await panel.evaluate((wanted) => {
    const shown = { key: 0, painted: 0 };
    const afterFrame = (then: () => void) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = then;
        port2.postMessage(null);
      });
    const part = () =>
      [...document.querySelectorAll('section.fold')].find((one) => one.textContent?.startsWith('Summary'));
    const pressed = ({ key }: KeyboardEvent) => {
      if (key === 'Enter') shown.key = performance.now();
    };
    addEventListener('keydown', pressed, { capture: true });
    (globalThis as Watching).times = new Promise<Times>((done) => {
      const observer = new MutationObserver(() => {
        const summary = part();
        if (summary === undefined || summary.querySelector('textarea') !== null) return;
        const words = summary.textContent ?? '';
        if (shown.key === 0 || !words.includes(wanted)) return;
        if (shown.painted === 0) {
          shown.painted = -1;
          afterFrame(() => {
            shown.painted = performance.now() - shown.key;
            look();
          });
        } else look();
      });
      const look = () => {
        if (shown.painted <= 0 || (part()?.textContent ?? '').includes('saving')) return;
        observer.disconnect();
        afterFrame(() => done({ painted: shown.painted, saved: performance.now() - shown.key }));
      };
      observer.observe(document, { subtree: true, childList: true, characterData: true });
    });
  }, text);
  return () =>
    panel.evaluate(async () => {
      const { times } = globalThis as Watching;
      return times ?? { painted: Number.NaN, saved: Number.NaN };
    });
}

async function edit(panel: Page, text: string): Promise<Times> {
  await panel.getByRole('button', { name: 'Edit Summary' }).click();
  const field = panel.getByRole('textbox', { name: 'Summary' });
  await field.fill(text);
  const times = await watch(panel, text);
  await field.press('Control+Enter');
  return times();
}

test('a summary that is saved by a key', async () => {
  const { panel } = kept;
  if (!panel) throw new Error('no browser');
  const all: Times[] = [];
  for (let run = 0; run < WARM + RUNS; run += 1) {
    const times = await edit(panel, `Summary as of run ${run}`);
    if (run >= WARM) all.push(times);
  }
  expect(all).toHaveLength(RUNS);
  const painted = all.map((one) => one.painted);
  tell({ name: 'edit.paint.median', value: median(painted), unit: 'ms' });
  tell({ name: 'edit.paint', value: p95(painted), unit: 'ms', bar: BAR });
  tell({ name: 'edit.saved.p95', value: p95(all.map((one) => one.saved)), unit: 'ms' });
});
