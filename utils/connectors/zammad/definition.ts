import * as v from 'valibot';

/** A field of people as Zammad defines it, its own ones aside. */
export const DefinitionShape = v.object({
  /** The key under which its value stands on a user. */
  name: v.string(),
  title: v.string(),
  /** 'fixed': what is only shown. */
  kind: v.picklist(['text', 'link', 'phone', 'html', 'number', 'toggle', 'date', 'time', 'choice', 'choices', 'fixed']),
  options: v.array(v.object({ value: v.string(), title: v.string() })),
  /** Characters; null: as many as there are. */
  longest: v.nullable(v.number()),
  /** Of a number. */
  least: v.nullable(v.number()),
  most: v.nullable(v.number()),
  /** Nobody can be changed at all without it. */
  required: v.boolean(),
});
export type Definition = v.InferOutput<typeof DefinitionShape>;

/** What both lists of definitions say of one, each in places of its own. */
export interface Raw {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly option: Readonly<Record<string, unknown>>;
  readonly required: boolean;
}

/** What a person has elsewhere on the profile, or what is nobody's business. */
const OWN = new Set(
  (
    'login firstname lastname email phone mobile fax web department street zip city country address note password active ' +
    'organization_id organization_ids role_ids group_ids permissions created_at updated_at created_by_id updated_by_id'
  ).split(' '),
);

/** Kinds of fields whose values are ids of something, or which only Zammad's own fields have. */
const INNER = new Set(['user_autocompletion', 'autocompletion_ajax', 'user_permission', 'group_permissions', 'active']);

/** Zammad's kinds of fields (6.5, model of its attributes); those that are not here are shown, and not edited. */
const KINDS: Readonly<Record<string, Definition['kind']>> = {
  input: 'text',
  textarea: 'text',
  richtext: 'html',
  integer: 'number',
  boolean: 'toggle',
  date: 'date',
  datetime: 'time',
  select: 'choice',
  tree_select: 'choice',
  multiselect: 'choices',
  multi_tree_select: 'choices',
};

/** Kinds of an `input`. */
const INPUTS: Readonly<Record<string, Definition['kind']>> = { url: 'link', tel: 'phone' };

/** None where it is no field of ours to show. */
export function definitionOf({ name, title, type, option, required }: Raw): Definition[] {
  if (OWN.has(name) || INNER.has(type)) return [];
  const { options, maxlength, min, max, type: input } = option;
  const known = KINDS[type] ?? 'fixed';
  const kind = type === 'input' ? (INPUTS[String(input)] ?? known) : known;
  const isChoice = kind === 'choice' || kind === 'choices';
  const isText = ['text', 'link', 'phone', 'html'].includes(kind);
  return [
    {
      name,
      title,
      kind,
      options: isChoice ? apart(optionsOf(options)) : [],
      longest: isText ? numberOf(maxlength) : null,
      least: kind === 'number' ? numberOf(min) : null,
      most: kind === 'number' ? numberOf(max) : null,
      required,
    },
  ];
}

/** Some settings are numbers in one version and texts in another. */
export function numberOf(value: unknown): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const number = String(value).trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}

const MapShape = v.record(v.string(), v.pipe(v.unknown(), v.transform(String)));
const text = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String));
const ItemShape = v.object({ name: text, value: text, children: v.nullish(v.array(v.unknown()), []) });

/** A map of titles by value, or a list that was sorted by hand, or a tree of it. */
function optionsOf(options: unknown): Definition['options'] {
  if (Array.isArray(options)) return options.flatMap((item) => branch(item, ''));
  const map = v.safeParse(MapShape, options);
  return map.success ? Object.entries(map.output).map(([value, title]) => ({ value, title })) : [];
}

function branch(item: unknown, above: string): Definition['options'] {
  const parsed = v.safeParse(ItemShape, item);
  if (!parsed.success) return [];
  const { name, value, children } = parsed.output;
  const title = above + name;
  return [{ value, title }, ...children.flatMap((child) => branch(child, `${title} › `))];
}

/** A choice is known here by its title: where two have the same, the value stands with it. */
function apart(options: Definition['options']): Definition['options'] {
  const count = new Map<string, number>();
  for (const { title } of options) count.set(title, (count.get(title) ?? 0) + 1);
  return options.map(({ value, title }) => ({
    value,
    title: (count.get(title) ?? 0) > 1 ? `${title} (${value})` : title,
  }));
}
