import type * as v from 'valibot';
import type { Membership } from '@/utils/people/types';
import { orElse, together } from './batch';
import type { Asking, Deskpro } from './deskpro';
import { linkedOf, one } from './envelope';
import { type DeskproPerson, MembershipShape, OrganisationShape } from './shapes';

/** Somebody, with what came along. */
export interface Loaded {
  readonly person: DeskproPerson;
  readonly linked: unknown;
}

/** What is asked to come along with people. */
export const INCLUDE = 'organization,organization_member';

/** By their ids, wherever they stand. */
export const membersOf = (
  { organization_members: mine }: DeskproPerson,
  linked: unknown,
): ReadonlyMap<string, v.InferOutput<typeof MembershipShape>> =>
  new Map([
    ...linkedOf(linked, 'organization_member', MembershipShape),
    ...(mine?.inline ?? []).map((one) => [one.id, one] as const),
  ]);

/** Horizon has several, each with a position of its own; legacy has one, of which the person tells it. */
export function membershipsOf(person: DeskproPerson, linked: unknown): readonly Membership[] {
  const organisations = linkedOf(linked, 'organization', OrganisationShape);
  const named = (id: string): Membership => {
    const about = organisations.get(id);
    const tickets = about?.tickets_count ?? null;
    return { organisation: id, name: about?.name || `#${id}`, ...(tickets === null ? {} : { tickets }) };
  };
  const placed = (id: string, position: string, manager: boolean): Membership => ({
    ...named(id),
    ...(position === '' ? {} : { position }),
    ...(manager ? { manager } : {}),
  });
  const members = membersOf(person, linked);
  const several = (person.organization_members?.ids ?? []).flatMap((id): Membership[] => {
    const member = members.get(id);
    return member === undefined || member.organization === ''
      ? []
      : [placed(member.organization, member.position, member.is_manager)];
  });
  const { organization: own } = person;
  if (own === '' || several.some(({ organisation }) => organisation === own)) return several;
  return [placed(own, person.organization_position, person.organization_manager), ...several];
}

/** With the names of those that did not come along. What the key may not read keeps its number. */
export async function namedMemberships(
  desk: Deskpro,
  memberships: readonly Membership[],
  asking: Asking,
): Promise<readonly Membership[]> {
  const unnamed = memberships.filter(({ organisation, name }) => name === `#${organisation}`);
  if (unnamed.length === 0) return memberships;
  const parts = unnamed.map(({ organisation }) => [organisation, { path: `organizations/${organisation}` }] as const);
  const answers = await together(desk, Object.fromEntries(parts), asking);
  return memberships.map((membership) => {
    if (!unnamed.includes(membership)) return membership;
    const about = orElse(() => answers(membership.organisation, one(OrganisationShape)).data, null);
    if (about === null) return membership;
    const { name, tickets_count: tickets } = about;
    return { ...membership, name: name || membership.name, ...(tickets === null ? {} : { tickets }) };
  });
}
