import { parseAddress } from '@/utils/people/address';
import type { Address, EmailAddress, FieldValue, Named, Person } from '@/utils/people/types';
import { contactItems } from './contacts';
import { customValues } from './custom';
import { isoOf } from './dates';
import type { Asking, Deskpro } from './deskpro';
import { type Known, type Lists, namesFor } from './known';
import { type Loaded, membershipsOf, namedMemberships } from './memberships';
import type { DeskproPerson } from './shapes';
import { versionOf } from './version';

export { INCLUDE, type Loaded, membershipsOf } from './memberships';

export async function toPerson(desk: Deskpro, known: Known, loaded: Loaded, asking: Asking): Promise<Person> {
  const [lists, memberships] = await Promise.all([
    namesFor(known, asking.call),
    namedMemberships(desk, membershipsOf(loaded.person, loaded.linked), asking),
  ]);
  return { ...personOf(desk, lists, loaded), memberships };
}

export function personOf({ connection }: Deskpro, lists: Lists, { person, linked }: Loaded): Person {
  const language = lists.languages.find(({ id }) => id === person.language)?.tag ?? '';
  const createdAt = isoOf(person.date_created);
  const seenAt = lastOf([person.last_seen, person.date_last_login]);
  const roles = rolesOf(person, lists);
  return {
    ref: { connection, id: person.id },
    name: nameOf(person),
    emails: emailsOf(person),
    status: person.is_disabled || person.is_deleted ? 'disabled' : 'active',
    kind: person.is_agent ? 'agent' : 'person',
    memberships: membershipsOf(person, linked),
    labels: person.labels,
    groups: named(person.user_groups, lists.groups),
    ...(roles.length === 0 ? {} : { roles }),
    summary: person.summary,
    fields: [
      ...contactItems(person).map(({ value }) => value),
      ...namesOf(person),
      ...customValues(person.fields, lists.fields),
    ],
    ...(person.timezone === '' ? {} : { timezone: person.timezone }),
    ...(language === '' ? {} : { language }),
    ...(person.disable_autoresponses === null ? {} : { autoReplies: !person.disable_autoresponses }),
    ...(createdAt === null ? {} : { createdAt }),
    ...(seenAt === null ? {} : { seenAt }),
    version: versionOf({ person, linked }),
  };
}

type Naming = Pick<DeskproPerson, 'name' | 'display_name' | 'first_name' | 'last_name'>;

export const nameOf = ({ name, display_name: shown, first_name: first, last_name: last }: Naming): string =>
  name.trim() || shown.trim() || [first, last].filter((part) => part !== '').join(' ');

/** The primary one first; somebody may have none at all (seen with both null and empty). */
export function emailsOf({
  primary_email: first,
  emails,
}: {
  readonly primary_email: string;
  readonly emails: readonly string[];
}): readonly EmailAddress[] {
  const primary = parseAddress(first);
  const all = new Set([primary, ...emails.map(parseAddress)].filter((one): one is Address => one !== null));
  return [...all].map((address): EmailAddress => ({ address, primary: address === primary }));
}

/** The later of several moments; null: none was ever. */
export const lastOf = (given: readonly string[]): string | null =>
  given
    .flatMap((one) => isoOf(one) ?? [])
    .toSorted()
    .at(-1) ?? null;

const named = (ids: readonly string[], all: readonly Named[]): readonly Named[] =>
  ids.map((id) => all.find((one) => one.id === id) ?? { id, name: `#${id}` });

/** What nobody takes from them here: usergroups that come with others, an agent's permissions and teams. */
function rolesOf(person: DeskproPerson, { groups, teams, agentGroups }: Lists): readonly Named[] {
  const implied = (person.all_user_groups ?? []).filter((id) => !person.user_groups.includes(id));
  const prefixed = (kind: string, all: readonly Named[]): readonly Named[] =>
    all.map(({ id, name }) => ({ id: `${kind}${id}`, name }));
  return [
    ...named(implied, groups),
    ...prefixed('team-', named(person.teams, teams)),
    ...prefixed('agents-', named(person.agent_groups, agentGroups)),
  ];
}

/** How these stand beside the name. */
export const TITLE = 'Title';
export const SHOWN_AS = 'Display name';
/** Somebody who was deleted is still found by their address. */
export const DELETED = 'Deleted';

function namesOf({ title_prefix: title, override_display_name: shown, name, ...person }: DeskproPerson) {
  const values: FieldValue[] = [];
  if (title !== '') values.push({ type: 'text', label: TITLE, value: title });
  if (shown !== '' && shown !== name) values.push({ type: 'text', label: SHOWN_AS, value: shown });
  if (person.is_deleted) values.push({ type: 'text', label: DELETED, value: '✓' });
  return values;
}

export const namedOf = (person: Naming & Pick<DeskproPerson, 'id' | 'primary_email'>): Named => ({
  id: person.id,
  name: nameOf(person) || person.primary_email || `#${person.id}`,
});
