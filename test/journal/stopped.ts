// A background that is stopped after so many steps, and dice that fall the same way every time.
import type { Session } from '@/utils/connectors/types';
import type { Store } from '@/utils/journal/db';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  const state = { at: seed };
  return () => {
    state.at = (state.at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state.at ^ (state.at >>> 15), 1 | state.at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A background that stops at its `left`-th step: from then on none of its calls ever ends. */
export interface Life {
  left: number;
  stop?: () => void;
}

const NEVER = new Promise<never>(() => undefined);

export function step(life: Life): Promise<void> {
  life.left -= 1;
  if (life.left > 0) return Promise.resolve();
  life.stop?.();
  return NEVER;
}

export function mortal(store: Store, life: Life): Store {
  const around = async (act: () => Promise<void>): Promise<void> => {
    await step(life);
    await act();
    await step(life);
  };
  return {
    ...store,
    put: (entries, gone) => around(() => store.put(entries, gone)),
  };
}

/** A session that is stopped with its background: right before and right after a write, and for good from then on. */
export function mortalSession(session: Session, life: Life): Session {
  const writes = Object.entries(session.writes).map(([type, write]) => [
    type,
    async (...told: Parameters<typeof write>) => {
      await step(life);
      const made = await (write as (...all: unknown[]) => Promise<unknown>)(...told);
      await step(life);
      return made;
    },
  ]);
  const whileAlive = async <Value>(work: () => Promise<Value>): Promise<Value> => (life.left > 0 ? work() : NEVER);
  const { made } = session;
  return {
    ...session,
    get: (id) => whileAlive(() => session.get(id)),
    ...(made && { made: (stamp) => whileAlive(() => made(stamp)) }),
    writes: Object.fromEntries(writes),
  };
}
