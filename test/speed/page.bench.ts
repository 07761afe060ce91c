// What a mail page pays for us: while messages are opened, and while nothing happens.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, launch } from '@/test/e2e/harness';
import { viewOf } from '@/test/e2e/view';
import { tell } from './figures';
import { GMAIL, openMailbox, openMessage } from './gmail';
import { addressOf, nameOf } from './people';
import { callsInto, traced } from './trace';

const MESSAGES = 50;
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
  const read = (n: number) =>
    expect
      .poll(() => viewOf(harness, tab), { timeout: 10_000 })
      .toMatchObject({ subject: { party: { address: addressOf(n) } } });
  await openMessage(tab, 1, nameOf(1), addressOf(1));
  await read(1);

  const busy = await traced(harness.cdp, CATEGORIES, async () => {
    for (let n = 2; n < 2 + MESSAGES; n += 1) {
      await openMessage(tab, n, nameOf(n), addressOf(n));
      await read(n);
    }
  });
  const calls = callsInto(busy, SCRIPT);
  expect(calls.length, 'calls into our script').toBeGreaterThanOrEqual(MESSAGES);
  const ms = calls.reduce((sum, { dur = 0 }) => sum + dur / 1000, 0);
  tell({ name: 'page.trace', value: ms / MESSAGES, unit: 'ms', bar: 3 });

  const idle = await traced(harness.cdp, CATEGORIES, () => tab.waitForTimeout(IDLE_MS));
  tell({ name: 'page.idle', value: callsInto(idle, SCRIPT).length, unit: 'calls', bar: 0 });
});
