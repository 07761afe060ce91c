// All duplicates among records: file them under keys, learn, compare what shares keys, put together what fits.

import { newAgreement } from './agree';
import { type Blocks, fileRow, newFiling, pack } from './blocks';
import { type Gathering, gatherOwn, newGathering } from './candidates';
import { group } from './grouping';
import { type Keys, keysOf, newKeys } from './keys';
import { learn } from './learn';
import { activeSlots, type Model, newScale, probabilityOf, type Scale, score } from './model';
import { highestFirst, inOrder } from './order';
import type { Work } from './pausing';
import { MOST_CANDIDATES } from './sampling';
import { newTable, putRow, type Table } from './table';
import { longer } from './texts';
import { LINK, tierOf } from './tiers';
import type { Entry, Pair } from './types';

/** Records made ready: rows with keys, and what was learned from them. */
export interface Ready {
  readonly table: Table;
  readonly blocks: Blocks;
  readonly gathering: Gathering;
  readonly keys: Keys;
  readonly model: Model;
  readonly scale: Scale;
  readonly active: readonly number[];
}

/**
 * Makes records ready, in the order of their ids so that their own order makes no difference.
 * @param looked whether others will be looked up among them
 */
export function* makeReady(records: readonly Entry[], looked: boolean, given?: Model): Work<Ready> {
  const ordered = yield* inOrder(records, (a, b) => a.id < b.id);
  const table = newTable(Math.max(64, ordered.length));
  for (const [at, record] of ordered.entries()) {
    putRow(table, record);
    if (at % 32 === 0) yield;
  }
  const keys = newKeys();
  // So much room that it need not grow, as far as the first rows tell.
  let guess = 0;
  const some = Math.min(table.rows, 200);
  for (let at = 0; at < some; at += 1) {
    keysOf(table, Math.floor((at * table.rows) / some), keys);
    guess += keys.count;
  }
  const filing = newFiling(table.rows, Math.ceil((guess / Math.max(1, some)) * 1.1 * table.rows));
  for (let row = 0; row < table.rows; row += 1) {
    keysOf(table, row, keys);
    fileRow(filing, keys);
    if (row % 32 === 0) yield;
  }
  const blocks = yield* pack(filing, looked);
  const gathering = newGathering(Math.max(64, table.rows));
  const model = given ?? (yield* learn(table, blocks, gathering));
  return { table, blocks, gathering, keys, model, scale: newScale(model, newAgreement()), active: activeSlots(table) };
}

interface Links {
  a: Int32Array;
  b: Int32Array;
  odds: Float64Array;
  count: number;
}

function link(links: Links, a: number, b: number, odds: number): void {
  if (links.count === links.a.length) {
    links.a = longer(links.a, Int32Array);
    links.b = longer(links.b, Int32Array);
    links.odds = longer(links.odds, Float64Array);
  }
  links.a[links.count] = a;
  links.b[links.count] = b;
  links.odds[links.count] = odds;
  links.count += 1;
}

/** Pairs of rows that are taken for one person. */
function* linkRows({ table, blocks, gathering, scale, active }: Ready): Work<Links> {
  const links: Links = { a: new Int32Array(1024), b: new Int32Array(1024), odds: new Float64Array(1024), count: 0 };
  for (let row = 0; row < table.rows; row += 1) {
    if (row % 16 === 0) yield;
    gatherOwn(gathering, blocks, row, { before: row, most: MOST_CANDIDATES, total: table.rows });
    for (let at = 0; at < gathering.count; at += 1) {
      const other = gathering.found[at] ?? 0;
      const odds = score(scale, table, active, other, row, LINK);
      if (odds >= LINK) link(links, other, row, odds);
    }
  }
  return links;
}

export function* findAll(
  ready: Ready,
): Work<{ readonly pairs: readonly Pair[]; readonly groups: readonly (readonly string[])[] }> {
  const { table, scale, active } = ready;
  const links = yield* linkRows(ready);
  const oddsOf = (a: number, b: number): number => score(scale, table, active, a, b, Number.NEGATIVE_INFINITY);
  const order = yield* highestFirst(links.odds, links.count);
  const groups = yield* group(table.rows, { a: links.a, b: links.b, order }, oddsOf);
  const numbers = new Map<readonly number[], number>();
  const named: (readonly string[])[] = [];
  const pairs: Pair[] = [];
  const tell = (a: number, b: number, number: number | null): void => {
    const odds = oddsOf(a, b);
    const [left = '', right = ''] = [table.ids[a], table.ids[b]];
    pairs.push({ left, right, probability: probabilityOf(odds), tier: tierOf(scale, table, odds), group: number });
  };
  for (let row = 0; row < table.rows; row += 1) {
    const members = groups[row] ?? null;
    if (members === null || numbers.has(members)) continue;
    const number = named.length;
    numbers.set(members, number);
    const sorted = [...members].sort((a, b) => a - b);
    named.push(sorted.map((one) => table.ids[one] ?? ''));
    for (let i = 0; i < sorted.length; i += 1)
      for (let j = i + 1; j < sorted.length; j += 1) {
        tell(sorted[i] ?? 0, sorted[j] ?? 0, number);
        if (pairs.length % 64 === 0) yield;
      }
  }
  for (let at = 0; at < links.count; at += 1) {
    const [a, b] = [links.a[at] ?? 0, links.b[at] ?? 0];
    if (groups[a] === null || groups[a] !== groups[b]) tell(a, b, null);
    if (at % 64 === 0) yield;
  }
  const sorted = yield* inOrder(pairs, (a, b) => a.probability > b.probability);
  return { pairs: sorted, groups: named };
}
