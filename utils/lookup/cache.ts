// What servers answered last, so that a known sender is there at once, marked with its age. Books in this browser
// are never cached: they answer as fast and are never stale.
import Dexie, { type EntityTable } from 'dexie';
import type { Match } from '@/utils/messages/view';
import { foldName } from '@/utils/people/fold';

interface Kept {
  /** ISO time of the answer. */
  readonly at: string;
  readonly matches: readonly Match[];
}

interface Row extends Kept {
  /** The connection and the address that was asked for. */
  readonly key: string;
  /** Which version of the product has written it: another one may mean something else by the same names. */
  readonly by: string;
  /** Bytes, about. */
  readonly size: number;
  /** Words that somebody of the answer is found by. */
  readonly words: readonly string[];
}

export interface Cache {
  get(connection: string, address: string): Promise<Kept | null>;
  put(connection: string, address: string, kept: Kept): Promise<void>;
  /** Changes each match that was kept of a connection, or drops it (null): what was edited must not come back. */
  change(connection: string, change: (match: Match) => Match | null): Promise<void>;
  /** How many answers are kept of a connection. */
  count(connection: string): Promise<number>;
  /** The connection was removed or changed, or the user wants nothing kept of it. */
  clear(connection: string): Promise<void>;
  clearAll(): Promise<void>;
  /** Matches in the answers of these connections, by the beginnings of words of a name or an address. */
  search(connections: readonly string[], text: string, limit: number): Promise<readonly Match[]>;
}

interface Options {
  readonly name?: string;
  /** The product's version: what another one has kept is dropped. */
  readonly by?: string;
  /** Answers at most; an agent meets some hundred people a week. */
  readonly most?: number;
  /** Bytes at most. The oldest go first. */
  readonly bytes?: number;
}

const MOST = 2000;
const BYTES = 20 * 1024 * 1024;

export function openCache({ name = 'sidecard-cache', by = '', most = MOST, bytes = BYTES }: Options = {}): Cache {
  const db = new Dexie(name);
  db.version(1).stores({ answers: 'key, at' });
  // Answers from before have no size and no words: they come anew with the next question.
  db.version(2)
    .stores({ answers: 'key, at, size, *words' })
    .upgrade((old) => old.table('answers').clear());
  const answers: EntityTable<Row, 'key'> = db.table('answers');
  const of = (connection: string) => answers.where('key').startsWith(`${connection}|`);

  /** How much there is; null: to be counted. Nobody else writes here, and a little too much does no harm. */
  const state: { sum: { count: number; bytes: number } | null } = { sum: null };
  const counted = async () => {
    if (state.sum) return state.sum;
    // Sizes alone are read from their index, not the answers.
    const sizes: readonly unknown[] = await answers.orderBy('size').keys();
    const all = sizes.reduce((sum: number, size) => sum + (typeof size === 'number' ? size : 0), 0);
    state.sum = { count: sizes.length, bytes: all };
    return state.sum;
  };
  const isOver = (sum: { readonly count: number; readonly bytes: number }): boolean =>
    sum.count > most || sum.bytes > bytes;

  const trim = async (): Promise<void> => {
    const sum = await counted();
    if (!isOver(sum)) return;
    const gone: string[] = [];
    await answers
      .orderBy('at')
      .until(() => !isOver(sum))
      .each(({ key, size }) => {
        gone.push(key);
        sum.count -= 1;
        sum.bytes -= size;
      });
    await answers.bulkDelete(gone);
  };

  /** How often each was cleared: an answer that was on its way then is not kept. */
  const cleared = { all: 0, of: new Map<string, number>() };
  const times = (connection: string): number => cleared.all + (cleared.of.get(connection) ?? 0);

  return {
    async get(connection, address) {
      const row = await answers.get(`${connection}|${address}`);
      if (!row) return null;
      if (row.by === by) return { at: row.at, matches: row.matches };
      await answers.delete(row.key);
      state.sum = null;
      return null;
    },
    async put(connection, address, { at, matches }) {
      const key = `${connection}|${address}`;
      const before = times(connection);
      const size = new TextEncoder().encode(JSON.stringify(matches)).length + key.length;
      const [known, sum] = await Promise.all([answers.get(key), counted()]);
      if (times(connection) !== before) return;
      await answers.put({ key, at, by, size, matches, words: wordsOf(matches) });
      sum.count += known ? 0 : 1;
      sum.bytes += size - (known?.size ?? 0);
      await trim();
    },
    async change(connection, change) {
      await of(connection).modify((kept, row) => {
        const matches = kept.matches.flatMap((match) => change(match) ?? []);
        const same = matches.length === kept.matches.length && matches.every((match, at) => match === kept.matches[at]);
        if (!same) row.value = { ...kept, matches, words: wordsOf(matches) };
      });
    },
    count: (connection) => of(connection).count(),
    async clear(connection) {
      cleared.of.set(connection, (cleared.of.get(connection) ?? 0) + 1);
      await of(connection).delete();
      state.sum = null;
    },
    async clearAll() {
      cleared.all += 1;
      await answers.clear();
      state.sum = null;
    },
    async search(connections, text, limit) {
      const [first, ...more] = wordsIn(text);
      if (first === undefined || connections.length === 0) return [];
      const has = (words: readonly string[], begin: string): boolean => words.some((word) => word.startsWith(begin));
      const found = new Map<string, Match>();
      await answers
        .where('words')
        .startsWith(first)
        .distinct()
        .until(() => found.size >= limit)
        .each((row) => {
          if (row.by !== by) return;
          for (const match of row.matches) {
            const { ref } = match.person;
            const words = wordsOf([match]);
            const wanted = connections.includes(ref.connection) && [first, ...more].every((one) => has(words, one));
            if (wanted && found.size < limit) found.set(`${ref.connection}|${ref.id}`, match);
          }
        });
      return [...found.values()];
    },
  };
}

const wordsIn = (text: string): readonly string[] =>
  foldName(text)
    .split(/[\s,;<>()"]+/u)
    .filter((word) => word !== '');

/** A whole address is a word, its domain, and each part of it. */
function wordsOf(matches: readonly Match[]): readonly string[] {
  const texts = matches.flatMap(({ person }) => [
    ...wordsIn(person.name),
    ...person.emails.flatMap(({ address }) => [
      ...wordsIn(`${address} ${address.replace('@', ' ')} ${address.replaceAll(/[@._+-]/gu, ' ')}`),
    ]),
  ]);
  return [...new Set(texts)];
}
