// Definitions of people's fields in the fake Zammad: one of each kind that it has.

type Screen = Record<string, { shown?: boolean; required?: boolean; null?: boolean }>;

export interface Attribute {
  object: string;
  name: string;
  display: string;
  data_type: string;
  data_option: Record<string, unknown>;
  screens: { edit: Screen };
  position: number;
  active: boolean;
}

const attribute = (
  name: string,
  display: string,
  data_type: string,
  data_option: Record<string, unknown>,
  position: number,
): Attribute => ({
  object: 'User',
  name,
  display,
  data_type,
  data_option,
  screens: { edit: { '-all-': { null: false }, 'ticket.agent': { shown: true, required: false } } },
  position,
  active: true,
});

const child = (name: string, above: string) => ({ name, value: `${above}::${name}` });

/** The first is Zammad's own; the last are internal, of another object, or gone. */
export const attributes = (): Attribute[] => [
  attribute('firstname', 'First name', 'input', {}, 100),
  attribute('vip', 'VIP', 'boolean', { options: { true: 'yes', false: 'no' } }, 1490),
  attribute('code', 'Customer number', 'input', { type: 'text', maxlength: 12 }, 1500),
  attribute('plan', 'Plan', 'select', { options: { free: 'Free of charge', pro: 'Professional' } }, 1550),
  attribute(
    'areas',
    'Areas',
    'multiselect',
    {
      options: [
        { name: 'North', value: 'n' },
        { name: 'South', value: 's' },
      ],
    },
    1560,
  ),
  attribute(
    'region',
    'Region',
    'tree_select',
    {
      options: [
        { name: 'Europe', value: 'Europe', children: [child('Hull', 'Europe'), child('Bonn', 'Europe')] },
        { name: 'Asia', value: 'Asia' },
      ],
    },
    1570,
  ),
  attribute(
    'topics',
    'Topics',
    'multi_tree_select',
    {
      options: [
        { name: 'Print', value: 'Print', children: [child('Ink', 'Print')] },
        { name: 'Phone', value: 'Phone', children: [child('Ink', 'Phone')] },
      ],
    },
    1580,
  ),
  attribute('seats', 'Seats', 'integer', { min: 1, max: 500 }, 1590),
  attribute('since', 'Customer since', 'date', { past: true, future: false }, 1600),
  attribute('called', 'Last call', 'datetime', { past: true, future: true }, 1610),
  attribute('about', 'About', 'textarea', { maxlength: 500 }, 1620),
  attribute('terms', 'Terms', 'richtext', { maxlength: 2000 }, 1630),
  attribute('shop', 'Shop', 'input', { type: 'url', maxlength: 120 }, 1640),
  attribute('desk', 'Desk', 'input', { type: 'tel', maxlength: 40 }, 1645),
  attribute('crm', 'CRM record', 'autocompletion_ajax_external_data_source', {}, 1650),
  attribute('keeper', 'Keeper', 'user_autocompletion', {}, 1660),
  attribute('role_ids', 'Roles', 'user_permission', {}, 1670),
  { ...attribute('gone', 'Gone', 'input', {}, 1), active: false },
  { ...attribute('size', 'Size', 'input', {}, 1), object: 'Organization' },
];

/** As Zammad's own pages are told them at sign-in, for whoever signs in there: what is said for agents. */
export const modelOf = ({ name, display, data_type: tag, data_option: option, screens }: Attribute): object => ({
  name,
  display,
  tag,
  null: true,
  ...option,
  screen: { edit: screens.edit['ticket.agent'] ?? screens.edit['-all-'] },
});

/** What is wrong with the values that are sent, in Zammad's words; and with a mandatory one that is still empty. */
export function wrongWith(all: readonly Attribute[], json: Readonly<Record<string, unknown>>, row: object | null) {
  for (const { object, name, data_type: type, data_option: option, screens } of all) {
    if (object !== 'User') continue;
    const value = json[name];
    const most = option['maxlength'];
    if (typeof most === 'number' && String(value ?? '').length > most) {
      return `${name} is longer than the allowed length ${most}`;
    }
    if (!isKnown(type, option['options'], value)) return `Invalid value '${String(value)}' for field '${name}'!`;
    if (
      typeof value === 'number' &&
      (value < Number(option['min'] ?? value) || value > Number(option['max'] ?? value))
    ) {
      return `${name} is not between ${String(option['min'])} and ${String(option['max'])}`;
    }
    // It fails every change of the user, also of something else.
    const next: unknown = value === undefined && row !== null ? Reflect.get(row, name) : value;
    const isEmpty = next === null || next === undefined || next === '';
    if (row !== null && screens.edit['ticket.agent']?.required === true && isEmpty) {
      return `Missing required value for field '${name}'!`;
    }
  }
  return null;
}

function isKnown(type: string, options: unknown, value: unknown): boolean {
  if (!type.includes('select') || value === undefined || value === null || value === '') return true;
  const all = valuesOf(options);
  return (Array.isArray(value) ? value : [value]).every((one) => all.includes(String(one)));
}

function valuesOf(options: unknown): readonly string[] {
  if (!Array.isArray(options)) return Object.keys(Object(options));
  return options.flatMap((one: unknown) => [
    String(Reflect.get(Object(one), 'value')),
    ...valuesOf(Reflect.get(Object(one), 'children') ?? []),
  ]);
}
