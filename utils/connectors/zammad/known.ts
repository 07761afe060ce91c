import * as v from 'valibot';
import { type Kept, keeping } from '@/utils/connectors/kept';
import type { Memory } from '@/utils/connectors/types';
import { DefinitionShape, numberOf } from './definition';
import { readDefinitions, readSignshow } from './definitions';
import { KnownGroup, KnownRole, readGroups, readRoles } from './roles';
import { GenerationShape, OrganisationShape, StateShape } from './shapes';
import { ask, type Zammad } from './zammad';

const KnownState = v.object({ id: v.string(), name: v.string(), type: v.string() });
const Fields = v.object({ admin: v.boolean(), fields: v.array(DefinitionShape) });
/** 'conditions': 6.5 and later, which search by conditions; 'query': before that. */
const Generation = v.picklist(['conditions', 'query']);
/** `failed`: sign-ins that may fail before somebody is locked; `timed`: time is counted, in `unit`s; null: not told. */
const Told = v.object({
  failed: v.nullable(v.number()),
  timed: v.nullable(v.boolean()),
  unit: v.string(),
  fields: v.array(DefinitionShape),
  roles: v.array(KnownRole),
  groups: v.array(KnownGroup),
});

/** What changes seldom, and is remembered: no people among it. */
export interface Known {
  readonly generation: Kept<v.InferOutput<typeof Generation>>;
  readonly fields: Kept<v.InferOutput<typeof Fields>>;
  /** What Zammad tells its own pages: a big answer, needed where nothing else tells. */
  readonly told: Kept<v.InferOutput<typeof Told>>;
  readonly states: Kept<readonly v.InferOutput<typeof KnownState>[]>;
  readonly roles: Kept<readonly KnownRole[]>;
  readonly groups: Kept<readonly KnownGroup[]>;
  /** What an organisation is called. */
  organisation(id: string, call: string): Promise<string>;
}

/** Ms in which a big answer is not asked for again: what it tells is set up once. */
const DAY = 86_400_000;
const HOUR = 3_600_000;

export function knownOf(zammad: Zammad, memory: Memory): Known {
  const told = keeping(
    memory,
    'told',
    Told,
    async (call, signal) => {
      const { config, fields, roles, groups } = await readSignshow(zammad, { call, signal });
      const { time_accounting: timed, time_accounting_unit: unit } = config;
      return {
        failed: numberOf(config['password_max_login_failed']),
        timed: typeof timed === 'boolean' ? timed : null,
        unit: typeof unit === 'string' ? unit : '',
        fields,
        roles,
        groups,
      };
    },
    DAY,
  );
  // Not on disk: they would be many.
  const names = new Map<string, { readonly at: number; readonly name: Promise<string> }>();
  return {
    organisation(id, call) {
      const kept = names.get(id);
      if (kept !== undefined && Date.now() - kept.at < HOUR) return kept.name;
      const name = ask(zammad, OrganisationShape, { path: `organizations/${id}`, call }).then((one) => one.name);
      names.set(id, { at: Date.now(), name });
      name.catch(() => names.delete(id));
      return name;
    },
    told,
    generation: keeping(memory, 'generation', Generation, (call, signal) => {
      // Only an answer in full tells the generations apart: a version is for administrators.
      const search = { query: '*', full: true, per_page: 1 };
      return ask(zammad, GenerationShape, { path: 'users/search', search, call, signal });
    }),
    fields: keeping(memory, 'fields', Fields, async (call, signal) => {
      const all = await readDefinitions(zammad, { call, signal });
      return all === null ? { admin: false, fields: (await told.get(call)).fields } : { admin: true, fields: all };
    }),
    states: keeping(memory, 'states', v.array(KnownState), async (call, signal) => {
      const search = { expand: true };
      const all = await ask(zammad, v.array(StateShape), { path: 'ticket_states', search, call, signal });
      return all.map(({ id, name, state_type: type }) => ({ id, name, type: typeOf(name, type) }));
    }),
    roles: keeping(memory, 'roles', v.array(KnownRole), (call, signal) =>
      readRoles(zammad, async () => (await told.get(call)).roles, { call, signal }),
    ),
    groups: keeping(memory, 'groups', v.array(KnownGroup), (call, signal) =>
      readGroups(zammad, async () => (await told.get(call)).groups, { call, signal }),
    ),
  };
}

const RememberedTime = v.object({ value: v.object({ timed: v.literal(false) }) });

/** Whether Zammad has told that it counts no time. Asks nothing of it. */
export const isUntimed = async (memory: Memory): Promise<boolean> => v.is(RememberedTime, await memory.read('told'));

/** † Assumption: the list, expanded, names each state's type. Where it does not, Zammad's own names are types too. */
const typeOf = (name: string, type: unknown): string => (typeof type === 'string' ? type : name);
