// Finding one of 100,000 people: the ids in the index, and the rows in the panel of a real browser.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, launch } from '@/test/e2e/harness';
import { find } from '@/utils/search/find';
import { foldText } from '@/utils/search/tokens';
import { type Asked, addressBook, type Contact, questions, slips } from './address-book';
import { indexOf } from './book-index';
import { median, p95, tell } from './figures';
import { fillBook } from './fill-book';

const PEOPLE = 100_000;
const EACH = 100;
const STARTS = 5;
const CHANGES = 20;

const kept: { book: readonly Contact[]; harness?: Harness } = { book: [] };
const browser = (): Harness => {
  if (!kept.harness) throw new Error('no browser');
  return kept.harness;
};

beforeAll(() => {
  kept.book = addressBook(PEOPLE);
});
afterAll(() => kept.harness?.close());

test('the ids of people among 100,000, in the index', () => {
  const index = [indexOf(kept.book)];
  const ask = ({ text }: Asked) => find(index, { text, marks: [], sort: 'best' }, 10).found;
  // The person, or one of the same name.
  const right = (asked: Asked): boolean =>
    ask(asked).some(({ id }) => {
      const found = kept.book[id - 1];
      return found === asked.wanted || foldText(found?.name ?? '') === foldText(asked.wanted.name);
    });
  const share = (all: readonly Asked[]): number => all.filter(right).length / all.length;
  const asked = questions(kept.book, EACH);
  const recall = share(asked);
  const times = asked.map((one) => {
    const started = performance.now();
    ask(one);
    return performance.now() - started;
  });
  tell({ name: 'search.100k.p50', value: median(times), unit: 'ms', bar: 1 });
  tell({ name: 'search.100k.p95', value: p95(times), unit: 'ms', bar: 10 });
  tell({ name: 'search.recall', value: recall, unit: 'share', bar: 0.98, least: true });
  tell({ name: 'search.recall.typo', value: share(slips(kept.book, 5 * EACH)), unit: 'share', bar: 0.84, least: true });
});

/** A page of ours with a worker of its own beside it, as the panel starts one. */
async function bare(): Promise<Page> {
  const page = await browser().ctx.newPage();
  await page.goto(browser().url('options.html'));
  return page;
}

const QUERY = { role: 'anyone', group: null, label: null, sort: 'best' };

/** ms from the start of a worker to its first answer from the index. */
const startAndAsk = (page: Page, text: string): Promise<number> =>
  page.evaluate(
    ([query]) =>
      new Promise<number>((done) => {
        const started = performance.now();
        const worker = new Worker('/search-worker.js');
        worker.onmessage = ({ data }) => {
          if (data.making || data.part.total === 0) return;
          worker.terminate();
          done(performance.now() - started);
        };
        worker.postMessage({ turn: 1, connections: ['book'], limit: 50, query });
      }),
    [{ ...QUERY, text }] as const,
  );

test('the index of 100,000 people is ready after a cold start', async () => {
  kept.harness = await launch();
  await fillBook(browser(), kept.book);
  const page = await bare();
  const first = await startAndAsk(page, kept.book[77]?.name ?? '');
  tell({ name: 'search.made', value: first / 1000, unit: 's' });
  const saved = () =>
    page.evaluate(
      () =>
        new Promise<number>((done, fail) => {
          const opening = indexedDB.open('sidecard-search');
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            const counting = database.transaction('saved').objectStore('saved').count();
            counting.onsuccess = () => {
              database.close();
              done(counting.result);
            };
          };
        }),
    );
  // The worker that made it was ended before it could save; the next one makes it once more, and is left alone.
  await page.evaluate(
    (query) => {
      const worker = new Worker('/search-worker.js');
      worker.postMessage({ turn: 1, connections: ['book'], limit: 50, query });
    },
    { ...QUERY, text: 'a' },
  );
  await expect.poll(saved, { timeout: 120_000, interval: 500 }).toBe(1);
  await page.close();
  const times: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const fresh = await bare();
    times.push(await startAndAsk(fresh, kept.book[start * 1_000]?.name ?? ''));
    await fresh.close();
  }
  tell({ name: 'search.ready', value: median(times), unit: 'ms', bar: 300 });
});

