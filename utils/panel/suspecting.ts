// Who may be the same person is told by the worker that holds the index of the local books for the search: it is there
// already, and what it takes is not the background's time. Who it does not know is asked about through the background.

import { ownUrl } from '@/utils/browser/runtime';
import { askBackground } from '@/utils/messages/ask';
import type {
  Answer,
  AskBackground,
  FromPanel,
  Question,
  SearchAsked,
  SearchTold,
  Suspect,
  SuspectsAsked,
  SuspectsTold,
} from '@/utils/messages/protocol';
import type { SearchPort } from './searching';

/** The worker, as far as it is used. */
export interface WorkerPort {
  postMessage(asked: SearchAsked | SuspectsAsked): void;
  onmessage: ((event: MessageEvent<SearchTold | SuspectsTold>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

type Found = readonly Suspect[] | null;

const startWorker = (): WorkerPort => new Worker(ownUrl('search-worker.js'));

/** `start`: the search's side of the one worker, which is started when either needs it first. */
export function makeSuspecting(open: () => WorkerPort = startWorker, ask: AskBackground = askBackground) {
  const state: { worker: WorkerPort | null; failed: boolean; turn: number } = { worker: null, failed: false, turn: 0 };
  const waiting = new Map<number, (found: Found) => void>();
  const search: SearchPort = {
    postMessage: (asked) => state.worker?.postMessage(asked),
    onmessage: null,
    onerror: null,
  };

  const begin = (): WorkerPort => {
    if (state.worker !== null) return state.worker;
    const worker = open();
    state.worker = worker;
    worker.onmessage = (event) => {
      const { data } = event;
      if ('suspects' in data) settle(data.turn, data.suspects);
      else search.onmessage?.(new MessageEvent('message', { data }));
    };
    worker.onerror = (event) => {
      state.failed = true;
      for (const turn of [...waiting.keys()]) settle(turn, null);
      search.onerror?.(event);
    };
    return worker;
  };

  const settle = (turn: number, found: Found): void => {
    waiting.get(turn)?.(found);
    waiting.delete(turn);
  };

  const inWorker = (asked: Omit<SuspectsAsked, 'turn'>): Promise<Found> =>
    new Promise((done) => {
      if (state.failed) return done(null);
      try {
        const worker = begin();
        state.turn += 1;
        waiting.set(state.turn, done);
        worker.postMessage({ ...asked, turn: state.turn });
      } catch {
        state.failed = true;
        done(null);
      }
    });

  return {
    start: (): SearchPort => {
      begin();
      return search;
    },
    suspects: async (question: Question<FromPanel, 'suspects'>): Promise<Answer<readonly Suspect[]>> => {
      const { ref, limit } = question;
      const { connection, id } = ref;
      const apart = await ask('apart.list', { connection });
      if (!apart.ok) return apart;
      const others = new Set(apart.value.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : [])));
      // So many more, since so many may be left out.
      const found = await inWorker({ connection, suspectsOf: id, limit: limit + others.size });
      if (found === null) return ask('suspects', question);
      return { ok: true, value: found.filter(({ person }) => !others.has(person.ref.id)).slice(0, limit) };
    },
  };
}
