import * as v from 'valibot';
import { type Kept, keeping } from '@/utils/connectors/kept';
import type { Memory } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';
import { KEPT, orElse, type Part, together } from './batch';
import { type Asking, type Deskpro, isProblem } from './deskpro';
import { many } from './envelope';
import { DefinitionShape, LanguageShape, NamedShape } from './shapes';

const KnownName = v.object({ id: v.string(), name: v.string() });
const KnownField = v.object({
  id: v.string(),
  title: v.string(),
  description: v.string(),
  widget: v.string(),
  choices: v.array(v.object({ id: v.string(), title: v.string() })),
});
export type Definition = v.InferOutput<typeof KnownField>;

const ListsShape = v.object({
  fields: v.array(KnownField),
  groups: v.array(KnownName),
  teams: v.array(KnownName),
  agentGroups: v.array(KnownName),
  languages: v.array(v.object({ id: v.string(), tag: v.string() })),
  /** Those that are told in a way that is new, and are empty here. Such lists are not remembered. */
  wrong: v.pipe(v.array(v.object({ list: v.string(), field: v.string() })), v.maxLength(0)),
});
export type Lists = v.InferOutput<typeof ListsShape>;
type Named = Exclude<keyof Lists, 'wrong'>;

/** What changes seldom, and is remembered: no people among it. */
export interface Known {
  readonly lists: Kept<Lists>;
}

export const knownOf = (desk: Deskpro, memory: Memory): Known => ({
  lists: keeping(memory, 'lists', ListsShape, (call, signal) => readLists(desk, { call, signal })),
});

const NOTHING: Lists = { fields: [], groups: [], teams: [], agentGroups: [], languages: [], wrong: [] };

/** One of the lists, for who cannot do without it. Fails with `server` where it is told in a way that is new. */
export async function listFor<Name extends Named>(
  { connection }: Deskpro,
  { lists }: Known,
  name: Name,
  call: string,
): Promise<Lists[Name]> {
  const all = await lists.get(call);
  const wrong = all.wrong.find(({ list }) => list === name);
  if (wrong === undefined) return all[name];
  const { field } = wrong;
  throw new ProblemError({ kind: 'server', connection, call, field, detail: `unexpected answer at ${field}` });
}

/** For a person who is shown: without names where Deskpro tells these in a way that is new. Their own section says so. */
export const namesFor = ({ lists }: Known, call: string): Promise<Lists> =>
  lists.get(call).catch((error: unknown) => {
    if (isProblem(error, 'server')) return NOTHING;
    throw error;
  });

/** More than 200 is not given at a time (hmrc/api-platform-deskpro, 2024-2026). */
export const MOST = 200;
const whole = (path: string): Part => ({ path, search: { count: MOST } });

/** What the key may not read is empty: then it is not shown. */
async function readLists(desk: Deskpro, asking: Asking): Promise<Lists> {
  const answers = await together(
    desk,
    {
      fields: whole('person_custom_fields'),
      groups: whole('user_groups'),
      teams: whole('agent_teams'),
      agentGroups: whole('agent_groups'),
      languages: whole('languages'),
    },
    asking,
  );
  const wrong: Lists['wrong'] = [];
  /** Each fails alone. */
  const rows = <Schema extends v.GenericSchema>(key: Named, schema: Schema): readonly v.InferOutput<Schema>[] => {
    try {
      return orElse(() => answers(key, many(schema)).data, [], KEPT);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.kind !== 'server') throw error;
      wrong.push({ list: key, field: error.problem.field ?? key });
      return [];
    }
  };
  const named = (key: 'groups' | 'teams' | 'agentGroups') =>
    rows(key, NamedShape).map(({ id, name, title }) => ({ id, name: name || title || `#${id}` }));
  return {
    fields: rows('fields', DefinitionShape)
      .filter(({ is_enabled: on }) => on !== false)
      .map(({ id, title, description, widget_type: widget, choices }) => ({ id, title, description, widget, choices })),
    groups: named('groups'),
    teams: named('teams'),
    agentGroups: named('agentGroups'),
    languages: rows('languages', LanguageShape).map((one) => ({
      id: one.id,
      tag: (one.locale || one.lang_code).replace('_', '-'),
    })),
    wrong,
  };
}
