import { onStored, readStored } from '@/utils/browser/storage';
import { isQueue, NO_QUEUE, type QueueState, queueKey } from '@/utils/messages/protocol';

/** What is not sent yet, now and as it goes on. Returns how to stop. */
export function watchQueue(listen: (queue: QueueState) => void): () => void {
  const shown = { told: false };
  const tell = (value: unknown): void => {
    shown.told = true;
    listen(isQueue(value) ? value : NO_QUEUE);
  };
  const stop = onStored('session', queueKey, tell);
  // What came meanwhile is newer than what is read.
  readStored('session', queueKey).then(
    (value) => shown.told || tell(value),
    () => undefined,
  );
  return stop;
}
