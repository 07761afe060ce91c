// Conditions, as Zammad takes them: a blank or malformed one is swallowed, and everything is returned; an unknown
// operator or attribute fails; "is" looks at the case of letters.

interface Single {
  readonly name: string;
  readonly operator: string;
  readonly value: unknown;
}
/** What stands under a name of a record; undefined: there is no such attribute. */
type Values<Item> = (item: Item, name: string) => unknown;

const OPERATORS: Readonly<Record<string, (kept: string, asked: string) => boolean>> = {
  is: (kept, asked) => kept === asked,
  'is any of': (kept, asked) => kept === asked,
  'is not': (kept, asked) => kept !== asked,
  contains: (kept, asked) => kept.toLowerCase().includes(asked.toLowerCase()),
  'starts with': (kept, asked) => kept.startsWith(asked),
  'ends with': (kept, asked) => kept.endsWith(asked),
};

/** Null: Zammad would answer 500. */
export function selected<Item>(all: readonly Item[], condition: unknown, values: Values<Item>): readonly Item[] | null {
  try {
    return all.filter((item) => fits(item, condition, values));
  } catch {
    return null;
  }
}

function fits<Item>(item: Item, condition: unknown, values: Values<Item>): boolean {
  if (typeof condition !== 'object' || condition === null) return true;
  if ('conditions' in condition) {
    const list = Array.isArray(condition.conditions) ? condition.conditions : [];
    const asked = list.filter((one) => !isBlank(one));
    if (asked.length === 0) return true;
    const each = asked.map((one) => fits(item, one, values));
    return 'operator' in condition && condition.operator === 'OR' ? each.includes(true) : !each.includes(false);
  }
  if ('name' in condition && 'operator' in condition && 'value' in condition) {
    return one(
      item,
      { name: String(condition.name), operator: String(condition.operator), value: condition.value },
      values,
    );
  }
  return Object.entries(condition).every(([name, asked]: [string, unknown]) => {
    if (typeof asked !== 'object' || asked === null || isBlank(asked)) return true;
    const operator = 'operator' in asked ? String(asked.operator) : '';
    return one(item, { name, operator, value: 'value' in asked ? asked.value : '' }, values);
  });
}

function isBlank(one: unknown): boolean {
  if (typeof one !== 'object' || one === null) return true;
  if ('conditions' in one) return false;
  const value = 'value' in one ? one.value : undefined;
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function one<Item>(item: Item, { name, operator, value }: Single, values: Values<Item>): boolean {
  const kept = values(item, name);
  const test = OPERATORS[operator];
  if (kept === undefined || test === undefined) throw new Error('unknown');
  // Who has no value at all fits an empty one too.
  const own = Array.isArray(kept) ? kept : [kept ?? ''];
  const asked = Array.isArray(value) ? value : [value];
  const any = own.some((mine) =>
    asked.some((theirs) => (operator === 'is not' ? OPERATORS['is'] : test)?.(String(mine), String(theirs))),
  );
  return operator === 'is not' ? !any : any;
}
