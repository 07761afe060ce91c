// Request Tracker as an agent feels it: calls to a profile, the time to its paint, and whether its token stays where it is.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connection, way } from '@/test/connectors/rt/desk';
import { fakeRt, TOKEN } from '@/test/connectors/rt/server';
import { addTicket, addUser } from '@/test/connectors/rt/store';
import { type ServedRt, serveRt } from '@/test/e2e/fake-rt';
import { type Harness, launch } from '@/test/e2e/harness';
import { tablesOf } from '@/test/e2e/stores';
import { openSession } from '@/test/support/open';
import { rt } from '@/utils/connectors/rt';
import { parseAddress } from '@/utils/people/address';
import { median, p95, tell } from './figures';
import { GMAIL, openMailbox, openMessage } from './gmail';
import { watchForAll } from './painted';

const PEOPLE = 35;
const WARM = 5;
/** As long as RT's own check of a token takes. */
const CALL_MS = 150;

const kept: { harness?: Harness; served?: ServedRt; tab?: Page; panel?: Page; listener?: Page } = {};
const heard: string[] = [];
const there = () => {
  const { harness, served, tab, panel, listener } = kept;
  if (!harness || !served || !tab || !panel || !listener) throw new Error('no browser');
  return { harness, served, tab, panel, listener };
};
const addressOf = (n: number): string => `person.${n}@desk.example`;
const nameOf = (n: number): string => `Person ${n} of the desk`;
const organisationOf = (n: number): string => `Works ${n} at the desk`;

const LISTEN = `
  globalThis.messages = [];
  chrome.runtime.onMessage.addListener((message) => { globalThis.messages.push(JSON.stringify(message)); });
`;

beforeAll(async () => {
  const harness = await launch();
  kept.harness = harness;
  const served = await serveRt();
  kept.served = served;
  for (let n = 0; n < PEOPLE; n += 1) {
    const columns = { Name: addressOf(n), EmailAddress: addressOf(n), RealName: nameOf(n) };
    const row = addUser(served.fake.store, { ...columns, Organization: organisationOf(n) });
    addTicket(served.fake.store, [row.id], `Ticket ${n}`);
  }
  harness.ctx.on('console', (message) => heard.push(message.text()));
  await harness.allow(new URL(served.address).origin);
  await harness.allow(GMAIL);
  const draft = {
    id: null,
    connector: 'rt',
    name: 'Helpdesk',
    mark: { shape: 'circle', letter: 'H' },
    settings: { address: served.address, others: 'Other addresses', queue: 'Support' },
    secrets: { token: TOKEN },
    keeps: true,
  };
  await harness.ask('connection.save', { draft });
  kept.listener = await harness.ctx.newPage();
  await kept.listener.goto(harness.url('options.html'));
  await kept.listener.evaluate(LISTEN);
  kept.tab = await openMailbox(harness);
  kept.panel = await harness.openPanel(kept.tab);
});
afterAll(async () => {
  await kept.harness?.close();
  await kept.served?.close();
});

test('calls to a profile from a cold start', async () => {
  const server = fakeRt();
  const session = await openSession(rt, connection, way(server));
  const address = parseAddress('anna.keller@example.com');
  if (address === null) throw new Error('no address');
  const [found] = await session.find(address);
  const id = found?.person.ref.id ?? '';
  const { tickets } = session.reads;
  if (tickets === undefined) throw new Error('no tickets');
  await Promise.all((['open', 'resolved'] as const).map((which) => tickets(id, which, { limit: 5 })));
  expect(found?.person.name).toBe('Anna Keller');
  tell({ name: 'rt.profile.calls.sequential', value: server.depth(), unit: 'calls', bar: 4 });
  tell({ name: 'rt.profile.calls', value: server.calls.length, unit: 'calls', bar: 9 });
});

/** From when to when, in ms since the epoch. */
type Span = readonly [from: number, to: number];

/** Opens a message; until what only RT knows of its sender was on screen. */
async function paint(n: number, again = 0): Promise<Span> {
  const { tab, panel } = there();
  const painted = await watchForAll(panel, nameOf(n), [organisationOf(n)]);
  const inserted = await openMessage(tab, n + 1000 * again, `Sender ${n}`, addressOf(n));
  return [inserted, await painted()];
}

const length = ([from, to]: Span): number => to - from;

/** Every call to the server, as the extension's own log has it. */
async function calls(): Promise<readonly Span[]> {
  const spans: Span[] = [];
  for (let before: number | null = null; ; ) {
    const told: unknown = await there().harness.ask('log.list', { connection: null, before, limit: 100 });
    const lines: readonly Readonly<Record<string, unknown>>[] = Object(told).lines;
    spans.push(...lines.map(({ at, ms }): Span => [Number(at), Number(at) + Number(ms)]));
    if (lines.length === 0) return spans;
    before = Number(lines.at(-1)?.['id']);
  }
}

