// The escapes of each version, and those of vCard 3.0 (RFC 2426 §4), which is what the rest of the code reads.

const isList = new Set(['CATEGORIES']);
const isStructured = new Set(['N', 'ADR', 'ORG']);
/** Names whose values the product reads; of others the value stays as it was written. */
const isRead = new Set([
  ...isList,
  ...isStructured,
  ...['FN', 'EMAIL', 'TEL', 'TITLE', 'NICKNAME', 'BDAY', 'URL', 'NOTE', 'TZ', 'LANG', 'UID', 'REV', 'GENDER'],
  ...['IMPP', 'X-ABLABEL', 'X-SOCIALPROFILE', 'SOCIALPROFILE', 'VERSION', 'PHOTO'],
]);

export const isModelled = (name: string): boolean => isRead.has(name);
export const hasParts = (name: string): boolean => isStructured.has(name);

const oneLine = (text: string): string => text.replace(/\r\n|\r|\n/g, '\\n');

/** Of one text, or of one component of several. `old`: a comma is a letter like others. */
function retext(text: string, structured: boolean, comma: '\\,' | ','): string {
  return oneLine(text).replace(/\\([\s\S]?)|,/g, (found, letter: string | undefined) => {
    if (found === ',') return comma;
    if (letter === 'n' || letter === 'N') return '\\n';
    if (letter === ',') return '\\,';
    if (letter === ';') return structured ? '\\;' : ';';
    if (letter === ':' || letter === '"' || letter === "'") return letter;
    return letter === '\\' ? '\\\\' : `\\\\${letter ?? ''}`;
  });
}

/** The value of a property of any version with the escapes of 3.0. `old`: it is of 2.1. */
export function asThree(name: string, value: string, old: boolean): string {
  if (!isModelled(name)) return oneLine(value);
  // In 2.1 a comma separates nothing, but programs write lists of categories with it.
  const comma = old && !isList.has(name) ? '\\,' : ',';
  return retext(value, isStructured.has(name), isStructured.has(name) || isList.has(name) ? comma : '\\,');
}

/** A text as one value of 3.0 and 4.0. */
export const escaped = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** At the semicolons that are not escaped. */
export function splitParts(value: string): readonly string[] {
  const parts = [''];
  for (const [piece] of value.matchAll(/\\[\s\S]?|;|[^;\\]+/g)) {
    if (piece === ';') parts.push('');
    else parts.push((parts.pop() ?? '') + piece);
  }
  return parts;
}

/** What is not escaped yet. */
export const escapeSemicolons = (text: string): string =>
  text.replace(/\\[\s\S]|;/g, (found) => (found === ';' ? '\\;' : found));
