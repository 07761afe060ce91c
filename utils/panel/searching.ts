// The panel's search. The local books are searched by a worker of this page, which holds their index; all others are
// asked through the background, once the typing rests.

import { ownUrl } from '@/utils/browser/runtime';
import { askBackground } from '@/utils/messages/ask';
import type {
  AskBackground,
  FoundPeople,
  PageActs,
  SearchAsked,
  SearchTold,
  SearchWish,
} from '@/utils/messages/protocol';
import type { ApartPair, Source } from '@/utils/messages/view';
import { joined, type Told } from './joined';

/** ms without a key before a server is asked: each letter would be a request of its own. */
const STILL = 150;

/** Fewer letters are in nearly every name: a server would be busy for nothing. */
const FEWEST = 3;

/** A sign of these is a word, or half of one; a number is the one of a ticket. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|^#?\d+$/u;

const isShort = ({ text }: SearchWish['query']): boolean => {
  const words = text.trim();
  return words !== '' && [...words].length < FEWEST && !DENSE.test(words);
};

/** The worker, as far as it is used. */
export interface SearchPort {
  postMessage(asked: SearchAsked): void;
  onmessage: ((event: MessageEvent<SearchTold>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

const startWorker = (): SearchPort => new Worker(ownUrl('search-worker.js'));

/** The page's search over a worker that is started when it is first needed. */
export function makeSearching(
  start: () => SearchPort = startWorker,
  ask: AskBackground = askBackground,
): Pick<PageActs, 'warmSearch' | 'search'> {
  const state: { port: SearchPort | null; failed: boolean; turn: number } = { port: null, failed: false, turn: 0 };
  const page = crypto.randomUUID();
  /** How each search that is not given up begins: the worker answers the last one alone. */
  const begun: (() => void)[] = [];
  const hearing: { told: ((told: SearchTold) => void) | null; lost: (() => void) | null } = { told: null, lost: null };

  const port = (): SearchPort | null => {
    if (state.port !== null || state.failed) return state.port;
    try {
      const started = start();
      started.onmessage = ({ data }) => hearing.told?.(data);
      started.onerror = () => {
        // Without a worker the background searches by name and address.
        state.port = null;
        state.failed = true;
        hearing.lost?.();
      };
      state.port = started;
    } catch {
      state.failed = true;
    }
    return state.port;
  };

  const askWorker = (wanted: SearchWish, connections: readonly string[]): void => {
    port()?.postMessage({ turn: state.turn, connections, query: wanted.query, limit: wanted.limit });
  };

  return {
    warmSearch(sources) {
      const connections = sources.filter((source) => source.local).map(({ id }) => id);
      const query = { text: '', role: 'anyone', group: null, label: null, sort: 'best' } as const;
      port()?.postMessage({ turn: state.turn, connections, query, limit: 0 });
    },
    search(wanted, tell, signal) {
      const short = isShort(wanted.query);
      const told = new Map<string, Told>(
        wanted.sources.map((source) => [
          source.id,
          { source, part: null, making: false, ...(short && !source.local && { letters: FEWEST }) },
        ]),
      );
      const { sort } = wanted.query;
      const own: { turn: number; apart: readonly ApartPair[] } = { turn: 0, apart: [] };
      const draw = (): void => {
        if (!signal.aborted) tell(joined([...told.values()], sort, wanted.limit, own.apart));
      };
      const throughBackground = async (sources: readonly Source[]): Promise<void> => {
        // Before any answer: two whom the user declared different are never one row.
        const apart = await ask('apart.across', {});
        if (signal.aborted) return;
        if (apart.ok) own.apart = apart.value;
        await Promise.all(
          sources.map(async (source) => {
            const asked = { query: wanted.query, limit: wanted.limit, connections: [source.id] };
            const by = `${page} ${own.turn} ${source.id}`;
            const stop = (): void => void ask('search.stop', { by });
            // A book of this browser has answered before it could be stopped.
            if (!source.local) signal.addEventListener('abort', stop, { once: true });
            const answer = await ask('search', source.local ? asked : { ...asked, by });
            signal.removeEventListener('abort', stop);
            const news = answer.ok ? { part: answer.value } : { part: null, problem: answer.problem };
            told.set(source.id, { source, making: false, ...news });
            draw();
          }),
        );
      };
      const local = wanted.sources.filter((source) => source.local);
      const inWorker = port() === null ? [] : local;
      const begin = (): void => {
        state.turn += 1;
        own.turn = state.turn;
        hearing.told = (news) => {
          const source = local.find(({ id }) => id === news.connection);
          if (news.turn !== own.turn || source === undefined) return;
          const { part, making, problem } = news;
          told.set(
            source.id,
            problem === undefined ? { source, part, making } : { source, part: null, making, problem },
          );
          draw();
        };
        hearing.lost = () => void throughBackground(inWorker);
        if (inWorker.length > 0)
          askWorker(
            wanted,
            inWorker.map(({ id }) => id),
          );
      };
      begun.push(begin);
      begin();
      signal.addEventListener('abort', () => {
        begun.splice(begun.indexOf(begin), 1);
        // The next question ends this one by itself; where none comes, a list behind it is kept up to date again, or
        // nothing more is read.
        queueMicrotask(() => {
          if (state.turn !== own.turn) return;
          const behind = begun.at(-1);
          if (behind === undefined) askWorker({ ...wanted, limit: 0 }, []);
          else behind();
        });
      });
      const others = wanted.sources.filter((source) => !inWorker.includes(source) && (source.local || !short));
      // Nobody else will tell that there is nothing to wait for.
      if (short && inWorker.length === 0) queueMicrotask(draw);
      if (wanted.sources.length > 0 && others.length === 0) return;
      const timer = setTimeout(() => {
        void (wanted.sources.length === 0 ? searchAll(wanted, ask, signal, tell) : throughBackground(others));
      }, STILL);
      signal.addEventListener('abort', () => clearTimeout(timer));
    },
  };
}

/** Before the panel knows its sources. */
async function searchAll(
  { query, limit }: SearchWish,
  ask: AskBackground,
  signal: AbortSignal,
  tell: (found: FoundPeople) => void,
): Promise<void> {
  const answer = await ask('search', { query, limit });
  if (signal.aborted) return;
  const rest = { waiting: [], making: [] };
  if (!answer.ok) {
    const source: Source = { id: '', name: 'Sidecard', mark: { shape: 'square', letter: '' }, local: true };
    tell({ items: [], listed: 0, total: 0, failed: [{ source, problem: answer.problem }], ...rest });
    return;
  }
  const items = answer.value.items.map((hit) => ({ ...hit, also: [] }));
  tell({ items, listed: items.length, total: answer.value.total, failed: [], ...rest });
}
