import * as v from 'valibot';
import type { Memory } from '@/utils/connectors/types';

/** Ms after which a ticket is tried again: somebody may have been given its group. */
const GOOD_FOR = 60 * 60_000;
const KEY = 'stuck';
const StuckShape = v.record(v.string(), v.number());

/** Tickets that Zammad would not move for this login. Only trying tells, and they stand in the way of all others. */
export interface Stuck {
  has(): Promise<ReadonlySet<string>>;
  add(tickets: readonly string[]): Promise<void>;
}

/** Remembered beyond a stopped background: whoever tries again does so without them. */
export function stuckOf(memory: Memory): Stuck {
  const read = async (): Promise<Readonly<Record<string, number>>> => {
    const found = v.safeParse(StuckShape, await memory.read(KEY));
    const all = found.success ? Object.entries(found.output) : [];
    return Object.fromEntries(all.filter(([, at]) => Math.abs(Date.now() - at) < GOOD_FOR));
  };
  return {
    has: async () => new Set(Object.keys(await read())),
    add: async (tickets) =>
      memory.write(KEY, { ...(await read()), ...Object.fromEntries(tickets.map((one) => [one, Date.now()])) }),
  };
}
