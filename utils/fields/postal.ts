import type { FieldValue } from '@/utils/people/types';
import { checked } from './check';
import type { FieldKind } from './types';

/** Line by line, without empty ones. */
const parse = (typed: string): string | null => (oneLine(typed) === '' ? null : lines(typed).join('\n'));

/** Half a letter, which a cut text can end with, would throw. */
const query = (place: string): string => encodeURIComponent(place.toWellFormed());

/** As it was typed; lines are joined on the card. `parts` has street, city, zip, state and country where they are known. */
export const postal: FieldKind = {
  id: 'postal',
  label: 'field_postal',
  direction: 'auto',
  parse,
  check: checked(parse, null),
  format: (field) => oneLine(whole(field)),
  // A map is asked only on a click, and only for the place.
  link: (field) => {
    const place = oneLine(whole(field));
    return place === '' ? null : `https://www.openstreetmap.org/search?query=${query(place)}`;
  },
};

/** What is left of the known parts once the text was edited: those that still stand in it. */
export function partsIn(text: string, parts: FieldValue['parts']): FieldValue['parts'] {
  const kept = Object.entries(parts ?? {}).filter(([, part]) => part !== '' && text.includes(part));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

const ORDER = ['street', 'zip', 'city', 'state', 'country'];

/** The text; of a record that has nothing but parts, those one a line. */
export function whole({ value, parts }: FieldValue): string {
  if (value.trim() !== '') return value;
  return ORDER.map((name) => parts?.[name] ?? '').join('\n');
}

const lines = (value: string): readonly string[] =>
  value
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const oneLine = (value: string): string => lines(value).join(', ');