/** For how much of the time a server was asked and had not answered. */
function waited([from, to]: Span, spans: readonly Span[]): number {
  const state = { sum: 0, until: from };
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    const begun = Math.max(start, state.until);
    const over = Math.min(end, to);
    if (over <= begun) continue;
    state.sum += over - begun;
    state.until = over;
  }
  return state.sum;
}

test('message in the page → profile of Request Tracker in the real side panel', async () => {
  const { served, tab } = there();
  served.takes.ms = CALL_MS;
  const first: Span[] = [];
  for (let n = 0; n < PEOPLE; n += 1) first.push(await paint(n));
  const spans = await calls();
  const measured = first.slice(WARM).map((span) => ({ ours: length(span) - waited(span, spans), all: length(span) }));
  tell({ name: 'rt.paint.first.all', value: median(measured.map(({ all }) => all)), unit: 'ms' });
  tell({ name: 'rt.paint.first', value: median(measured.map(({ ours }) => ours)), unit: 'ms', bar: 60 });
  tell({ name: 'rt.paint.first.p95', value: p95(measured.map(({ ours }) => ours)), unit: 'ms' });

  // All of the last one is kept by now.
  await tab.waitForTimeout(1000);
  served.takes.ms = 2000;
  const cached: number[] = [];
  for (let n = 0; n < PEOPLE; n += 1) cached.push(length(await paint(n, 1)));
  served.takes.ms = 0;
  tell({ name: 'rt.paint.cached.median', value: median(cached.slice(WARM)), unit: 'ms' });
  tell({ name: 'rt.paint.cached', value: p95(cached.slice(WARM)), unit: 'ms', bar: 120 });
});

const STORAGE = `Promise.all(['local', 'session', 'sync', 'managed'].map(async (area) =>
  [area, await chrome.storage[area]?.get(null).catch(() => ({})) ?? {}]))`;

/** Places of the extension in which a text stands. */
async function placesOf(text: string): Promise<readonly string[]> {
  const { harness, listener } = there();
  const places: string[] = [];
  const look = (place: string, value: unknown): void => {
    if (JSON.stringify(value)?.includes(text)) places.push(place);
  };
  const areas = await listener.evaluate<[string, Record<string, unknown>][]>(STORAGE);
  for (const [area, values] of areas) {
    for (const [key, value] of Object.entries(values)) look(`storage.${area} ${key}`, value);
  }
  const databases = await listener.evaluate<string[]>(
    'indexedDB.databases().then((all) => all.map(({ name }) => name))',
  );
  for (const name of databases) {
    for (const [table, rows] of Object.entries(await tablesOf(listener, name))) look(`${name} ${table}`, rows);
  }
  const messages = await listener.evaluate<string[]>('globalThis.messages');
  expect(messages.length, 'messages that were heard').toBeGreaterThan(0);
  look('messages', messages);
  for (const name of ['connection.list', 'vault.state', 'site.list']) look(name, await harness.ask(name, {}));
  look('log.list', await harness.ask('log.list', { connection: null, before: null, limit: 100 }));
  look('console', heard);
  for (const page of harness.ctx.pages()) {
    if (page.url().startsWith('http') || page.url().startsWith('chrome-extension')) {
      look(`page ${page.url()}`, await page.content());
      const stored = await page.evaluate(() => ({ ...localStorage, ...sessionStorage })).catch(() => null);
      look(`storage of page ${page.url()}`, stored);
    }
  }
  return places;
}

test('the token is found in its vault and nowhere else', async () => {
  const { harness, served, listener, panel, tab } = there();
  const rows = await harness.ask('connection.list', {});
  const id = (Array.isArray(rows) ? rows : []).map(Object).find(({ connector }) => connector === 'rt')?.id;
  // What goes wrong is told in more places than what goes well.
  await harness.ask('connection.test', { id });
  served.fake.instead.push('page', 'garbage', 500, 'page');
  await openMessage(tab, 5000, 'Nobody yet', 'nobody.yet@desk.example');
  await panel.getByText('nobody.yet').first().waitFor();
  await harness.ask('connection.test', { id });
  for (const part of ['', '#connections', '#log']) {
    await listener.evaluate((hash) => {
      location.hash = hash;
    }, part);
  }
  const places = await placesOf(TOKEN);
  const vault = places.filter((place): boolean => place === 'storage.local vault');
  expect(vault, 'the scan finds the token where it must be').toHaveLength(1);
  const elsewhere = places.filter((place) => !vault.includes(place));
  if (elsewhere.length > 0) console.error(`The token stands in: ${elsewhere.join(', ')}`);
  tell({ name: 'http.secrets', value: elsewhere.length, unit: 'hits', bar: 0 });
});
