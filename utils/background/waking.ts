import { clearAlarm, onAlarm, setAlarm } from '@/utils/browser/alarms';
import { quietly } from './quietly';

/** ms: nothing is tried more often, whatever the clock says. */
const LEAST = 1000;
/** ms: longer than this a background does not live on for a timer, and the alarm is enough. */
const AWAKE = 60_000;

export interface Waking {
  /** When there is something to do next, in ms since the epoch; null: nothing. */
  at(time: number | null): void;
}

/**
 * Calls `due` at a time, to the second while the background is awake and by an alarm once it was stopped, and `online`
 * when the browser finds a network again. `alarm`: its name, one for each who waits.
 */
export function makeWaking(due: () => Promise<void>, online: () => Promise<void>, alarm = 'journal'): Waking {
  const next: { at: number | null; timer?: ReturnType<typeof setTimeout> } = { at: null };
  const arm = (least: number): void => {
    clearTimeout(next.timer);
    if (next.at === null) return;
    const wait = Math.max(next.at - Date.now(), least);
    if (wait <= AWAKE) next.timer = setTimeout(() => quietly(ring()), wait);
  };
  const ring = async (): Promise<void> => {
    const { at } = next;
    await due();
    // A timer that came a moment too early.
    if (next.at === at) arm(LEAST);
  };
  onAlarm(alarm, () => quietly(due()));
  globalThis.addEventListener?.('online', () => quietly(online()));
  return {
    at(time) {
      if (time === next.at) return;
      next.at = time;
      arm(0);
      quietly(time === null ? clearAlarm(alarm) : setAlarm(alarm, time));
    },
  };
}
