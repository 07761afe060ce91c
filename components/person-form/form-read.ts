// What is wrong with a filled form, and what it says once it is right.

import { textProblem } from '@/components/edit/text-rules';
import { chosenBy } from '@/components/profile/choosing';
import { contactName } from '@/components/profile/contact-words';
import { fieldProblem } from '@/components/profile/field-problem';
import { languageList } from '@/components/profile/languages';
import type { PlaceText } from '@/components/profile/organisation-text';
import { zoneClock, zoneList } from '@/components/profile/zones';
import { languageText, readerLocale } from '@/components/ui/time';
import { LONGEST } from '@/utils/actions/limits';
import { fieldOf } from '@/utils/fields';
import { partsIn } from '@/utils/fields/postal';
import { t } from '@/utils/i18n';
import type { SourceAnswer } from '@/utils/messages/view';
import { parseAddress } from '@/utils/people/address';
import type { CustomField, FieldValue } from '@/utils/people/types';
import { type FormDraft, typedValue } from './form-draft';

/** Sentences by the key of their field: 'name', 'address 0', 'contact 2', 'custom 7'. */
export type FormProblems = Readonly<Record<string, string>>;

const tooLong = (text: string, longest: number): string | null => (text.length > longest ? t('too_long') : null);

const TAG = /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/;

/** The zone that is meant, empty for none; null: none is called so. The long list is only made for what is typed. */
function zoneOf(typed: string, now: number): string | null {
  const text = typed.trim();
  return text === '' || zoneClock(text, now) !== null ? text : (chosenBy(zoneList(now), text)?.id ?? null);
}

/** A tag that the browser has a name for. */
export const isLanguage = (text: string): boolean => TAG.test(text) && languageText(text) !== text;

/** The same for a language. */
function languageOf(typed: string): string | null {
  const text = typed.trim();
  return text === '' || isLanguage(text) ? text : (chosenBy(languageList(), text)?.id ?? null);
}

function addressProblems({ addresses, primary }: FormDraft): readonly (readonly [string, string | null])[] {
  const parsed = addresses.map(({ text }) => parseAddress(text));
  return addresses.map(({ text }, index) => {
    const address = parsed[index] ?? null;
    // An empty row beside the others is none.
    const none = text.trim() === '' && index !== primary;
    const twice = address !== null && parsed.indexOf(address) < index;
    return [
      `address ${index}`,
      none ? null : address === null ? t('address_invalid') : twice ? t('address_twice') : null,
    ];
  });
}

function contactProblem(field: FieldValue): string | null {
  const label = field.label ?? '';
  if (field.value.trim() === '' && label.trim() !== '') return t('field_missing', [contactName(field.type)]);
  return tooLong(label, LONGEST.line) ?? fieldProblem(field.type, field.value);
}

/** What a server takes, and whether somebody is new there. */
export interface FormRules {
  readonly limits?: SourceAnswer['limits'];
  readonly isNew?: boolean;
}

/** A field that must have a value; of somebody who is there, one that had none stays as it is. */
function customProblem(field: CustomField, { custom, kept }: FormDraft, isNew: boolean): string | null {
  const { id, title, type, required = false, longest } = field;
  const typed = custom[id] ?? '';
  const needed = required && (isNew || (kept[id] ?? '') !== '');
  return textProblem(title, typed, { longest, required: needed }) ?? fieldProblem(type, typed);
}

export function problemsOf(
  draft: FormDraft,
  definitions: readonly CustomField[],
  now: number,
  { limits = {}, isNew = false }: FormRules = {},
): FormProblems {
  const { name, place, contacts, timezone, language, summary } = draft;
  const found: readonly (readonly [string, string | null])[] = [
    ['name', textProblem(t('field_name'), name, { longest: limits.name }) ?? tooLong(name, LONGEST.line)],
    ...addressProblems(draft),
    [
      'organisation',
      place.name.trim() === '' && place.position.trim() !== ''
        ? t('organisation_needed')
        : tooLong(place.name, LONGEST.line),
    ],
    ['position', tooLong(place.position, LONGEST.line)],
    ...contacts.map((field, index) => [`contact ${index}`, contactProblem(field)] as const),
    ['timezone', zoneOf(timezone, now) === null ? t('timezone_unknown') : null],
    ['language', languageOf(language) === null ? t('language_unknown') : null],
    [
      'summary',
      textProblem(t('section_summary'), summary, { longest: limits.summary }) ?? tooLong(summary, LONGEST.text),
    ],
    ...definitions.map((field) => [`custom ${field.id}`, customProblem(field, draft, isNew)] as const),
  ];
  return Object.fromEntries(found.flatMap(([key, problem]) => (problem === null ? [] : [[key, problem]])));
}

function contactOf({ type, value, label = '', parts }: FieldValue): FieldValue {
  const kept = fieldOf(type).parse(value, readerLocale()) ?? value.trim();
  const known = type === 'postal' ? partsIn(kept, parts) : parts;
  const told = Object.entries(known ?? {}).filter(([, part]) => part.trim() !== '');
  return {
    type,
    value: kept,
    ...(label.trim() === '' ? {} : { label: label.trim() }),
    ...(told.length === 0 ? {} : { parts: Object.fromEntries(told) }),
  };
}

/** The name that was there before is still the same organisation. */
function placeOf(place: PlaceText, as: PlaceText = place): PlaceText {
  const name = place.name.trim();
  return { ...place, name, position: place.position.trim(), id: name === as.name ? as.id : place.id };
}

/** A right form as it is kept: values read by their types, without empty rows. `as`: what was there stays as it is. */
export function readForm(
  draft: FormDraft,
  definitions: readonly CustomField[],
  now: number,
  as?: FormDraft,
): FormDraft {
  const rows = draft.addresses.map(({ text, label }) => {
    const address = parseAddress(text) ?? '';
    return label === undefined ? { text: address } : { text: address, label };
  });
  const addresses = rows.filter(({ text }) => text !== '');
  const primary = rows[draft.primary];
  const keep = (id: string, typed: string): string => {
    const type = definitions.find((field) => field.id === id)?.type;
    const before = draft.kept[id] ?? '';
    if (type === undefined || typed === typedValue(type, before)) return before;
    return typed.trim() === '' ? '' : (fieldOf(type).parse(typed, readerLocale()) ?? typed);
  };
  return {
    ...draft,
    name: draft.name.trim(),
    addresses,
    primary: Math.max(0, primary === undefined ? 0 : addresses.indexOf(primary)),
    place: placeOf(draft.place, as?.place),
    contacts: draft.contacts.flatMap((field) => {
      if (as?.contacts.some((one) => JSON.stringify(one) === JSON.stringify(field))) return [field];
      const { value } = contactOf(field);
      return value === '' && field.parts === undefined ? [] : [contactOf(field)];
    }),
    timezone: draft.timezone === as?.timezone ? draft.timezone : (zoneOf(draft.timezone, now) ?? ''),
    language: draft.language === as?.language ? draft.language : (languageOf(draft.language) ?? ''),
    custom: Object.fromEntries(Object.entries(draft.custom).map(([id, typed]) => [id, keep(id, typed)])),
  };
}
