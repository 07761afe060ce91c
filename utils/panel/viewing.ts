import { onStored, readStored } from '@/utils/browser/storage';
import { type Viewing, viewingKey, viewingsIn } from '@/utils/messages/viewing';

/** Sessions as somebody else in this browser, now and as they come and go. Returns how to stop. */
export function watchViewing(listen: (viewings: readonly Viewing[]) => void): () => void {
  const shown = { told: false };
  const tell = (value: unknown): void => {
    shown.told = true;
    listen(viewingsIn(value));
  };
  const stop = onStored('session', viewingKey, tell);
  // What came meanwhile is newer than what is read.
  readStored('session', viewingKey).then(
    (value) => shown.told || tell(value),
    () => undefined,
  );
  return stop;
}
