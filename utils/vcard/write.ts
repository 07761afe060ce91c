// A card of ours as a vCard. 4.0 is what the product exports; 3.0 and 2.1 are for programs that know no better.

import { isModelled } from './escapes';
import { fold, foldQuoted } from './fold';
import { bare, valuesIn } from './head';
import { propertiesOf, type Version } from './properties';
import { quote } from './quoted';
import type { Card, Param, Property } from './types';

/** RFC 6868. */
const CARETS: Readonly<Record<string, string>> = { '\n': '^n', '"': "^'", '^': '^^' };

function paramText([name, values]: Param, version: Version): string {
  // The types of 2.1 stand bare.
  if (
    version === '2.1' &&
    name === 'TYPE' &&
    values.every((value) => /^[\w-]+$/.test(value) && bare(value) === 'TYPE')
  ) {
    return values.map((value) => `;${value}`).join('');
  }
  const safe = values.map((value) => {
    const text = value.replace(/[\n"^]/g, (found) => CARETS[found] ?? found);
    return /[,;:\\]/.test(text) ? `"${text}"` : text;
  });
  return `;${name}=${safe.join(',')}`;
}

const isPlain = (text: string): boolean => /^[\t -~]*$/.test(text);

/** In 2.1 a line break, a letter beyond ASCII and a long text are quoted, and a comma separates nothing. */
function oldLine(head: string, { name, value }: Property): string {
  const isText = isModelled(name) && name !== 'CATEGORIES';
  const text = isText
    ? value.replace(/\\([\s\S])/g, (found, letter: string) => (letter === 'n' ? '\r\n' : letter === ',' ? ',' : found))
    : value;
  const line = `${head}:${text}`;
  if (isPlain(line) && line.length <= 75) return line;
  return foldQuoted(`${head}${isPlain(text) ? '' : ';CHARSET=UTF-8'};ENCODING=QUOTED-PRINTABLE:`, quote(text));
}

/** What kind of data 4.0 is to say that this is. */
function mediaOf({ name, params }: Property): string {
  const type = valuesIn(params, 'TYPE').find((one) => /^(?:JPEG|PNG|GIF|WEBP|BMP)$/i.test(one));
  return type !== undefined && name !== 'KEY' ? `image/${type.toLowerCase()}` : 'application/octet-stream';
}

function binaryLine(head: string, property: Property, version: Version): string {
  const { value } = property;
  if (version === '4.0') return fold(`${head}:data:${mediaOf(property)};base64,${value}`);
  if (version === '3.0') return fold(`${head};ENCODING=b:${value}`);
  // The blank line ends it (vCard 2.1, §2.1.4).
  return `${head};ENCODING=BASE64:\r\n ${(value.match(/.{1,72}/g) ?? []).join('\r\n ')}\r\n`;
}

function lineOf(property: Property, version: Version): string {
  const { group, name, params } = property;
  const head = `${group === '' ? '' : `${group}.`}${name}${params.map((one) => paramText(one, version)).join('')}`;
  if (property.binary) return binaryLine(head, property, version);
  return version === '2.1' ? oldLine(head, property) : fold(`${head}:${property.value}`);
}

/** Ends with a line break; several cards are simply put together. */
export function writeCard(card: Card, version: Version = '4.0'): string {
  const lines = propertiesOf(card, version).map((property) => lineOf(property, version));
  return ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
}
