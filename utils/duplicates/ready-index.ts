// Records kept ready: one person's duplicates are found by their keys, without going through the others.

import { newAgreement } from './agree';
import { fileLate } from './blocks';
import { gather, newGathering } from './candidates';
import { told } from './evidence';
import { makeReady } from './find';
import { keysOf } from './keys';
import { activeSlots, newScale, score } from './model';
import type { Work } from './pausing';
import { MOST_CANDIDATES } from './sampling';
import { countRow, putRow } from './table';
import { LINK } from './tiers';
import type { Candidate, DuplicateIndex, Entry, Weights } from './types';
import { modelOf, weightsOf } from './weights';

const LIMIT = 10;
/** Twice as many as for all pairs: here only one record is asked for. */
const LOOKED_AT = MOST_CANDIDATES * 2;

export function* readyIndex(records: readonly Entry[], known?: Weights): Work<DuplicateIndex> {
  const model = known === undefined ? null : modelOf(known);
  const { table, blocks, keys, model: learned } = yield* makeReady(records, true, model ?? undefined);
  const scale = newScale(learned, newAgreement());
  const entries = new Map(records.map((record) => [record.id, record]));
  const rowOf = new Map(table.ids.map((id, row) => [id, row]));
  const alive: boolean[] = table.ids.map(() => true);
  const room: { gathering: ReturnType<typeof newGathering>; weights: Weights | null } = {
    gathering: newGathering(Math.max(64, table.rows * 2)),
    weights: null,
  };

  const drop = (id: string): boolean => {
    const row = rowOf.get(id);
    if (row === undefined) return false;
    rowOf.delete(id);
    entries.delete(id);
    alive[row] = false;
    countRow(table, row, -1);
    return true;
  };
  const file = (record: Entry): number => {
    const row = putRow(table, record);
    if (row >= room.gathering.weight.length) room.gathering = newGathering(row * 2);
    return row;
  };
  return {
    get size() {
      return entries.size;
    },
    get weights() {
      return weightsOf(learned, table);
    },
    add(record) {
      drop(record.id);
      const row = file(record);
      keysOf(table, row, keys);
      fileLate(blocks, keys, row);
      alive[row] = true;
      rowOf.set(record.id, row);
      entries.set(record.id, record);
    },
    remove: drop,
    candidates(record, limit = LIMIT) {
      // A row that is in nobody's way: taken back when it was looked up.
      const row = file(record);
      alive[row] = false;
      keysOf(table, row, keys);
      gather(room.gathering, blocks, keys, { before: row, most: LOOKED_AT, total: table.rows });
      const active = activeSlots(table);
      const found: { readonly candidate: Candidate; readonly odds: number }[] = [];
      for (let at = 0; at < room.gathering.count; at += 1) {
        const other = room.gathering.found[at] ?? 0;
        const id = table.ids[other] ?? '';
        const entry = entries.get(id);
        if (alive[other] !== true || entry === undefined || id === record.id) continue;
        const odds = score(scale, table, active, row, other, LINK);
        if (odds >= LINK) found.push({ candidate: { id, compared: told(scale, table, odds, record, entry) }, odds });
      }
      countRow(table, row, -1);
      table.rows -= 1;
      table.ids.pop();
      alive.pop();
      return found
        .sort((x, y) => y.odds - x.odds || (x.candidate.id < y.candidate.id ? -1 : 1))
        .slice(0, limit)
        .map(({ candidate }) => candidate);
    },
  };
}
