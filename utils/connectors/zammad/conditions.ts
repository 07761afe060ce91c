// Zammad's conditions, as 6.5 and later take them in searches. A blank one is swallowed and everybody is returned, one
// that is not understood is answered with 500: so they are made here alone, and each hit is checked by who asks.

type Operator = 'is' | 'is any of' | 'contains' | 'starts with' | 'ends with';
type Value = string | number | readonly number[] | readonly string[];

export interface Single {
  readonly name: string;
  readonly operator: Operator;
  readonly value: Value;
}
export interface Joined {
  readonly operator: 'AND' | 'OR';
  readonly conditions: readonly Condition[];
}
export type Condition = Single | Joined;

/** Null for a blank value, which would be everybody. */
export function where(name: string, operator: Operator, value: Value): Single | null {
  const isBlank =
    typeof value === 'number' ? false : typeof value === 'string' ? value.trim() === '' : value.length === 0;
  return isBlank ? null : { name, operator, value };
}

/** Any of these; null if there is none. */
export const anyOf = (conditions: readonly (Condition | null)[]): Condition | null => joined('OR', conditions);

/** All of these; null if one of them cannot be asked: fewer conditions would be more people. */
export const allOf = (conditions: readonly (Condition | null)[]): Condition | null =>
  conditions.includes(null) ? null : joined('AND', conditions);

function joined(operator: Joined['operator'], all: readonly (Condition | null)[]): Condition | null {
  const conditions = all.filter((one) => one !== null);
  const [first] = conditions;
  return conditions.length > 1 ? { operator, conditions } : (first ?? null);
}

/** As a search's body takes it. */
export const conditionOf = (condition: Condition): Joined =>
  'conditions' in condition ? condition : { operator: 'AND', conditions: [condition] };

/** † Assumption: a comparison may look at the case of letters, as "is" does: a word is asked for in the usual ones. */
export const cases = (word: string): readonly string[] => {
  const lower = word.toLowerCase();
  return [...new Set([word, lower, lower.charAt(0).toUpperCase() + lower.slice(1)])];
};

/** Letters and digits alone, the longest run of them: who does not have the whole word is left out afterwards. */
export const longestRun = (word: string): string =>
  (word.match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['*']).toSorted((a, b) => b.length - a.length)[0] ?? '*';
