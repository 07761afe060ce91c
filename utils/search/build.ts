import { type Entry, tokensOf } from './entry';
import type { Packed } from './segment';
import { foldText } from './tokens';

/** Entries as a part of the index. Some thousand at a time: more are built in parts and merged. */
export function build(entries: readonly Entry[]): Packed {
  const named = entries.map((entry) => ({ entry, name: foldText(entry.name) }));
  const order = sortedBy(named, ({ name }) => name);
  const found = new Map<string, number[]>();
  for (const [person, { entry }] of order.entries()) {
    for (const [token, place] of tokensOf(entry)) {
      const posting = (person << 2) | place;
      const there = found.get(token);
      if (there === undefined) found.set(token, [posting]);
      else there.push(posting);
    }
  }
  const terms = sortedBy([...found.keys()], (term) => term);
  const offsets = new Int32Array(terms.length + 1);
  const postings = new Int32Array([...found.values()].reduce((sum, list) => sum + list.length, 0));
  const filled = { to: 0 };
  for (const [at, term] of terms.entries()) {
    const list = found.get(term) ?? [];
    postings.set(list, filled.to);
    filled.to += list.length;
    offsets[at + 1] = filled.to;
  }
  return {
    terms: lines(terms),
    offsets,
    postings,
    ids: Int32Array.from(order, ({ entry }) => entry.id),
    names: lines(order.map(({ name }) => name)),
    created: Int32Array.from(order, ({ entry }) => entry.created),
    seen: Int32Array.from(order, ({ entry }) => entry.seen),
  };
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function lines(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(texts.map((text) => `${text}\n`).join(''));
}

// Strings compare by UTF-16 units, their bytes by whole letters: that differs where a letter takes two units.
const PAIR = /[\ud800-\udfff]/;

function sortedBy<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] {
  const pairs = items.some((item) => PAIR.test(textOf(item)));
  return [...items].sort((a, b) => {
    const left = textOf(a);
    const right = textOf(b);
    if (left === right) return 0;
    if (pairs) return byLetters(left, right);
    return left < right ? -1 : 1;
  });
}

function byLetters(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length);
  for (let at = 0; at < shorter; at += 1) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a === b) continue;
    const aPair = a >= 0xd800 && a <= 0xdfff;
    const bPair = b >= 0xd800 && b <= 0xdfff;
    return aPair === bPair ? a - b : aPair ? 1 : -1;
  }
  return left.length - right.length;
}
