import * as v from 'valibot';
import { readStored, removeStored, writeStored } from '@/utils/browser/storage';
import type { PanelAnswers } from '@/utils/messages';
import type { ApartPair } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { PersonRef } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

export interface Apart extends Pick<PanelAnswers, 'apart.set' | 'apart.list' | 'apart.across'> {
  /** Ids of those who were declared to be somebody else than this one, within the connection. */
  of(ref: PersonRef): Promise<ReadonlySet<string>>;
  /** A connection was removed, and the people with it: their ids mean nobody, or others. */
  forget(connection: string): Promise<void>;
}

interface Hear {
  /** Tells whoever shows this person that others may be the same now; never fails. */
  readonly changed?: (ref: PersonRef) => Promise<void>;
  /** Two records of different connections were taken apart, or put together again; never fails. */
  readonly parted?: (a: PersonRef, b: PersonRef) => Promise<void>;
}

type Pair = readonly [string, string];

const refs = v.object({ connection: v.string(), id: v.string() });
const pairs = v.fallback(v.array(v.tuple([v.string(), v.string()])), []);
const acrossPairs = v.fallback(v.array(v.tuple([refs, refs])), []);
const keyOf = (connection: string): string => `apart:${connection}`;
const ACROSS = 'apart-across';

/**
 * "Different people": pairs that were told apart by hand, in this browser, for good. Those of one connection are one
 * value on disk; those of two connections, which share an address, are one value for all.
 */
export function makeApart({ changed, parted }: Hear = {}): Apart {
  const queue = { last: Promise.resolve() };
  /** One after the other: all pairs of a connection are one value. */
  const inOrder = (act: () => Promise<void>): Promise<void> => {
    const done = queue.last.then(act);
    queue.last = done.catch(() => undefined);
    return done;
  };
  // Asked for with every answer of a server. Only here is it written; losing it to a stopped background costs a read.
  const across: { known: Promise<readonly ApartPair[]> | null } = { known: null };
  const readAcross = (): Promise<readonly ApartPair[]> => {
    const known = across.known ?? readStored('local', ACROSS).then((stored) => v.parse(acrossPairs, stored ?? []));
    across.known = known;
    known.catch(() => {
      across.known = null;
    });
    return known;
  };
  const writeAcross = async (next: readonly ApartPair[]): Promise<void> => {
    across.known = null;
    await (next.length === 0 ? removeStored('local', [ACROSS]) : writeStored('local', ACROSS, next));
  };

  const setAcross = async (a: PersonRef, b: PersonRef, apart: boolean): Promise<void> => {
    const before = await readAcross();
    const rest = before.filter((pair) => !isPair(pair, a, b));
    if (!apart && rest.length === before.length) return;
    await writeAcross(apart ? [...rest, [a, b]] : rest);
    await parted?.(a, b);
  };
  const setWithin = async (a: PersonRef, b: PersonRef, apart: boolean): Promise<void> => {
    const { connection } = a;
    const pair = ordered(a.id, b.id);
    const before = await read(connection);
    const rest = before.filter((one) => !same(one, pair));
    if (!apart && rest.length === before.length) return;
    await writeStored('local', keyOf(connection), apart ? [...rest, pair] : rest);
    // Not waited for: profiles that stand open ask anew who may be the same.
    void changed?.(a);
    void changed?.(b);
  };

  return {
    async of({ connection, id }) {
      const others = (await read(connection)).flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []));
      return new Set(others);
    },
    'apart.set': async ({ a, b, apart }) => {
      if (sameRef(a, b)) throw new ProblemError({ kind: 'invalid', call: 'apart.set' });
      await inOrder(() => (a.connection === b.connection ? setWithin : setAcross)(a, b, apart));
      return null;
    },
    'apart.list': ({ connection }) => read(connection),
    'apart.across': readAcross,
    forget: (connection) =>
      inOrder(async () => {
        await removeStored('local', [keyOf(connection)]);
        const before = await readAcross();
        const rest = before.filter((pair) => pair.every((ref) => ref.connection !== connection));
        if (rest.length < before.length) await writeAcross(rest);
      }),
  };
}

const ordered = (a: string, b: string): Pair => (a < b ? [a, b] : [b, a]);

const same = (one: Pair, other: Pair): boolean => one[0] === other[0] && one[1] === other[1];

const isPair = ([one, other]: ApartPair, a: PersonRef, b: PersonRef): boolean =>
  (sameRef(one, a) && sameRef(other, b)) || (sameRef(one, b) && sameRef(other, a));

const read = async (connection: string): Promise<readonly Pair[]> =>
  v.parse(pairs, (await readStored('local', keyOf(connection))) ?? []);
