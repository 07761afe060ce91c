import { expect, it } from 'vitest';
import { pausing } from '@/utils/http/pauses';
import { ProblemError } from '@/utils/problem';

const busy = (retryAt?: number) => async (): Promise<never> => {
  throw new ProblemError({ kind: 'rate-limited', ...(retryAt === undefined ? {} : { retryAt }) });
};

function clock(random = 1) {
  const at = { now: 0 };
  const pause = pausing(
    () => at.now,
    () => random,
  );
  const until = async (send: () => Promise<unknown>): Promise<unknown> => {
    const error: unknown = await pause({ connection: 'd' }, send).catch((thrown: unknown) => thrown);
    return error instanceof ProblemError ? error.problem.retryAt : error;
  };
  return { at, until };
}

it('A server that asks to wait without saying how long is left alone for longer each time', async () => {
  const { at, until } = clock();
  const pauses: unknown[] = [];
  for (let times = 0; times < 10; times += 1) {
    const told = Number(await until(busy()));
    pauses.push(told - at.now);
    at.now = told;
  }
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000]);
});

it('What is asked within such a pause is not sent', async () => {
  const { at, until } = clock();
  await until(busy());
  at.now = 1_999;
  let sent = 0;
  const send = async () => {
    sent += 1;
    return 'here';
  };
  expect([await until(send), sent]).toEqual([2_000, 0]);
  at.now = 2_000;
  expect([await until(send), sent]).toEqual(['here', 1]);
});

it('Those who were sent away together do not come back together', async () => {
  expect(await clock(0).until(busy())).toBe(1_400);
  expect(await clock(0.5).until(busy())).toBe(1_700);
});

it('Where the server says how long, that counts', async () => {
  expect(await clock().until(busy(60_000))).toBe(60_000);
});

it('Once it has answered, a pause begins short again', async () => {
  const { at, until } = clock();
  at.now = Number(await until(busy()));
  at.now = Number(await until(busy()));
  await until(async () => 'here');
  expect(Number(await until(busy())) - at.now).toBe(2_000);
});

it('Any other failure is no pause', async () => {
  const { until } = clock();
  await until(async () => {
    throw new ProblemError({ kind: 'server' });
  });
  expect(await until(async () => 'here')).toBe('here');
});
