import { useEffect, useRef, useState } from 'preact/hooks';
import { isolate } from '@/components/panel/person-words';
import { t } from '@/utils/i18n';
import type { Answer, AskBackground, ConnectionRow } from '@/utils/messages/protocol';
import type { ApartPair } from '@/utils/messages/view';
import type { PersonRef } from '@/utils/people/types';
import { type Asked, useAsked } from './use-asked';

/** So many are shown at once: each is two people whose names are asked for. */
export const PORTION = 20;

interface Known {
  readonly pairs: readonly ApartPair[];
  readonly rows: readonly ConnectionRow[];
}

export interface ApartSide {
  readonly ref: PersonRef;
  /** Its number until the name is known, and where nobody tells it. */
  readonly name: string;
  readonly row: ConnectionRow | undefined;
}

export interface ApartRow {
  readonly key: string;
  readonly pair: ApartPair;
  readonly across: boolean;
  readonly sides: readonly [ApartSide, ApartSide];
  /** For texts: both names, of two servers each with its own. */
  readonly places: readonly string[];
}

export interface ApartPairs {
  readonly asked: Asked<Known>;
  readonly shown: readonly ApartRow[];
  /** Not shown yet. */
  readonly left: number;
  more(): void;
  readonly told: string;
  readonly failed: boolean;
  together(row: ApartRow): Promise<void>;
  readonly undo: (() => Promise<void>) | null;
}

const keyOf = ({ connection, id }: PersonRef): string => `${connection} ${id}`;

/** Across servers and within each of them, what was declared last first. */
async function askAll(ask: AskBackground): Promise<Answer<Known>> {
  const [across, rows] = await Promise.all([ask('apart.across', {}), ask('connection.list', {})]);
  if (!across.ok) return across;
  if (!rows.ok) return rows;
  const within = await Promise.all(
    rows.value.map(async ({ id: connection }) => {
      const answer = await ask('apart.list', { connection });
      if (!answer.ok) return [];
      return answer.value.map(
        ([a, b]): ApartPair => [
          { connection, id: a },
          { connection, id: b },
        ],
      );
    }),
  );
  return { ok: true, value: { pairs: [...within.flat(), ...across.value].toReversed(), rows: rows.value } };
}

/** All pairs that were ever declared different people, with the way back and the way back from that. */
export function useApartPairs(ask: AskBackground): ApartPairs {
  const asked = useAsked(() => askAll(ask));
  const [most, setMost] = useState(PORTION);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [last, setLast] = useState<{ readonly row: ApartRow; readonly apart: boolean } | null>(null);
  const [failed, setFailed] = useState(false);
  // Each is asked for once, however often the window comes back.
  const wanted = useRef(new Set<string>());
  const { pairs = [], rows = [] } = asked.value ?? {};
  const some = pairs.slice(0, most);

  useEffect(() => {
    for (const ref of some.flat()) {
      if (wanted.current.has(keyOf(ref))) continue;
      wanted.current.add(keyOf(ref));
      void ask('people', { refs: [ref] }).then((answer) => {
        const name = answer.ok ? answer.value[0]?.name : undefined;
        if (name !== undefined) setNames((before) => ({ ...before, [keyOf(ref)]: name }));
      });
    }
  }, [ask, some.flat().map(keyOf).join(',')]);

  const sideOf = (ref: PersonRef): ApartSide => ({
    ref,
    name: names[keyOf(ref)] ?? `#${ref.id}`,
    row: rows.find(({ id }) => id === ref.connection),
  });
  const rowOf = (pair: ApartPair): ApartRow => {
    const sides = [sideOf(pair[0]), sideOf(pair[1])] as const;
    const across = pair[0].connection !== pair[1].connection;
    const places = sides.flatMap(({ name, row }) =>
      across ? [isolate(name), isolate(row?.name ?? '')] : [isolate(name)],
    );
    return { key: pair.map(keyOf).join(' '), pair, across, sides, places };
  };
  const set = async (row: ApartRow, apart: boolean): Promise<void> => {
    const [a, b] = row.pair;
    const { ok } = await ask('apart.set', { a, b, apart });
    setFailed(!ok);
    if (ok) setLast({ row, apart });
    asked.again();
  };

  return {
    asked,
    shown: some.map(rowOf),
    left: pairs.length - some.length,
    more: () => setMost((before) => before + PORTION),
    told: last === null || failed ? '' : toldOf(last.row, last.apart),
    failed,
    together: (row) => set(row, false),
    undo: last === null || last.apart ? null : () => set(last.row, true),
  };
}

function toldOf({ across, places }: ApartRow, apart: boolean): string {
  if (apart) return t(across ? 'apart_done_at' : 'apart_done', places);
  return t(across ? 'apart_same_at' : 'apart_taken_back', places);
}
