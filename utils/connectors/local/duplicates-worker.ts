import type { DuplicatesTold } from '@/utils/connectors/told';
import { bookAt } from './connections';
import { bookDatabase } from './database';
import { tellPairs } from './suspect-pairs';

/** Goes through the book that the page names, once; the page ends the worker when it has heard the last of it. */
export function startDuplicatesWorker(): void {
  const tell = (told: DuplicatesTold): void => self.postMessage(told);
  self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const book = typeof data === 'string' ? bookAt(data) : null;
    if (book !== null) void tellPairs(bookDatabase(book), tell);
  });
}
