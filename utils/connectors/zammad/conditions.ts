// Zammad's conditions, as 6.5 and later take them in searches. A blank one is swallowed and everybody is returned, one
// that is not understood is answered with 500: so they are made here alone, and each hit is checked by who asks.

type Operator = 'is' | 'contains' | 'starts with';
type Value = string | number | readonly number[];

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
