import * as v from 'valibot';
import { GroupShape, RoleShape } from './shapes';
import { type Asking, ask, isProblem, type Zammad } from './zammad';

export const KnownRole = v.object({
  id: v.string(),
  name: v.string(),
  agent: v.boolean(),
  permissions: v.array(v.string()),
  groups: v.array(v.string()),
});
export type KnownRole = v.InferOutput<typeof KnownRole>;
export const KnownGroup = v.object({ id: v.string(), name: v.string() });
export type KnownGroup = v.InferOutput<typeof KnownGroup>;

const byId = <Schema extends v.GenericSchema>(schema: Schema) => v.nullish(v.record(v.string(), schema), {});
const id = v.pipe(v.union([v.number(), v.string()]), v.transform(String));
/** Records that Zammad's own pages are told of at sign-in: roles name their permissions by their ids there. */
export const AssetsShape = v.object({
  Role: byId(v.object({ ...RoleShape.entries, permission_ids: v.nullish(v.array(id), []) })),
  Permission: byId(v.object({ id, name: v.string() })),
  Group: byId(GroupShape),
});
type Assets = v.InferOutput<typeof AssetsShape>;

/**
 * Names of roles can be changed: who is an agent is told by the permissions. † Assumption: the list, expanded, names
 * them; where it does not, each role is asked. Before 6.5 the list is for administrators of roles alone
 * (policies/controllers/roles_controller_policy.rb of 2024 and 2025): for anybody else `told` knows.
 */
export async function readRoles(
  zammad: Zammad,
  told: () => Promise<KnownRole[]>,
  asking: Asking,
): Promise<KnownRole[]> {
  const search = { expand: true };
  return orTold(told, async () => {
    const all = await ask(zammad, v.array(RoleShape), { path: 'roles', search, ...asking });
    return Promise.all(
      all.map(async ({ id: role, name, permissions, group_ids: groups }) => {
        const one = { path: `roles/${role}`, search, ...asking };
        return roleOf(role, name, permissions ?? (await ask(zammad, RoleShape, one)).permissions ?? [], groups);
      }),
    );
  });
}

/** Those that are in use. Before 6.5 the list is for administrators of groups alone: for anybody else `told` knows. */
export const readGroups = (zammad: Zammad, told: () => Promise<KnownGroup[]>, asking: Asking): Promise<KnownGroup[]> =>
  orTold(told, async () => inUse(await ask(zammad, v.array(GroupShape), { path: 'groups', ...asking })));

/** Where the list is refused; if nothing was told either, that it is. */
const orTold = <Item>(told: () => Promise<Item[]>, read: () => Promise<Item[]>): Promise<Item[]> =>
  read().catch(async (error: unknown) => {
    if (!isProblem(error, 'forbidden')) throw error;
    const all = await told();
    if (all.length === 0) throw error;
    return all;
  });

export const rolesIn = ({ Role, Permission }: Assets): KnownRole[] =>
  Object.values(Role).map(({ id: role, name, permission_ids: ids, group_ids: groups }) => {
    const may = Object.values(Permission).filter((one) => ids.includes(one.id));
    return roleOf(
      role,
      name,
      may.map((one) => one.name),
      groups,
    );
  });

export const groupsIn = ({ Group }: Assets): KnownGroup[] => inUse(Object.values(Group));

const inUse = (all: readonly v.InferOutput<typeof GroupShape>[]): KnownGroup[] =>
  all.filter(({ active }) => active).map(({ id: group, name }) => ({ id: group, name }));

const roleOf = (role: string, name: string, may: readonly string[], groups: object): KnownRole => ({
  id: role,
  name,
  agent: isAgent(may),
  permissions: [...may],
  groups: Object.keys(groups),
});

/** A permission includes those below it. */
const isAgent = (may: readonly string[]): boolean =>
  may.some((one) => ['ticket', 'ticket.agent', 'admin'].includes(one) || one.startsWith('admin.'));

/** Whether these permissions include this one ("admin" has "admin.user"). */
export const includes = (may: readonly string[], right: string): boolean =>
  may.some((one) => one === right || right.startsWith(`${one}.`));
