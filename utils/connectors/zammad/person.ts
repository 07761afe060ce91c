import { parseAddress } from '@/utils/people/address';
import type { EmailAddress, FieldValue, Membership, Named, Person } from '@/utils/people/types';
import { contactsOf } from './contacts';
import { customValues } from './custom';
import type { Known } from './known';
import { textOf } from './note-text';
import type { User } from './shapes';
import { ticketsOfOrganisation } from './tickets';
import type { Asking, Zammad } from './zammad';

/** A user as a person, with the names of groups and the tickets of their organisations. */
export async function toPerson(zammad: Zammad, known: Known, user: User, asking: Asking): Promise<Person> {
  const person = await rowOf(zammad, known, user, asking.call);
  const memberships = await Promise.all(
    person.memberships.map(async (one) => {
      const tickets = await ticketsOfOrganisation(zammad, known, one.organisation, asking);
      return tickets === null ? one : { ...one, tickets };
    }),
  );
  return { ...person, memberships };
}

/** What a row of a list tells. */
export async function rowOf(zammad: Zammad, known: Known, user: User, call: string): Promise<Person> {
  const [{ fields }, roles, groups] = await Promise.all([
    known.fields.get(call),
    known.roles.get(call),
    Object.keys(user.group_ids).length === 0 ? [] : known.groups.get(call),
  ]);
  const isAgent = roles.some(({ id, agent }) => agent && user.role_ids.includes(id));
  const { locale, timezone } = user.preferences;
  return {
    ref: { connection: zammad.connection, id: user.id },
    name: nameOf(user),
    emails: emailsOf(user),
    status: statusOf(user),
    kind: isAgent ? 'agent' : 'person',
    memberships: membershipsOf(user),
    labels: [],
    groups: groups.filter(({ id }) => id in user.group_ids),
    summary: textOf(user.note),
    fields: [...contactsOf(user), ...marksOf(user), ...customValues(user, fields)],
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

/** Sign-ins that may fail: an administrator can set another number, which is not told to everybody. */
const MOST_FAILED = 5;

export function statusOf({ active, login_failed: failed }: User): Person['status'] {
  if (!active) return 'disabled';
  return isLocked({ login_failed: failed }) ? 'locked' : 'active';
}

/** † Assumption: the setting password_max_login_failed is as Zammad comes with it. */
export const isLocked = ({ login_failed: failed }: Pick<User, 'login_failed'>): boolean => failed > MOST_FAILED;

/** The primary one first. The names are told beside the ids, in their order. */
export function membershipsOf(user: User): readonly Membership[] {
  const primary = user.organization_id;
  const named = (id: string, name: string | undefined): Membership => ({ organisation: id, name: name || `#${id}` });
  return [
    ...(primary === '' ? [] : [named(primary, user.organization)]),
    ...user.organization_ids.map((id, at) => named(id, user.organizations[at])),
  ];
}

/** What else an agent should know. */
function marksOf(user: User): readonly FieldValue[] {
  const marks: FieldValue[] = [];
  const { mail_delivery_failed: bounced, mail_delivery_failed_reason: reason } = user.preferences;
  if (bounced === true) marks.push({ type: 'text', label: 'Mail bounced', value: reason || '✓' });
  if (user.out_of_office) {
    const days = [user.out_of_office_start_at, user.out_of_office_end_at].filter((day) => day !== '');
    marks.push({ type: 'text', label: 'Out of office', value: days.join(' – ') || '✓' });
  }
  // Such a record is written over by the next synchronisation.
  if (user.source !== '') marks.push({ type: 'text', label: 'Synchronised from', value: user.source });
  return marks;
}

/** Zammad writes en-us. */
const languageOf = (locale: string): string => {
  const [language = '', ...rest] = locale.split('-');
  return [language, ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join('-');
};

export const namedOf = (user: User): Named => ({ id: user.id, name: nameOf(user) || user.email || user.login });
