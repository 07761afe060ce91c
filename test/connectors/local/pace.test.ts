import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startPace } from '@/utils/connectors/local/pace';

beforeEach(() => vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] }));
afterEach(() => vi.useRealTimers());

const told = async (rest: Promise<void> | undefined) => {
  const state = { over: false };
  void rest?.then(() => {
    state.over = true;
  });
  return {
    after: async (ms: number) => {
      await vi.advanceTimersByTimeAsync(ms);
      return state.over;
    },
  };
};

it('work goes on until its slice is used up', () => {
  const pace = startPace(8);
  vi.advanceTimersByTime(7);
  expect(pace()).toBeUndefined();
  vi.advanceTimersByTime(1);
  expect(pace()).toBeInstanceOf(Promise);
});

it('work that nobody waits for rests as long as it worked, and never long', async () => {
  const pace = startPace(8, () => false);
  await vi.advanceTimersByTimeAsync(30);
  const rest = await told(pace());
  expect(await rest.after(29)).toBe(false);
  expect(await rest.after(1)).toBe(true);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await (await told(pace())).after(100)).toBe(true);
});

it('work that somebody waits for rests no moment longer than others need', async () => {
  const pace = startPace(8, () => true);
  await vi.advanceTimersByTimeAsync(30);
  await pace();
});
