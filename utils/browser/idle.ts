import browser from 'webextension-polyfill';

/** `locked`: the screen is, or a screen saver runs (Firefox tells of no screen). */
export type IdleState = 'active' | 'idle' | 'locked';

/** Seconds without a key or mouse after which `idle` is told; browsers take no fewer than 15. It lasts until the browser ends. */
export function setIdleAfter(seconds: number): void {
  browser.idle.setDetectionInterval(Math.max(15, seconds));
}

/** How it stands now, with that many seconds. */
export async function idleState(seconds: number): Promise<IdleState> {
  return browser.idle.queryState(Math.max(15, seconds));
}

export function onIdle(tell: (state: IdleState) => void): void {
  browser.idle.onStateChanged.addListener(tell);
}
