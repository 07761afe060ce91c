// The reviews that go on in this panel, one a book. They are kept apart from what is drawn: the page gives way to the
// merge page and comes back, and the search for pairs goes on meanwhile.

import type { DuplicatesTold, PageActs } from '@/utils/messages/protocol';
import { NO_REVIEW, type Review } from './review';

/** How far the search for pairs is. */
export interface Finding extends Omit<DuplicatesTold, 'pairs'> {
  readonly stopped: boolean;
  /** Pairs that came, those declared different before among them. */
  readonly told: number;
}

export interface Sitting {
  readonly finding: Finding | null;
  readonly review: Review;
  /** The pair whose merge page is open, and how the two were called. */
  readonly merging: number | null;
  readonly names: readonly [string, string];
}

type Pair = readonly [string, string];

export interface Seat {
  now(): Sitting;
  change(change: (sitting: Sitting) => Sitting): void;
  /** Searches the book from the start; pairs of `apart` were declared different before. */
  find(apart: readonly Pair[]): void;
  stop(): void;
  /** Returns how to hear no more. */
  listen(hear: () => void): () => void;
}

const seats = new WeakMap<PageActs, Map<string, Seat>>();

/** The review of a book in this panel: the same one each time it is asked for. */
export function seatOf(page: PageActs, connection: string): Seat {
  const here = seats.get(page) ?? new Map<string, Seat>();
  seats.set(page, here);
  const seat = here.get(connection) ?? makeSeat(page, connection);
  here.set(connection, seat);
  return seat;
}

function makeSeat(page: PageActs, connection: string): Seat {
  const state: { sitting: Sitting; stop: () => void } = {
    sitting: { finding: null, review: NO_REVIEW, merging: null, names: ['', ''] },
    stop: () => {},
  };
  const heard = new Set<() => void>();
  const change: Seat['change'] = (act) => {
    state.sitting = act(state.sitting);
    for (const hear of heard) hear();
  };
  return {
    now: () => state.sitting,
    change,
    find(apart) {
      state.stop();
      const said = new Set(apart.map(keyOf));
      const begun: Finding = { state: 'reading', done: 0, total: 0, found: 0, last: false, stopped: false, told: 0 };
      change((before) => ({ ...before, finding: begun, review: NO_REVIEW, merging: null }));
      state.stop = page.findDuplicates(connection, ({ pairs, ...finding }) => {
        const news = pairs.filter(({ left, right }) => !said.has(keyOf([left, right])));
        change((before) => ({
          ...before,
          finding: { ...finding, stopped: false, told: (before.finding?.told ?? 0) + pairs.length },
          review: { ...before.review, pairs: [...before.review.pairs, ...news] },
        }));
      });
    },
    stop() {
      state.stop();
      change((before) => ({
        ...before,
        finding: before.finding === null ? null : { ...before.finding, last: true, stopped: true },
      }));
    },
    listen(hear) {
      heard.add(hear);
      return () => heard.delete(hear);
    },
  };
}

const keyOf = ([a, b]: Pair): string => (a < b ? `${a}|${b}` : `${b}|${a}`);
