import { parseAddress } from '@/utils/people/address';
import type { EmailAddress, Named, Person } from '@/utils/people/types';
import { contactsOf } from './contacts';
import { customValues } from './custom';
import type { Known } from './known';
import { markOfAbsence, marksOf } from './marks';
import { membershipsOf, organisationsOf } from './memberships';
import { hasOwnLogin } from './merged';
import { textOf } from './note-text';
import type { KnownRole } from './roles';
import type { User } from './shapes';
import { ticketsOfOrganisation } from './tickets';
import { unknownValues } from './unknown-fields';
import { type Asking, orWithout, type Zammad } from './zammad';

/** A user as a person, with the names of groups and the tickets of their organisations. */
export async function toPerson(zammad: Zammad, known: Known, user: User, asking: Asking): Promise<Person> {
  zammad.images.set(user.id, user.image);
  const counted = organisationsOf(user).map((id) => orWithout(ticketsOfOrganisation(zammad, known, id, asking), null));
  // Side by side: what names groups and locks is asked of Zammad too, as long as it is not known.
  const [person, absence, counts] = await Promise.all([
    rowOf(zammad, known, user, asking.call),
    markOfAbsence(zammad, user, asking),
    Promise.all(counted),
  ]);
  const memberships = person.memberships.map((one, at) => ({ ...one, ...countedAs(counts[at]) }));
  const marks = person.marks?.map((mark) => (mark.kind === 'away' && absence !== null ? absence : mark));
  return { ...person, memberships, ...(marks === undefined ? {} : { marks }) };
}

const countedAs = (tickets: number | null | undefined) => (typeof tickets === 'number' ? { tickets } : {});

/** What a row of a list tells. */
export async function rowOf(zammad: Zammad, known: Known, user: User, call: string): Promise<Person> {
  const [{ fields }, roles, locked, memberships] = await Promise.all([
    orWithout(known.fields.get(call), { fields: [] }),
    orWithout(known.roles.get(call), []),
    isLocked(known, user, call),
    membershipsOf(known, user, call),
  ]);
  const mine = rolesOf(user, roles);
  const worksIn = groupsOf(user, mine);
  const groups = worksIn.size === 0 ? [] : await orWithout(known.groups.get(call), []);
  const marks = marksOf(user);
  const { locale, timezone } = user.preferences;
  return {
    ref: { connection: zammad.connection, id: user.id },
    name: nameOf(user),
    emails: emailsOf(user),
    ...(hasOwnLogin(user) ? { mostAddresses: 1 } : {}),
    status: user.active ? (locked ? 'locked' : 'active') : 'disabled',
    kind: isStaff(mine) ? 'agent' : 'person',
    memberships,
    labels: [],
    groups: groups.filter(({ id }) => worksIn.has(id)),
    ...(mine.length === 0 ? {} : { roles: mine.map(({ id, name }) => ({ id, name })) }),
    ...(marks.length === 0 ? {} : { marks }),
    summary: textOf(user.note),
    fields: [...contactsOf(user), ...(fields.length === 0 ? unknownValues(user) : customValues(user, fields))],
    ...(timezone === '' ? {} : { timezone }),
    ...(locale === '' ? {} : { language: languageOf(locale) }),
    ...(user.created_at === '' ? {} : { createdAt: user.created_at }),
    ...(user.last_login === null ? {} : { seenAt: user.last_login }),
    version: user.updated_at,
  };
}

export const nameOf = ({ firstname, lastname }: Pick<User, 'firstname' | 'lastname'>): string =>
  [firstname, lastname]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');

/** The one address, then the login where it is another: a mail from either is taken for theirs. */
export function emailsOf({ email, login }: Pick<User, 'email' | 'login'>): readonly EmailAddress[] {
  const primary = isStandIn(email) ? null : parseAddress(email);
  const second = parseAddress(login);
  return [
    ...(primary === null ? [] : [{ address: primary, primary: true }]),
    ...(second === null || second === primary ? [] : [{ address: second, primary: false }]),
  ];
}

/**
 * † Assumption: where an administrator made the address mandatory, one of the domain that is reserved for nobody may take
 * its place.
 */
export const standInFor = (id: string): string => `merged-${id}@merged.invalid`;
export const isStandIn = (email: string): boolean => /^merged-\d+@merged\.invalid$/u.test(email);

/** The roles of somebody, in the order of all roles. */
export const rolesOf = ({ role_ids: ids }: Pick<User, 'role_ids'>, roles: readonly KnownRole[]): readonly KnownRole[] =>
  roles.filter(({ id }) => ids.includes(id));

/** Whoever works there, whatever else they are. */
export const isStaff = (mine: readonly KnownRole[]): boolean => mine.some(({ agent }) => agent);

/** Ids of the groups whose tickets somebody works on: given to them, or to one of their roles. */
export const groupsOf = (
  { group_ids: own }: Pick<User, 'group_ids'>,
  mine: readonly KnownRole[],
): ReadonlySet<string> => new Set([...Object.keys(own), ...mine.flatMap(({ groups }) => groups)]);

/** Sign-ins that may fail, as Zammad comes: an administrator can set another number. */
const MOST_FAILED = 5;

/**
 * Whether too many sign-ins failed. The number that may is asked for only where one has failed at all; where it is not
 * told it is the one that Zammad comes with (6.5, lib/auth/user.rb:15).
 */
export async function isLocked(
  known: Known,
  { login_failed: failed }: Pick<User, 'login_failed'>,
  call: string,
): Promise<boolean> {
  if (failed === 0) return false;
  const told = await known.told.get(call).catch(() => null);
  return failed > (told?.failed ?? MOST_FAILED);
}

/** Zammad writes en-us. */
const languageOf = (locale: string): string => {
  const [language = '', ...rest] = locale.split('-');
  return [language, ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join('-');
};

export const namedOf = (user: User): Named => ({ id: user.id, name: nameOf(user) || user.email || user.login });
