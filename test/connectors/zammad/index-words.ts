// The index of words that a Zammad may have: texts fall apart at signs, what was written last is not in it yet.
import type { Row, Store } from './store';

/** The index knows all as it was before the last write: to be called before each. */
export function reindex(store: Store): void {
  if (!store.elastic) return;
  const { users, organizations } = structuredClone({ users: store.users, organizations: store.organizations });
  store.indexed = { users, organizations };
}

/** Signs that are part of the index's language. */
const SYNTAX = /^[+-]|[=&|><!(){}[\]^~*?:\\/"]/u;

/** Whether a row fits; null: the index does not understand the question. */
export function isFound(row: Row, names: readonly string[], query: string): boolean | null {
  const either = query.split(/\s+OR\s+/u);
  if (either.length > 1) return either.some((one) => isFound(row, names, one) === true);
  const asked = query.split(/\s+AND\s+/u).map((part) => /^(?:(\w+):)?"([^"]*)"$/u.exec(part));
  if (asked.every((one) => one !== null)) {
    return asked.every((one) => {
      const texts = one[1] === undefined ? textsOf(row, names) : [String(row[one[1]] ?? '')];
      return tokens(one[2] ?? '').every((token) => texts.some((text) => tokens(text).includes(token)));
    });
  }
  const words = query.split(/\s+/u).filter((word) => word !== '');
  if (words.some((word) => SYNTAX.test(word))) return null;
  const all = textsOf(row, names).flatMap(tokens);
  // A star is put behind the last word, which is not taken apart then.
  const last = words.at(-1)?.toLowerCase() ?? '';
  return (
    words.slice(0, -1).every((word) => tokens(word).every((token) => all.includes(token))) &&
    all.some((token) => token.startsWith(last))
  );
}

const textsOf = (row: Row, names: readonly string[]): readonly string[] => [
  ...Object.values(row).filter((value) => typeof value === 'string'),
  ...names,
];

/** A dot inside stays, other signs end a word. */
const tokens = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu) ?? [];
