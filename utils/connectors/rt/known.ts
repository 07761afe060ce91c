import * as v from 'valibot';
import type { Memory } from '@/utils/connectors/types';
import type { Named } from '@/utils/people/types';
import { type Kept, keeping } from './kept';
import { ask, type Rt, timeOf, where } from './rt';
import { ChoicesShape, CustomShape, type CustomValue, NamedShape, pageOf, UserShape } from './shapes';

/** What changes seldom, and is remembered. */
export interface Known {
  /** Custom fields of people, in their order, without values. */
  fields(call: string): Promise<readonly CustomValue[]>;
  /** The choices of one custom field. */
  choices(call: string, field: string): Promise<readonly string[]>;
  /** The groups that people made. */
  groups(call: string): Promise<readonly Named[]>;
  /** Names of the users in a group, as RT's lists name them; for a moment only, and in no memory. */
  members(call: string, group: string): Promise<ReadonlySet<string>>;
  /** RT's own group of all who may be given rights; null where it cannot be seen. */
  privileged(call: string): Promise<string | null>;
  /** What anybody's record shows whoever asks. */
  readonly people: Kept<People>;
}

/** Custom fields, and what the login may see of somebody else. */
const PeopleShape = v.object({
  fields: v.array(CustomShape),
  /** All of them, and change it: the right AdminUsers. */
  admin: v.boolean(),
  history: v.boolean(),
  memberships: v.boolean(),
});
type People = v.InferOutput<typeof PeopleShape>;

const NamesShape = v.array(v.object({ id: v.string(), name: v.string() }));

const MOST = 100;
/** Ms for which the members of a group are as good as new, while somebody types. */
const MEMBERS_FOR = 60_000;

export function knownOf(rt: Rt, memory: Memory): Known {
  const people = keeping(memory, 'people', PeopleShape, (call, _, signal) => readPeople(rt, call, signal));
  const choices = keeping(memory, 'choices ', v.array(v.string()), (call, field) => readChoices(rt, call, field));
  const groups = keeping(memory, 'groups', NamesShape, (call) => readGroups(rt, call, 'UserDefined'));
  const own = keeping(memory, 'own groups', NamesShape, (call) => readGroups(rt, call, 'SystemInternal'));
  const members = new Map<string, { readonly at: number; readonly names: Promise<ReadonlySet<string>> }>();
  return {
    people,
    fields: async (call) => (await people.get(call)).fields,
    choices: (call, field) => choices.get(call, field),
    groups: (call) => groups.get(call),
    privileged: async (call) => (await own.get(call)).find(({ name }) => name === 'Privileged')?.id ?? null,
    members(call, group) {
      const kept = members.get(group);
      if (kept !== undefined && Date.now() - kept.at < MEMBERS_FOR) return kept.names;
      const names = readMembers(rt, call, group);
      members.set(group, { at: Date.now(), names });
      names.catch(() => members.delete(group));
      return names;
    },
  };
}

/**
 * From the record of user 1, RT's own, who is in every RT and nobody's login: the list of all custom fields is empty for
 * whoever has rights upon each by itself, and what RT does not tell of somebody else is a right that is missing: the
 * dates are the beginning of time without AdminUsers (RT 5.0.3).
 */
async function readPeople(rt: Rt, call: string, signal?: AbortSignal): Promise<People> {
  const search = {
    per_page: 1,
    orderby: 'id',
    order: 'ASC',
    fields: 'id,Created,CustomFields,_hyperlinks',
    'fields[CustomFields]': 'Type,MaxValues,Description,SortOrder',
  };
  const { items } = await ask(rt, pageOf(UserShape), { path: 'users', search, call, signal });
  const [user] = items;
  const links = (user?._hyperlinks ?? []).map(({ ref }) => ref);
  return {
    fields: (user?.CustomFields ?? [])
      .map((field) => ({ ...field, values: [] }))
      .sort((a, b) => Number(a.SortOrder) - Number(b.SortOrder) || Number(a.id) - Number(b.id)),
    admin: timeOf(user?.Created ?? '') !== null,
    history: links.includes('history'),
    memberships: links.includes('memberships'),
  };
}

async function readChoices(rt: Rt, call: string, field: string): Promise<string[]> {
  return (await ask(rt, ChoicesShape, { path: `customfield/${field}`, call })).Values;
}

async function readGroups(rt: Rt, call: string, domain: 'UserDefined' | 'SystemInternal') {
  // Without the condition RT would list four groups for each ticket.
  const search = { ...where([{ field: 'Domain', value: domain }]), fields: 'Name', per_page: MOST };
  const { items } = await ask(rt, pageOf(NamedShape), { path: 'groups', search, call });
  return items.map(({ id, Name }) => ({ id, name: Name }));
}

/** The group itself names its members to whoever may see it; the list of them wants AdminGroupMembership (RT 5.0.3). */
async function readMembers(rt: Rt, call: string, group: string): Promise<ReadonlySet<string>> {
  const { Members } = await ask(rt, MembersShape, { path: `group/${group}`, call });
  return new Set(Members.filter(({ type }) => type === 'user').map(({ id }) => id));
}

const MembersShape = v.object({
  Members: v.array(v.object({ type: v.string(), id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) })),
});
