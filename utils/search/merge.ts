// Two parts as one, without the people that are gone. Both are sorted, so it is one walk along both: first the
// names, which gives everybody a new number, then the terms. A generator, so that whoever merges 100,000 people can
// answer questions in between.

import { LINE, type Packed, type Segment } from './segment';

/** Terms between two breaks. */
const STRIDE = 20_000;

interface Numbers {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Gives the merged part; yields now and then. */
export function* merge(left: Segment, right: Segment): Generator<undefined, Packed> {
  const { numbers, ...people } = mergePeople(left, right);
  yield undefined;
  const room = left.terms.length + right.terms.length;
  const terms = new Uint8Array(room);
  const offsets = new Int32Array(left.offsets.length + right.offsets.length);
  const postings = new Int32Array(left.postings.length + right.postings.length);
  const at = { left: 0, right: 0, term: 0, byte: 0, posting: 0 };
  const ends = { left: left.offsets.length - 1, right: right.offsets.length - 1 };
  for (let step = 1; at.left < ends.left || at.right < ends.right; step += 1) {
    if (step % STRIDE === 0) yield undefined;
    const order = at.left >= ends.left ? 1 : at.right >= ends.right ? -1 : compareTerms(left, at.left, right, at.right);
    const before = at.posting;
    at.posting = copyPostings(
      postings,
      before,
      order <= 0 ? { segment: left, term: at.left, numbers: numbers.left } : null,
      order >= 0 ? { segment: right, term: at.right, numbers: numbers.right } : null,
    );
    // A term that only the dead had goes with them.
    if (at.posting > before) {
      const from = order <= 0 ? left : right;
      const term = order <= 0 ? at.left : at.right;
      const line = from.terms.subarray(from.starts[term], from.starts[term + 1]);
      terms.set(line, at.byte);
      at.byte += line.length;
      at.term += 1;
      offsets[at.term] = at.posting;
    }
    if (order <= 0) at.left += 1;
    if (order >= 0) at.right += 1;
  }
  return {
    ...people,
    terms: terms.slice(0, at.byte),
    offsets: offsets.slice(0, at.term + 1),
    postings: postings.slice(0, at.posting),
  };
}

/** Runs to the end without a break. */
export function mergeAtOnce(left: Segment, right: Segment): Packed {
  const running = merge(left, right);
  for (;;) {
    const { done, value } = running.next();
    if (done) return value;
  }
}

function mergePeople(
  left: Segment,
  right: Segment,
): Omit<Packed, 'terms' | 'offsets' | 'postings'> & { numbers: Numbers } {
  const numbers = { left: new Int32Array(left.ids.length).fill(-1), right: new Int32Array(right.ids.length).fill(-1) };
  const living = left.count.living + right.count.living;
  const [ids, created, seen] = [new Int32Array(living), new Int32Array(living), new Int32Array(living)];
  const names = new Uint8Array(left.names.length + right.names.length);
  const to = { person: 0, byte: 0 };
  const take = (from: Segment, person: number, mine: Int32Array): void => {
    const line = from.names.subarray(from.nameStarts[person], from.nameStarts[person + 1]);
    names.set(line, to.byte);
    to.byte += line.length;
    mine[person] = to.person;
    ids[to.person] = from.ids[person] ?? 0;
    created[to.person] = from.created[person] ?? 0;
    seen[to.person] = from.seen[person] ?? 0;
    to.person += 1;
  };
  const at = { left: nextLiving(left, 0), right: nextLiving(right, 0) };
  while (at.left < left.ids.length || at.right < right.ids.length) {
    const takeLeft =
      at.right >= right.ids.length ||
      (at.left < left.ids.length &&
        compareLines(left.names, left.nameStarts[at.left] ?? 0, right.names, right.nameStarts[at.right] ?? 0) <= 0);
    if (takeLeft) {
      take(left, at.left, numbers.left);
      at.left = nextLiving(left, at.left + 1);
    } else {
      take(right, at.right, numbers.right);
      at.right = nextLiving(right, at.right + 1);
    }
  }
  return { ids, created, seen, names: names.slice(0, to.byte), numbers };
}

function nextLiving({ dead }: Segment, from: number): number {
  const next = dead.indexOf(0, from);
  return next < 0 ? dead.length : next;
}

interface Source {
  readonly segment: Segment;
  readonly term: number;
  readonly numbers: Int32Array;
}

/** Writes the postings of one term from one or both parts in rising order. Gives where the next ones begin. */
function copyPostings(to: Int32Array, from: number, left: Source | null, right: Source | null): number {
  const [a, b] = [spanOf(left), spanOf(right)];
  const next = { at: from };
  const place = { a: a.from, b: b.from };
  for (;;) {
    const one = renumbered(left, a, place.a);
    const other = renumbered(right, b, place.b);
    if (one === GONE) place.a += 1;
    else if (other === GONE) place.b += 1;
    else if (one === END && other === END) return next.at;
    else if (other === END || (one !== END && one < other)) {
      to[next.at] = one;
      next.at += 1;
      place.a += 1;
    } else {
      to[next.at] = other;
      next.at += 1;
      place.b += 1;
    }
  }
}

const END = -1;
const GONE = -2;

interface Span {
  readonly from: number;
  readonly to: number;
}

function spanOf(source: Source | null): Span {
  if (source === null) return { from: 0, to: 0 };
  const { offsets } = source.segment;
  return { from: offsets[source.term] ?? 0, to: offsets[source.term + 1] ?? 0 };
}

function renumbered(source: Source | null, span: Span, at: number): number {
  if (source === null || at >= span.to) return END;
  const posting = source.segment.postings[at] ?? 0;
  const person = source.numbers[posting >>> 2] ?? END;
  return person < 0 ? GONE : (person << 2) | (posting & 3);
}

function compareTerms(left: Segment, one: number, right: Segment, other: number): number {
  return compareLines(left.terms, left.starts[one] ?? 0, right.terms, right.starts[other] ?? 0);
}

function compareLines(left: Uint8Array, from: number, right: Uint8Array, other: number): number {
  for (let at = 0; ; at += 1) {
    const a = left[from + at] ?? LINE;
    const b = right[other + at] ?? LINE;
    if (a === b && a !== LINE) continue;
    if (a === b) return 0;
    if (a === LINE) return -1;
    return b === LINE ? 1 : a - b;
  }
}
