import * as v from 'valibot';
import { type Definition, definitionOf, type Raw } from './definition';
import { AssetsShape, groupsIn, type KnownGroup, type KnownRole, rolesIn } from './roles';
import { type Asking, ask, isProblem, type Zammad } from './zammad';

const OptionShape = v.record(v.string(), v.unknown());
/** A role's or everybody's view of a screen. */
const ScreenShape = v.record(v.string(), v.nullish(v.unknown()));

const AttributesShape = v.array(
  v.object({
    object: v.string(),
    name: v.string(),
    display: v.string(),
    data_type: v.string(),
    data_option: v.nullish(OptionShape, {}),
    screens: v.nullish(v.record(v.string(), v.nullish(v.unknown())), {}),
    position: v.nullish(v.number(), 0),
    active: v.nullish(v.boolean(), true),
  }),
);

/** All fields of people in full; null where the login may not see them so. */
export async function readDefinitions(zammad: Zammad, asking: Asking): Promise<Definition[] | null> {
  const asked = { path: 'object_manager_attributes', ...asking };
  const all = await ask(zammad, AttributesShape, asked).catch((error: unknown) => {
    if (isProblem(error, 'forbidden')) return null;
    throw error;
  });
  if (all === null) return null;
  return all
    .filter(({ object, active }) => object === 'User' && active)
    .toSorted((a, b) => a.position - b.position)
    .flatMap(({ name, display: title, data_type: type, data_option: option, screens }) =>
      definitionOf({ name, title, type, option, required: isMandatory(forAgents(screens['edit'])) }),
    );
}

/**
 * † Assumption: on the screen on which people are edited, what is said for agents stands under their permission, and goes
 * before what is said for everybody.
 */
function forAgents(screen: unknown): unknown {
  const by = v.safeParse(ScreenShape, screen);
  return by.success ? (by.output['ticket.agent'] ?? by.output['-all-']) : null;
}

/** Older screens say `null`, whether it may be empty; newer ones `required`. */
function isMandatory(screen: unknown): boolean {
  if (typeof screen !== 'object' || screen === null) return false;
  const isShown = !('shown' in screen) || screen.shown !== false;
  return isShown && (('required' in screen && screen.required === true) || ('null' in screen && screen.null === false));
}

const SignshowShape = v.object({
  config: v.nullish(OptionShape, {}),
  models: v.nullish(v.object({ User: v.nullish(v.array(v.looseObject({ name: v.string() })), []) }), { User: [] }),
  // Fields and settings are told all the same where these are new.
  assets: v.fallback(v.nullish(AssetsShape, {}), { Role: {}, Permission: {}, Group: {} }),
});

/** What Zammad's own pages are told when somebody signs in. */
export interface Signshow {
  /** Settings that its pages may see. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly fields: Definition[];
  readonly roles: KnownRole[];
  readonly groups: KnownGroup[];
}

/**
 * † Assumption: a token may ask for what Zammad's own pages are told at sign-in, and finds the fields as its owner sees
 * them, the settings, and all roles and groups (6.1, lib/session_helper.rb and its collections). Where it does not, there
 * are none.
 */
export async function readSignshow(zammad: Zammad, asking: Asking): Promise<Signshow> {
  const told = await ask(zammad, SignshowShape, { path: 'signshow', ...asking }).catch((error: unknown) => {
    if (isProblem(error, 'forbidden', 'missing', 'server', 'invalid')) return null;
    throw error;
  });
  return {
    config: told?.config ?? {},
    fields: (told?.models.User ?? []).flatMap((one) => definitionOf(modelOf(one))),
    roles: told === null ? [] : rolesIn(told.assets),
    groups: told === null ? [] : groupsIn(told.assets),
  };
}

/** † Assumption: what stands in `data_option` of a definition stands in this list beside the name. */
function modelOf(model: Readonly<Record<string, unknown>>): Raw {
  const { name, display, tag, screen } = model;
  const edit = typeof screen === 'object' && screen !== null && 'edit' in screen ? screen.edit : null;
  return {
    name: String(name),
    title: typeof display === 'string' ? display : String(name),
    type: typeof tag === 'string' ? tag : 'input',
    option: model,
    required: isMandatory(edit),
  };
}
