import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeWaking } from '@/utils/background/waking';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const alarm = (name: string) => ({ name, scheduledTime: 0, persistAcrossSessions: false });

const made = () => {
  const due = vi.fn(async () => undefined);
  const online = vi.fn(async () => undefined);
  return { due, online, waking: makeWaking(due, online) };
};

describe('what is to be done at a time', () => {
  it('is done to the second while the background is awake', async () => {
    const { due, waking } = made();
    waking.at(1_010_000);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(due).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(due).toHaveBeenCalledTimes(1);
  });

  it('is left to an alarm once the background was stopped', async () => {
    const { due, waking } = made();
    waking.at(1_010_000);
    await vi.waitFor(async () =>
      expect(await fakeBrowser.alarms.get('journal')).toMatchObject({ scheduledTime: 1_010_000 }),
    );
    await fakeBrowser.alarms.onAlarm.trigger(alarm('another'));
    expect(due).not.toHaveBeenCalled();
    await fakeBrowser.alarms.onAlarm.trigger(alarm('journal'));
    expect(due).toHaveBeenCalledTimes(1);
    waking.at(null);
    await vi.waitFor(async () => expect(await fakeBrowser.alarms.get('journal')).toBeUndefined());
  });

  it('is asked for once more, not at once, where the timer came too early', async () => {
    const { due, waking } = made();
    waking.at(1_000_500);
    await vi.advanceTimersByTimeAsync(500);
    expect(due).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(999);
    expect(due).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(due).toHaveBeenCalledTimes(2);
  });

  it('is not done any more when there is nothing left', async () => {
    const { due, waking } = made();
    waking.at(1_000_500);
    waking.at(null);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(due).not.toHaveBeenCalled();
  });
});

it('A browser that finds a network again sends what waits', () => {
  const hear = vi.fn();
  vi.stubGlobal('addEventListener', hear);
  const { online } = made();
  const [name, tell] = hear.mock.calls[0] ?? [];
  expect(name).toBe('online');
  tell();
  expect(online).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});
