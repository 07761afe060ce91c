import * as v from 'valibot';
import { type Asking, ask, isProblem, type Zammad } from './zammad';

/** A field of people as Zammad defines it, its own ones aside. */
export const DefinitionShape = v.object({
  /** The key under which its value stands on a user. */
  name: v.string(),
  title: v.string(),
  /** 'fixed': Zammad's own kinds, which are only shown. */
  kind: v.picklist(['text', 'html', 'number', 'toggle', 'date', 'time', 'choice', 'choices', 'fixed']),
  options: v.array(v.object({ value: v.string(), title: v.string() })),
  /** Characters; null: as many as there are. */
  longest: v.nullable(v.number()),
});
export type Definition = v.InferOutput<typeof DefinitionShape>;

const AttributeShape = v.object({
  object: v.string(),
  name: v.string(),
  display: v.string(),
  data_type: v.string(),
  data_option: v.nullish(v.object({ options: v.nullish(v.unknown()), maxlength: v.nullish(v.unknown()) }), {}),
  position: v.nullish(v.number(), 0),
  active: v.nullish(v.boolean(), true),
});
const AttributesShape = v.array(AttributeShape);

const SignshowShape = v.object({
  models: v.object({
    User: v.array(
      v.object({
        name: v.string(),
        display: v.nullish(v.string()),
        tag: v.nullish(v.string(), 'input'),
        options: v.nullish(v.unknown()),
        maxlength: v.nullish(v.unknown()),
      }),
    ),
  }),
});

/** What a person has elsewhere on the profile, or what is nobody's business. */
const OWN = new Set(
  (
    'login firstname lastname email phone mobile fax web department street zip city country address note password active ' +
    'organization_id organization_ids role_ids group_ids permissions created_at updated_at created_by_id updated_by_id'
  ).split(' '),
);

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

/** The custom fields, and whether the login may see them in full. */
export async function readDefinitions(
  zammad: Zammad,
  asking: Asking,
): Promise<{ readonly admin: boolean; readonly fields: Definition[] }> {
  const asked = { path: 'object_manager_attributes', ...asking };
  const all = await ask(zammad, AttributesShape, asked).catch((error: unknown) => {
    if (isProblem(error, 'forbidden')) return null;
    throw error;
  });
  if (all === null) return { admin: false, fields: await fromSignshow(zammad, asking) };
  const mine = all.filter(({ object, active }) => object === 'User' && active);
  const fields = mine
    .toSorted((a, b) => a.position - b.position)
    .flatMap(({ name, display, data_type: type, data_option: { options, maxlength } }) =>
      definition(name, display, type, options, maxlength),
    );
  return { admin: true, fields };
}

/**
 * † Assumption: a token may ask for what Zammad's own pages are told at sign-in, and finds the fields as its owner sees
 * them. Where it does not, there are no custom fields.
 */
async function fromSignshow(zammad: Zammad, asking: Asking): Promise<Definition[]> {
  const told = await ask(zammad, SignshowShape, { path: 'signshow', ...asking }).catch((error: unknown) => {
    if (isProblem(error, 'forbidden', 'missing', 'server', 'invalid')) return null;
    throw error;
  });
  return (told?.models.User ?? []).flatMap(({ name, display, tag, options, maxlength }) =>
    definition(name, display ?? name, tag, options, maxlength),
  );
}

function definition(name: string, title: string, type: string, options: unknown, most: unknown): Definition[] {
  if (OWN.has(name)) return [];
  const kind = KINDS[type] ?? 'fixed';
  const isChoice = kind === 'choice' || kind === 'choices';
  const isText = kind === 'text' || kind === 'html';
  return [
    {
      name,
      title,
      kind,
      options: isChoice ? optionsOf(options) : [],
      longest: isText && typeof most === 'number' ? most : null,
    },
  ];
}

const MapShape = v.record(v.string(), v.string());
const ItemShape = v.object({ name: v.string(), value: v.string(), children: v.nullish(v.array(v.unknown()), []) });

/** A map of titles by value, or a list that was sorted by hand, or a tree of it. */
function optionsOf(options: unknown): Definition['options'] {
  const map = v.safeParse(MapShape, options);
  if (map.success) return Object.entries(map.output).map(([value, title]) => ({ value, title }));
  return Array.isArray(options) ? options.flatMap((item) => branch(item, '')) : [];
}

function branch(item: unknown, above: string): Definition['options'] {
  const parsed = v.safeParse(ItemShape, item);
  if (!parsed.success) return [];
  const { name, value, children } = parsed.output;
  const title = above + name;
  return [{ value, title }, ...children.flatMap((child) => branch(child, `${title} › `))];
}
