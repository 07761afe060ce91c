// The picture of a card: in it, or a link.

import { valuesIn } from './head';
import { marksOf, without } from './marks';
import type { Photo, Property } from './types';
import { textOf } from './values';

/** The first letters of a picture's base64, which say what it is whatever the card says. */
const BEGINNINGS = [
  ['/9j/', 'image/jpeg'],
  ['iVBORw0KGgo', 'image/png'],
  ['R0lGOD', 'image/gif'],
  ['UklGR', 'image/webp'],
  ['Qk', 'image/bmp'],
] as const;

function typeOf(base64: string, said: readonly string[]): string {
  const found = BEGINNINGS.find(([start]) => base64.startsWith(start));
  if (found) return found[1];
  const [name] = said.map((one) => one.toLowerCase().replace(/^image\//, '')).filter((one) => /^[a-z+.-]+$/.test(one));
  return `image/${name === undefined || name === 'jpg' ? 'jpeg' : name}`;
}

/** Null: it is empty. */
export function photoOf(property: Property): Photo | null {
  const { params } = property;
  const said = [...valuesIn(params, 'MEDIATYPE'), ...valuesIn(params, 'TYPE')].filter((one) => !/^pref$/i.test(one));
  const text = property.binary ? property.value : textOf(property);
  if (text === '') return null;
  const marks = marksOf({ group: property.group, params: without(params, 'VALUE', 'MEDIATYPE', 'TYPE') });
  if (property.binary) return { ...marks, data: `data:${typeOf(text, said)};base64,${text}`, url: '' };
  const inline = /^data:([^;,]*)[^,]*;base64,(.+)$/is.exec(text);
  if (inline === null) return { ...marks, data: '', url: text };
  const base64 = (inline[2] ?? '').replace(/\s+/g, '');
  return { ...marks, data: `data:${typeOf(base64, [inline[1] ?? ''])};base64,${base64}`, url: '' };
}
