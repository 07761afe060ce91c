import { parseAddress } from '@/utils/people/address';
import type { Address, EmailAddress, Person } from '@/utils/people/types';
import { contactsOf } from './contacts';
import { customValues, isOthers } from './custom';
import type { Known } from './known';
import { type Rt, timeOf } from './rt';
import type { CustomValue, User } from './shapes';

/** A user as RT keeps it, with the version it has; `whole`: with all that the login may see of anybody. */
export interface Loaded {
  readonly user: User;
  /** As If-Match takes it; null where it guards nothing. */
  readonly etag: string | null;
}

/** A loaded user as a person, with the names of groups and custom fields. */
export async function toPerson(rt: Rt, known: Known, { user, etag }: Loaded, call: string): Promise<Person> {
  const [fields, groups] = await Promise.all([
    known.fields(call),
    user.Memberships.length === 0 ? [] : known.groups(call),
  ]);
  const mine = user.Memberships.map(({ id }) => id);
  return {
    ...personOf(rt, user, fields),
    groups: groups.filter(({ id }) => mine.includes(id)),
    ...(etag === null ? {} : { version: etag }),
  };
}

/** What a row of a list tells: no groups, and whoever is disabled is not in it. */
export function personOf(rt: Rt, user: User, fields: readonly CustomValue[]): Person {
  const created = timeOf(user.Created);
  return {
    ref: { connection: rt.connection, id: user.id },
    name: nameOf(user),
    emails: emailsOf(rt, user),
    status: user.Disabled === true ? 'disabled' : 'active',
    kind: user.Privileged === true ? 'agent' : 'person',
    memberships: user.Organization === '' ? [] : [{ organisation: user.Organization, name: user.Organization }],
    labels: [],
    groups: [],
    summary: user.Comments,
    fields: [...contactsOf(user), ...customValues(rt, user, fields)],
    ...(user.Timezone === '' ? {} : { timezone: user.Timezone }),
    ...(user.Lang === '' ? {} : { language: languageOf(user) }),
    ...(created === null ? {} : { createdAt: created }),
  };
}

/** Whoever RT made of a mail has the address as name: then nobody told theirs. */
export const nameOf = ({ RealName, Name }: Pick<User, 'RealName' | 'Name'>): string =>
  RealName || (parseAddress(Name) === null ? Name : '');

/** RT writes zh_TW. */
export const languageOf = ({ Lang }: Pick<User, 'Lang'>): string => Lang.replaceAll('_', '-');

/** The one address that RT knows, then those of the custom field. */
export function emailsOf(rt: Rt, user: User): readonly EmailAddress[] {
  const primary = parseAddress(user.EmailAddress);
  const others = othersOf(rt, user).filter((address) => address !== primary);
  return [
    ...(primary === null ? [] : [{ address: primary, primary: true }]),
    ...[...new Set(others)].map((address) => ({ address, primary: false })),
  ];
}

function othersOf(rt: Rt, { CustomFields }: User): readonly Address[] {
  const field = CustomFields.find(({ name }) => isOthers(rt, name));
  return (field?.values ?? []).flatMap((value) => parseAddress(value ?? '') ?? []);
}
