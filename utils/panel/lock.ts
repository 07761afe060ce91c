import { onStored, readStored } from '@/utils/browser/storage';
import { askBackground } from '@/utils/messages/ask';
import { type AskBackground, LOCK_KEY } from '@/utils/messages/protocol';

/**
 * Whether it is locked, now and as it changes. Nothing is told before it is known: until then nobody may be shown. A
 * background that cannot say counts as locked. Returns how to stop.
 */
export function watchLock(listen: (locked: boolean) => void, ask: AskBackground = askBackground): () => void {
  const shown = { told: false };
  const tell = (value: unknown): void => {
    if (typeof value !== 'boolean') return;
    shown.told = true;
    listen(value);
  };
  const stop = onStored('session', LOCK_KEY, tell);
  const first = async (): Promise<void> => {
    const stored = await readStored('session', LOCK_KEY).catch(() => undefined);
    if (shown.told) return;
    if (typeof stored === 'boolean') return tell(stored);
    // The browser was just started, and the background has not looked yet.
    const answer = await ask('vault.state', {});
    if (!shown.told) tell(answer.ok ? answer.value.locked : true);
  };
  void first();
  return stop;
}
