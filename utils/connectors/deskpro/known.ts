import * as v from 'valibot';
import { type Kept, keeping } from '@/utils/connectors/kept';
import type { Memory } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';
import { type Answers, KEPT, orElse, type Part, together } from './batch';
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
const LISTS = {
  fields: 'person_custom_fields',
  groups: 'user_groups',
  teams: 'agent_teams',
  agentGroups: 'agent_groups',
  languages: 'languages',
} as const satisfies Readonly<Record<Named, string>>;
const NAMES: readonly Named[] = ['fields', 'groups', 'teams', 'agentGroups', 'languages'];
/** More pages of one are none that tell anything new. */
const PAGES = 20;

/** What the key may not read is empty: then it is not shown. */
async function readLists(desk: Deskpro, asking: Asking): Promise<Lists> {
  const wrong: Lists['wrong'] = [];
  const pages = await pagesOf(desk, asking);
  /** Each fails alone. */
  const rows = <Schema extends v.GenericSchema>(key: Named, schema: Schema): readonly v.InferOutput<Schema>[] => {
    try {
      return pages.flatMap((answers) =>
        answers.has(key) ? orElse(() => answers.read(key, many(schema)).data, [], KEPT) : [],
      );
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.kind !== 'server') throw error;
      wrong.push({ list: key, field: error.problem.field ?? key });
      return [];
    }
  };
  const named = (key: 'groups' | 'teams' | 'agentGroups') =>
    unique(rows(key, NamedShape)).map(({ id, name, title }) => ({ id, name: name || title || `#${id}` }));
  return {
    fields: unique(rows('fields', DefinitionShape))
      .filter(({ is_enabled: on }) => on !== false)
      .map(({ id, title, description, widget_type: widget, choices }) => ({ id, title, description, widget, choices })),
    groups: named('groups'),
    teams: named('teams'),
    agentGroups: named('agentGroups'),
    languages: unique(rows('languages', LanguageShape)).map((one) => ({
      id: one.id,
      tag: (one.locale || one.lang_code).replace('_', '-'),
    })),
    wrong,
  };
}

/** Should a page come twice. */
const unique = <Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

interface Page {
  has(key: Named): boolean;
  readonly read: Answers<Named>;
}

/** All of them at once, and what is left of those that are longer than one page. */
async function pagesOf(desk: Deskpro, asking: Asking): Promise<readonly Page[]> {
  const pages: Page[] = [];
  const seen = new Map<Named, number>();
  for (let page = 1, left = NAMES; left.length > 0 && page <= PAGES; page += 1) {
    const search = { count: MOST, ...(page === 1 ? {} : { page }) };
    const parts = Object.fromEntries(left.map((key): [string, Part] => [key, { path: LISTS[key], search }]));
    const read = await together<string>(desk, parts, asking);
    const asked = left;
    pages.push({ has: (key) => asked.includes(key), read });
    left = left.filter((key) => {
      const told = orElse(() => read(key, many(v.unknown())), null);
      const count = (seen.get(key) ?? 0) + (told?.data.length ?? 0);
      seen.set(key, count);
      return told !== null && told.data.length > 0 && count < (told.meta.pagination?.total ?? 0);
    });
  }
  return pages;
}
