import type { SearchQuery } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';
import type { Known } from './known';
import { isId, type Rt } from './rt';
import type { User } from './shapes';

/** Whether a row of a list is left. `names`: nobody else can be, by the names of RT's lists. */
export interface Filter {
  (user: User): boolean;
  readonly names: ReadonlySet<string> | null;
  /** How many users that RT lists are left out, as far as it is known without reading them. */
  readonly without: number;
}

/** RT's own, who are in every list and write to nobody. */
const OWN = ['RT_System', 'Nobody'];

/**
 * RT searches neither by group nor by rank: who is in a group is read from the group, and who may be given rights from
 * its own group of those. Null: nobody fits, since there is no such group, or since RT has no labels. Fails with
 * `forbidden` where the login does not see the group of those who may be given rights.
 */
export async function filterOf(
  rt: Rt,
  known: Known,
  { role, group, label }: Pick<SearchQuery, 'role' | 'group' | 'label'>,
): Promise<Filter | null> {
  if (label !== null) return null;
  if (group !== null && !(isId(group) && (await known.groups('search')).some(({ id }) => id === group))) return null;
  const [members, agents] = await Promise.all([
    group === null ? null : known.members('search', group),
    role === 'anyone' ? null : agentsOf(rt, known),
  ]);
  const isAgent = (name: string): boolean => agents?.has(name) === true;
  const isLeft = (name: string): boolean =>
    !OWN.includes(name) &&
    (members === null || members.has(name)) &&
    (role === 'anyone' || isAgent(name) === (role === 'agents'));
  const names = members ?? (role === 'agents' ? agents : null);
  const without = OWN.length + (role === 'customers' ? (agents?.size ?? 0) : 0);
  return Object.assign((user: User) => isLeft(user.Name), {
    names: names === null ? null : new Set([...names].filter(isLeft)),
    without,
  });
}

async function agentsOf(rt: Rt, known: Known): Promise<ReadonlySet<string>> {
  const group = await known.privileged('search');
  if (group !== null) return known.members('search', group);
  const detail = 'the group of privileged users is not visible to this login';
  throw new ProblemError({ kind: 'forbidden', connection: rt.connection, call: 'search', detail });
}
