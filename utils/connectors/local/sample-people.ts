import { parseAddress } from '@/utils/people/address';
import { foldName } from '@/utils/people/fold';
import type { Address } from '@/utils/people/types';
import { addressKeys, nameKeys } from './keys';
import { bans, customFields, groups, organisations, teams } from './sample/organisations';
import { peopleAlone } from './sample/people-alone';
import { peopleOfDesk } from './sample/people-desk';
import { peopleOfEast } from './sample/people-east';
import { peopleOfNorth } from './sample/people-north';
import { peopleOfSmall } from './sample/people-small';
import type { SamplePerson } from './sample/types';
import { when } from './sample/when';
import type { BanRow, CustomFieldRow, NamedRow, OrganisationRow, PersonRow } from './schema';

const everybody: readonly SamplePerson[] = [
  ...peopleOfDesk,
  ...peopleOfNorth,
  ...peopleOfEast,
  ...peopleOfSmall,
  ...peopleAlone,
];

/** Row ids are places in the tables, from 1. */
export const personId = idOf(
  'person',
  everybody.map(({ key }) => key),
);
export const organisationId = idOf(
  'organisation',
  organisations.map(({ key }) => key),
);
const groupId = idOf('group', groups);
export const teamId = idOf('team', teams);
const fieldId = idOf(
  'field',
  customFields.map(({ key }) => key),
);

/** The sample person that other tables call `key`. */
export function samplePerson(key: string): SamplePerson {
  return everybody[personId(key) - 1] ?? missing('person', key);
}

export function samplePeople(now: Date) {
  return {
    people: everybody.map((person) => personRow(person, now)),
    organisations: organisations.map(
      ({ key, name, domain, summary, labels, fields }): OrganisationRow => ({
        id: organisationId(key),
        name,
        key: foldName(name),
        ...(summary === undefined ? {} : { summary }),
        ...(domain === undefined ? {} : { domains: [domain] }),
        ...(labels === undefined ? {} : { labels }),
        ...(fields === undefined ? {} : { fields }),
        createdAt: when('2019-01-07', now),
      }),
    ),
    groups: groups.map((name): NamedRow => ({ id: groupId(name), name })),
    teams: teams.map((name): NamedRow => ({ id: teamId(name), name })),
    customFields: customFields.map(
      ({ key, ...field }): CustomFieldRow => ({ id: fieldId(key), order: fieldId(key), ...field }),
    ),
    bans: bans.map(({ pattern, reason }): BanRow => ({ pattern, reason, at: when('44d', now) })),
  };
}

function personRow(person: SamplePerson, now: Date): PersonRow {
  const { key, name, emails, at, teams: in_, groups: of_, custom, from, created, seen, login, ...same } = person;
  const addresses = emails.map(sampleAddress);
  return {
    ...same,
    id: personId(key),
    name,
    keys: addressKeys(addresses),
    names: nameKeys(name),
    emails: addresses.map((address, index) => (index === 0 ? { address, primary: true } : { address })),
    ...(at === undefined
      ? {}
      : {
          memberships: at.map(({ org, ...rest }) => ({ organisation: organisationId(org), ...rest })),
          orgs: at.map(({ org }) => organisationId(org)),
        }),
    ...(in_ === undefined ? {} : { teams: in_.map(teamId) }),
    ...(of_ === undefined ? {} : { groups: of_.map(groupId).sort((a, b) => a - b) }),
    ...(custom === undefined
      ? {}
      : { custom: Object.fromEntries(Object.entries(custom).map(([field, value]) => [fieldId(field), value])) }),
    facts: {
      createdAt: when(created, now),
      creationSystem: from ?? 'sample',
      confirmed: login !== undefined,
      ...(login === undefined ? {} : { lastLoginAt: when(login, now) }),
      ...(seen === undefined ? {} : { lastSeenAt: when(seen, now) }),
    },
    revision: 1,
  };
}

export function sampleAddress(text: string): Address {
  return parseAddress(text) ?? missing('address', text);
}

function idOf(what: string, keys: readonly string[]): (key: string) => number {
  return (key) => keys.indexOf(key) + 1 || missing(what, key);
}

function missing(what: string, key: string): never {
  throw new Error(`The sample has no ${what} ${key}`);
}
