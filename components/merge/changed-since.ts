// What became of a record while somebody looked at it: told before it is loaded anew, so that nothing changes unseen.

import { cityOf, languageText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { FieldValue, Person } from '@/utils/people/types';
import { fieldWords } from './merge-words';

/** One value by its name; empty: there was none, there is none. */
export interface Changed {
  readonly word: string;
  readonly from: string;
  readonly to: string;
}

const lines = (texts: readonly string[]): string => texts.join(', ');

const labelled = (field: FieldValue): string =>
  field.label === undefined ? fieldWords(field) : `${field.label}: ${fieldWords(field)}`;

const valuesOf = (person: Person): readonly (readonly [string, string])[] => [
  [t('field_name'), person.name],
  [t('contact_addresses'), lines(person.emails.map(({ address }) => address))],
  [t('primary_address'), person.emails.find(({ primary }) => primary)?.address ?? ''],
  [
    t('merge_organisations'),
    lines(person.memberships.map(({ name, position = '' }) => (position === '' ? name : `${name} (${position})`))),
  ],
  [t('section_contact'), lines(person.fields.filter(({ custom }) => custom !== true).map(labelled))],
  [t('labels'), lines(person.labels)],
  [t('property_groups'), lines(person.groups.map(({ name }) => name))],
  [t('section_summary'), person.summary],
  [t('property_timezone'), person.timezone === undefined ? '' : cityOf(person.timezone)],
  [t('property_language'), person.language === undefined ? '' : languageText(person.language)],
  [t('what_auto_replies'), t(person.autoReplies === false ? 'no' : 'yes')],
  ...person.fields
    .filter(({ custom }) => custom === true)
    .map((field) => [field.label ?? t('what_field'), fieldWords(field)] as const),
];

/** All values that are not as they were, in the order of a profile. */
export function changedSince(before: Person, now: Person): readonly Changed[] {
  const was = new Map(valuesOf(before));
  const is = new Map(valuesOf(now));
  const words = [...new Set([...was.keys(), ...is.keys()])];
  return words
    .map((word) => ({ word, from: was.get(word) ?? '', to: is.get(word) ?? '' }))
    .filter(({ from, to }) => from !== to);
}
