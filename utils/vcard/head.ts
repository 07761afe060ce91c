// A property's line up to its colon: group, name, parameters. Bare ones of vCard 2.1 ("TEL;WORK;FAX") get their names.

import type { Param } from './types';

export interface Head {
  readonly group: string;
  readonly name: string;
  readonly params: readonly Param[];
  readonly value: string;
}

const NAME = /^\s*(?:([A-Za-z0-9_-]+)\.)?([A-Za-z][\w-]*)\s*(?=[;:])/;

/** Whether a line can be the beginning of a property. */
export const startsProperty = (text: string): boolean =>
  NAME.test(text) && text.includes(':') && !/^[a-z]+:\/\//i.test(text);

const ENCODINGS = /^(?:QUOTED-PRINTABLE|BASE64|B|Q|7BIT|8BIT)$/i;
const CHARSETS = /^(?:UTF-?8|US-ASCII|ISO-\d{4}-\w+|WINDOWS-\d+|SHIFT_JIS|GBK?\d*|BIG5|EUC-\w+|KOI8-\w+)$/i;
const VALUES = /^(?:URL|URI|INLINE|CONTENT-ID|CID)$/i;

/** What a parameter without a name is one of. */
export function bare(text: string): string {
  if (ENCODINGS.test(text)) return 'ENCODING';
  if (CHARSETS.test(text)) return 'CHARSET';
  if (VALUES.test(text)) return 'VALUE';
  return /^[a-z]{2}-[A-Z]{2}$/.test(text) ? 'LANGUAGE' : 'TYPE';
}

/** RFC 6868. */
const CARETS: Readonly<Record<string, string>> = { '^n': '\n', '^N': '\n', "^'": '"', '^^': '^' };
const uncaret = (text: string): string => text.replace(/\^[nN'^]/g, (found) => CARETS[found] ?? found);

/** Where the parameter that begins at `from` ends: at the next `;` or `:` outside of quotes. */
function endOf(line: string, from: number): number {
  let quoted = false;
  for (let at = from; at < line.length; at += 1) {
    const letter = line[at];
    if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === '\\' && /[;:,]/.test(line[at + 1] ?? '')) at += 1;
    else if (!quoted && letter === ':' && /=https?$/i.test(line.slice(from, at)) && line.startsWith('//', at + 1))
      at += 2;
    else if (!quoted && (letter === ';' || letter === ':')) return at;
  }
  // A quote that is never closed is a letter like others.
  return quoted ? line.slice(from).search(/[;:]/) + from : -1;
}

/** The values of a parameter: at commas outside of quotes, TYPE also within. */
function valuesOf(name: string, text: string): readonly string[] {
  // Nearly all: one bare word.
  if (/^[\w+/.-]+$/.test(text)) return [text];
  const parts = text.match(/(?:"[^"]*"|[^,"])+/g) ?? [];
  const plain = parts.map((part) =>
    uncaret(
      part
        .trim()
        .replaceAll('"', '')
        .replace(/\\([;:,])/g, '$1'),
    ),
  );
  const all = name === 'TYPE' ? plain.flatMap((part) => part.split(',')) : plain;
  return all.map((part) => (name === 'TYPE' ? part.trim() : part)).filter((part) => part !== '');
}

function paramOf(text: string): Param | null {
  const token = text.trim();
  const at = token.indexOf('=');
  if (at < 0) return token === '' ? null : [bare(token), [token]];
  const name = token.slice(0, at).trim().toUpperCase();
  const values = valuesOf(name, token.slice(at + 1));
  return name === '' || values.length === 0 ? null : [name, values];
}

/** Null: the line is no property. */
export function headOf(line: string): Head | null {
  const found = NAME.exec(line);
  if (found === null) return null;
  let at = found[0].length;
  const params: Param[] = [];
  while (line[at] === ';') {
    const end = endOf(line, at + 1);
    if (end <= at) return null;
    const param = paramOf(line.slice(at + 1, end));
    if (param !== null) params.push(param);
    at = end;
  }
  if (line[at] !== ':') return null;
  return { group: found[1] ?? '', name: (found[2] ?? '').toUpperCase(), params, value: line.slice(at + 1) };
}

const NONE: readonly string[] = [];

/** All values of a parameter. */
export function valuesIn(params: readonly Param[], name: string): readonly string[] {
  const found = params.filter(([key]) => key === name);
  const [first] = found;
  if (first === undefined) return NONE;
  return found.length === 1 ? first[1] : found.flatMap(([, values]) => values);
}
