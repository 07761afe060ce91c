// Merging somebody with 500 tickets in the own book: from the question to the plan, from the press to done, and back.
// Asked as the panel asks: with the message to the background, the journal and the book's own writes.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, launch } from '@/test/e2e/harness';
import type { Chosen } from '@/utils/actions/inputs';
import { OWN } from '@/utils/connectors/local/connections';
import type { Plan, Ran } from '@/utils/messages/acting';
import type { Person, PersonRef } from '@/utils/people/types';
import { bundle } from './bundle';
import { median, p95, tell } from './figures';

const PLANS = 60;
const RUNS = 20;
const WARM = 5;
const BAR = 50;
const amounts = {
  stays: { tickets: 50, notes: 50, history: 50 },
  goes: { tickets: 500, notes: 200, history: 1_000 },
};

const kept: { harness?: Harness; page?: Page; stays?: PersonRef; goes?: PersonRef } = {};
const there = () => {
  const { page, stays, goes } = kept;
  if (!page || !stays || !goes) throw new Error('no browser');
  return { page, stays, goes };
};

/** Asks as a page does: the answer, and ms until it came. */
async function ask<Value>(name: string, question: unknown): Promise<{ readonly value: Value; readonly ms: number }> {
  const { ok, ms, answer } = await there().page.evaluate(
    async ([asked, what]) => {
      const started = performance.now();
      const told = await (globalThis as unknown as Extension).chrome.runtime.sendMessage({
        name: asked,
        question: what,
      });
      return { ...(told as { ok: boolean }), ms: performance.now() - started, answer: told };
    },
    [name, question] as const,
  );
  if (!ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return { value: (answer as { value: Value }).value, ms };
}

interface Extension {
  readonly chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };
}

beforeAll(async () => {
  const harness = await launch();
  kept.harness = harness;
  kept.page = await harness.ctx.newPage();
  await kept.page.goto(harness.url('options.html'));
  const worker = harness.ctx.serviceWorkers()[0] ?? (await harness.ctx.waitForEvent('serviceworker'));
  const script = await bundle('test/connectors/local/heavy.ts', 'heavy');
  const made = async (who: keyof typeof amounts): Promise<PersonRef> => {
    const call = JSON.stringify([amounts[who], `Anna ${who}`, `anna@${who}.example`]);
    const id: unknown = await worker.evaluate(`(async () => { ${script}; return heavy.fillHeavy(...${call}); })()`);
    return { connection: OWN, id: String(id) };
  };
  kept.stays = await made('stays');
  kept.goes = await made('goes');
  const { stays, goes } = there();
  await ask('action.runAll', { ref: stays, chosen: valuesOf('stays') });
  await ask('action.runAll', { ref: goes, chosen: valuesOf('goes') });
});
afterAll(() => kept.harness?.close());

/** Something of everything that is compared and united. */
function valuesOf(who: string): readonly Chosen[] {
  const { timezone, language } =
    who === 'stays' ? { timezone: 'Europe/Berlin', language: 'de' } : { timezone: 'Asia/Tokyo', language: 'vi' };
  const place = { position: 'Buyer', manager: false };
  return [
    ...['one', 'two', 'three'].map(
      (label): Chosen => ({ action: 'set-label', input: { label: `${who} ${label}`, on: true } }),
    ),
    ...[1, 2, 3].map(
      (number): Chosen => ({
        action: 'edit-contact',
        input: { from: null, to: { type: 'phone', label: 'Work', value: `+49 30 ${who.length}${number}0 18 20` } },
      }),
    ),
    { action: 'set-summary', input: { from: '', to: `Known to ${who}.` } },
    { action: 'set-timezone', input: { from: null, to: timezone } },
    { action: 'set-language', input: { from: null, to: language } },
    { action: 'set-membership', input: { organisation: { id: null, name: `Firm ${who}` }, from: null, to: place } },
  ];
}

/** The merge, of both as they are now. */
async function merge(): Promise<{ readonly ref: PersonRef; readonly chosen: Chosen }> {
  const { stays, goes } = there();
  const { value } = await ask<readonly Person[]>('people', { refs: [stays, goes] });
  const [a, b] = value;
  return {
    ref: stays,
    chosen: {
      action: 'merge',
      input: {
        goes: goes.id,
        keep: { summary: 'goes', language: 'goes' },
        primary: null,
        versions: { stays: a?.version ?? null, goes: b?.version ?? null },
      },
    },
  };
}

test('a merge is planned', async () => {
  const all: number[] = [];
  const question = await merge();
  for (let run = 0; run < WARM + PLANS; run += 1) {
    const { value, ms } = await ask<Plan>('action.plan', question);
    const tickets = value.changes.find(({ type }) => type === 'ticket.move');
    expect(tickets).toMatchObject({ items: { length: amounts.goes.tickets } });
    expect(value.final).toEqual([]);
    if (run >= WARM) all.push(ms);
    await ask('action.drop', { entry: value.draft });
  }
  tell({ name: 'merge.plan.median', value: median(all), unit: 'ms' });
  tell({ name: 'merge.plan.p95', value: p95(all), unit: 'ms', bar: BAR });
});

test('a merge is run and undone', async () => {
  const [merged, undone]: [number[], number[]] = [[], []];
  const { stays, goes } = there();
  for (let run = 0; run < WARM + RUNS; run += 1) {
    const { value: plan } = await ask<Plan>('action.plan', await merge());
    const { value: ran, ms: there } = await ask<Ran>('action.confirm', { draft: plan.draft });
    const [now] = (await ask<readonly Person[]>('people', { refs: [goes] })).value;
    expect(now?.ref).toEqual(stays);
    const { ms: back } = await ask<Ran>('action.undo', { entry: ran.entry });
    const [again] = (await ask<readonly Person[]>('people', { refs: [goes] })).value;
    expect(again?.ref).toEqual(goes);
    if (run >= WARM) {
      merged.push(there);
      undone.push(back);
    }
  }
  tell({ name: 'merge.run.p95', value: p95(merged), unit: 'ms' });
  tell({ name: 'merge.run', value: median(merged), unit: 'ms' });
  tell({ name: 'undo.run.p95', value: p95(undone), unit: 'ms' });
  tell({ name: 'undo.run', value: median(undone), unit: 'ms' });
});
