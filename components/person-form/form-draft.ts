// A person as a form holds one: everything as it is typed, checked and read only when it is saved.

import { NO_PLACE, type PlaceText, placeOfMembership } from '@/components/profile/organisation-text';
import { readerLocale } from '@/components/ui/time';
import { fieldOf } from '@/utils/fields';
import type { CreateDraft } from '@/utils/messages/view';
import type { CustomField, EmailAddress, FieldType, FieldValue, Person } from '@/utils/people/types';

export interface FormAddress {
  readonly text: string;
  readonly label?: string;
}

export interface FormDraft {
  readonly name: string;
  readonly addresses: readonly FormAddress[];
  /** Which of the addresses counts. */
  readonly primary: number;
  readonly place: PlaceText;
  readonly contacts: readonly FieldValue[];
  readonly labels: readonly string[];
  /** Ids. */
  readonly groups: readonly string[];
  readonly timezone: string;
  readonly language: string;
  readonly summary: string;
  /** Custom fields by the id of their definition, as they are typed. */
  readonly custom: Readonly<Record<string, string>>;
  /** The same as the record has them. */
  readonly kept: Readonly<Record<string, string>>;
  /** Where it is to be saved. */
  readonly connection: string;
}

/** A kept value as it stands in a field. */
export const typedValue = (type: FieldType, value: string): string =>
  fieldOf(type).typed?.(value, readerLocale()) ?? value;

const customOf = (fields: readonly FieldValue[], as: typeof typedValue): FormDraft['custom'] =>
  Object.fromEntries(
    fields.flatMap(({ custom, id, type, value }) =>
      custom === true && id !== undefined ? [[id, as(type, value)]] : [],
    ),
  );

const asIs = (_: FieldType, value: string): string => value;

const contactsOf = (fields: readonly FieldValue[]): readonly FieldValue[] =>
  fields.filter(({ custom }) => custom !== true);

const formAddress = ({ address, label }: EmailAddress): FormAddress =>
  label === undefined ? { text: address } : { text: address, label };

export function draftOfPerson(person: Person): FormDraft {
  const { name, emails, memberships, fields, labels, groups, timezone, language, summary, ref } = person;
  const [first] = memberships;
  return {
    name,
    addresses: emails.map(formAddress),
    primary: Math.max(
      0,
      emails.findIndex(({ primary }) => primary),
    ),
    place: first === undefined ? NO_PLACE : placeOfMembership(first),
    contacts: contactsOf(fields),
    labels,
    groups: groups.map(({ id }) => id),
    timezone: timezone ?? '',
    language: language ?? '',
    summary,
    custom: customOf(fields, typedValue),
    kept: customOf(fields, asIs),
    connection: ref.connection,
  };
}

/** `draft`: as it was kept, or what a message says. */
export function draftOfCreate({ name, address, organisation, connection, more }: CreateDraft): FormDraft {
  const fields = more?.fields ?? [];
  return {
    name,
    addresses: [address, ...(more?.addresses ?? [])].map((text) => ({ text })),
    primary: 0,
    place: { ...NO_PLACE, name: organisation, position: more?.position ?? '' },
    contacts: contactsOf(fields),
    labels: more?.labels ?? [],
    groups: more?.groups ?? [],
    timezone: more?.timezone ?? '',
    language: more?.language ?? '',
    summary: more?.summary ?? '',
    custom: customOf(fields, asIs),
    kept: {},
    connection,
  };
}

const isEmpty = ({ value, label = '' }: FieldValue): boolean => value === '' && label === '';

/** For keeping and for making: the primary address first, without `more` where nothing of it is filled in. */
export function createOfDraft(draft: FormDraft, definitions: readonly CustomField[] = []): CreateDraft {
  const { name, addresses, primary, place, contacts, labels, groups, timezone, language, summary, connection } = draft;
  const others = addresses.filter(({ text }, index) => index !== primary && text !== '').map(({ text }) => text);
  const custom = Object.entries(draft.custom)
    .filter(([, value]) => value !== '')
    .map(([id, value]): FieldValue => {
      const type = definitions.find((field) => field.id === id)?.type ?? 'text';
      return { type, value, custom: true, id };
    });
  const fields = [...contacts.filter((field) => !isEmpty(field)), ...custom];
  const short = {
    name,
    address: addresses[primary]?.text ?? '',
    organisation: place.name,
    connection,
  };
  const filled =
    others.length + fields.length + labels.length + groups.length > 0 ||
    [place.position, timezone, language, summary].some((text) => text !== '');
  if (!filled) return short;
  const more = { addresses: others, position: place.position, summary, timezone, language, labels, groups, fields };
  return { ...short, more };
}
