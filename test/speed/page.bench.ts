// What a mail page pays for us: while messages are opened, and while nothing happens.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, launch } from '@/test/e2e/harness';
import { tell } from './figures';
import { GMAIL, openMailbox, openMessage } from './gmail';
import { addressOf, nameOf } from './people';
import { addressTold } from './told';
import { callsInto, traced } from './trace';

const MESSAGES = 50;
/** Longer than a page has to stand still to be read once more: nobody opens messages faster than that. */
const LOOKED_AT_MS = 250;
const IDLE_MS = 10_000;
const SCRIPT = 'read-gmail.js';
const CATEGORIES = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'];

const kept: { harness?: Harness } = {};

beforeAll(async () => {
  kept.harness = await launch();
});
afterAll(() => kept.harness?.close());

test('time in our script while 50 messages are opened, and while nothing happens', async () => {
  const { harness } = kept;
  if (!harness) throw new Error('no browser');
  await harness.allow(GMAIL);
  const tab = await openMailbox(harness);
  const listener = await harness.ctx.newPage();
  await listener.goto(harness.url('options.html'));
  await tab.bringToFront();
  const open = async (n: number): Promise<void> => {
    const told = await addressTold(listener, addressOf(n));
    await openMessage(tab, n, nameOf(n), addressOf(n));
    await told();
    await tab.waitForTimeout(LOOKED_AT_MS);
  };
  await open(1);

  const busy = await traced(harness.cdp, CATEGORIES, async () => {
    for (let n = 2; n < 2 + MESSAGES; n += 1) await open(n);
  });
  const calls = callsInto(busy, SCRIPT);
  expect(calls.length, 'calls into our script').toBeGreaterThanOrEqual(MESSAGES);
  const ms = calls.reduce((sum, { dur = 0 }) => sum + dur / 1000, 0);
  tell({ name: 'page.trace', value: ms / MESSAGES, unit: 'ms', bar: 3 });
  // Without the time in which other programs of a busy machine ran: what the script itself costs.
  const cpu = calls.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
  tell({ name: 'page.trace.cpu', value: cpu / MESSAGES, unit: 'ms' });

  const idle = await traced(harness.cdp, CATEGORIES, () => tab.waitForTimeout(IDLE_MS));
  tell({ name: 'page.idle', value: callsInto(idle, SCRIPT).length, unit: 'calls', bar: 0 });
});