interface Typing {
  pressed: number;
  painted?: Promise<number>;
}

/** Types letter by letter into the panel's search. Gives ms from each key to the painted rows of what then stands there. */
async function typed(page: Page, text: string): Promise<readonly number[]> {
  const times: number[] = [];
  await page.locator('.search-input').fill('');
  for (const [at, letter] of [...text].entries()) {
    await page.evaluate(
      (wanted) => {
        const state = globalThis as unknown as Typing;
        state.painted = new Promise<number>((done) => {
          document.addEventListener('keydown', (event) => Object.assign(state, { pressed: event.timeStamp }), {
            once: true,
            capture: true,
          });
          const shows = () =>
            document.querySelector<HTMLInputElement>('.search-input')?.value === wanted &&
            document.querySelector('.results')?.getAttribute('aria-busy') === 'false';
          const observer = new MutationObserver(() => {
            if (!shows()) return;
            observer.disconnect();
            // The frame that paints it, and the first task after that frame.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => done(performance.now() - state.pressed);
              port2.postMessage(null);
            });
          });
          observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        });
      },
      [...text].slice(0, at + 1).join(''),
    );
    await page.keyboard.press(letter);
    times.push(await page.evaluate(() => (globalThis as unknown as Typing).painted ?? Number.NaN));
  }
  return times;
}

test('key press → painted rows, among 100,000 people', async () => {
  const page = await browser().ctx.newPage();
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(browser().url('sidepanel.html'));
  const names = kept.book.filter(({ name }) => /^[A-Za-z ]{10,}$/.test(name)).map(({ name }) => name.toLowerCase());
  await typed(page, names[0] ?? '');
  const times: number[] = [];
  for (const at of [500, 5_000, 11_000, 17_000, 23_000, 29_000, 31_000]) {
    times.push(...(await typed(page, (names[at] ?? 'anna keller').slice(0, 14))));
  }
  expect(times.length).toBeGreaterThan(70);
  tell({ name: 'search.paint.median', value: median(times), unit: 'ms' });
  tell({ name: 'search.paint.p95', value: p95(times), unit: 'ms', bar: 30 });
  await page.close();
});

test('a written person is found', async () => {
  const page = await bare();
  const times = await page.evaluate(
    async ([query, changes]) => {
      const worker = new Worker('/search-worker.js');
      const hearing: { answer: ((total: number) => unknown) | null } = { answer: null };
      worker.onmessage = ({ data }) => {
        if (!data.making) hearing.answer?.(data.part.total);
      };
      // What the database's library says to all places after each commit.
      const commits = new BroadcastChannel('x-storagemutated-1');
      const committed: { at: number } = { at: Number.NaN };
      commits.onmessage = ({ data }) => {
        if (Object.keys(data).some((part) => part.includes('sidecard-book-own/touched')))
          committed.at = performance.now();
      };
      const until = (wanted: number) =>
        new Promise<number>((done) => {
          hearing.answer = (total) => total === wanted && done(performance.now());
        });
      const first = until(0);
      worker.postMessage({ turn: 1, connections: ['book'], limit: 50, query });
      await first;
      const times: number[] = [];
      for (let made = 1; made <= changes; made += 1) {
        const answered = until(made);
        const draft = {
          name: `Freshly Written ${made}`,
          address: `fresh.${made}@example.com`,
          organisation: '',
          connection: 'book',
        };
        await chrome.runtime.sendMessage({ name: 'person.create', question: { tab: 1, draft } });
        times.push((await answered) - committed.at);
      }
      return times;
    },
    [{ ...QUERY, text: 'freshly written' }, CHANGES] as const,
  );
  tell({ name: 'search.fresh', value: median(times), unit: 'ms', bar: 10 });
});
