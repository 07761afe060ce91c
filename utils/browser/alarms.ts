import browser from 'webextension-polyfill';

/** Wakes a stopped background at that time (ms since the epoch), or some time later: Chromium 120 waits half a minute at least. */
export async function setAlarm(name: string, at: number): Promise<void> {
  await browser.alarms.create(name, { when: at });
}

export async function clearAlarm(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

export function onAlarm(name: string, tell: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) tell();
  });
}
