import { ownUrl } from '@/utils/browser/runtime';
import type { DuplicatesTold, PageActs } from '@/utils/messages/protocol';

/** The worker, as far as it is used. */
export interface DuplicatesPort {
  postMessage(connection: string): void;
  onmessage: ((event: MessageEvent<DuplicatesTold>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

const startWorker = (): DuplicatesPort => new Worker(ownUrl('duplicates-worker.js'));

/** A worker of its own for each run: its memory goes with it, and to end it is to stop at once. */
export function makeDuplicating(start: () => DuplicatesPort = startWorker): PageActs['findDuplicates'] {
  return (connection, tell) => {
    const running: { port: DuplicatesPort | null } = { port: null };
    const stop = (): void => {
      if (running.port !== null) running.port.onmessage = null;
      running.port?.terminate();
      running.port = null;
    };
    const fail = (detail: string): void => {
      stop();
      const problem = { kind: 'bug', call: 'duplicates', detail } as const;
      tell({ state: 'failed', done: 0, total: 0, found: 0, pairs: [], last: true, problem });
    };
    try {
      const port = start();
      running.port = port;
      port.onmessage = ({ data }) => {
        if (data.last) stop();
        tell(data);
      };
      port.onerror = ({ message }) => fail(message);
      port.postMessage(connection);
    } catch (error) {
      fail(String(error));
    }
    return stop;
  };
}

export const findDuplicates = makeDuplicating();
