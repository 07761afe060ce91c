import * as v from 'valibot';
import { readStored, removeStored, writeStored } from '@/utils/browser/storage';
import type { PanelAnswers } from '@/utils/messages';
import type { PersonRef } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

export interface Apart extends Pick<PanelAnswers, 'apart.set' | 'apart.list'> {
  /** Ids of those who were declared to be somebody else than this one. */
  of(ref: PersonRef): Promise<ReadonlySet<string>>;
  /** A connection was removed, and the people with it: their ids mean nobody, or others. */
  forget(connection: string): Promise<void>;
}

type Pair = readonly [string, string];

const pairs = v.fallback(v.array(v.tuple([v.string(), v.string()])), []);
const keyOf = (connection: string): string => `apart:${connection}`;

/**
 * "Different people": pairs that were told apart by hand, in this browser, for good. One value a connection, on disk;
 * nothing stands in memory, since the background is stopped at any moment. `changed`: tells whoever shows them; never fails.
 */
export function makeApart(changed: (ref: PersonRef) => Promise<void> = async () => undefined): Apart {
  const queue = { last: Promise.resolve() };
  /** One after the other: all pairs of a connection are one value. */
  const inOrder = (act: () => Promise<void>): Promise<void> => {
    const done = queue.last.then(act);
    queue.last = done.catch(() => undefined);
    return done;
  };
  return {
    async of({ connection, id }) {
      const others = (await read(connection)).flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []));
      return new Set(others);
    },
    'apart.set': async ({ a, b, apart }) => {
      if (a.connection !== b.connection || a.id === b.id)
        throw new ProblemError({ kind: 'invalid', call: 'apart.set' });
      const { connection } = a;
      const pair = ordered(a.id, b.id);
      await inOrder(async () => {
        const before = await read(connection);
        const rest = before.filter((one) => !same(one, pair));
        if (!apart && rest.length === before.length) return;
        await writeStored('local', keyOf(connection), apart ? [...rest, pair] : rest);
        // Not waited for: profiles that stand open ask anew who may be the same.
        void changed(a);
        void changed(b);
      });
      return null;
    },
    'apart.list': ({ connection }) => read(connection),
    forget: (connection) => inOrder(() => removeStored('local', [keyOf(connection)])),
  };
}

const ordered = (a: string, b: string): Pair => (a < b ? [a, b] : [b, a]);

const same = (one: Pair, other: Pair): boolean => one[0] === other[0] && one[1] === other[1];

const read = async (connection: string): Promise<readonly Pair[]> =>
  v.parse(pairs, (await readStored('local', keyOf(connection))) ?? []);
