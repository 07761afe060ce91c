// Values of cleaned properties, read by ical.js: it knows the escapes, the lists and the components of RFC 6350.

import ICAL from 'ical.js';
import type { Property } from './types';

const design = ICAL.design.getDesignSet('vcard');

/** All of a property's values as ical.js gives them: texts, or lists of texts. */
function valuesOf(name: string, value: string): readonly unknown[] {
  const read: unknown = ICAL.parse.property(`${name.toLowerCase()};VALUE=text:${value}`, design);
  return Array.isArray(read) ? read.slice(3) : [];
}

const flat = (value: unknown): string =>
  Array.isArray(value)
    ? value
        .map((one) => flat(one).trim())
        .filter((one) => one !== '')
        .join(', ')
    : String(value);

/** One text, whatever commas are in it. */
export const textOf = ({ value }: Property): string =>
  value.includes('\\') ? valuesOf('note', value).map(flat).join('').trim() : value.trim();

/** The components between semicolons; several values in one are joined with ", ". */
export function partsOf({ name, value }: Property): readonly string[] {
  const [parts] = valuesOf(name, value);
  return (Array.isArray(parts) ? parts : [parts]).map((part) => flat(part).trim());
}

/** The values between commas. */
export const listOf = ({ name, value }: Property): readonly string[] =>
  valuesOf(name, value)
    .map((one) => flat(one).trim())
    .filter((one) => one !== '');
