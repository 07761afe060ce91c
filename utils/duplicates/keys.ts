// Keys under which a row is filed. Two records of one person share some of them whatever slip stands between: each key
// takes another small part of a record, and names have no order.

import { FAMILY, GIVEN, SLOTS } from './slots';
import { countAt, numberAt, type Table } from './table';
import type { Texts } from './texts';

/** A row's keys, written over by the next row's. */
export interface Keys {
  readonly key: Uint32Array;
  count: number;
}
const MOST = 160;
export const newKeys = (): Keys => ({ key: new Uint32Array(MOST), count: 0 });

const mix = (a: number, b: number): number => {
  let hash = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) + Math.imul(b ^ 0x5bd1e995, 0x297a2d39);
  hash = Math.imul(hash ^ (hash >>> 12), 0x85ebca6b);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** A hash of the characters of a text from `from` to before `to`, both within it. */
function cut(texts: Texts, number: number, from: number, to: number): number {
  const start = texts.start[number] ?? 0;
  const end = Math.min(to, texts.length[number] ?? 0);
  let hash = 17;
  for (let at = Math.max(0, from); at < end; at += 1)
    hash = Math.imul(hash ^ (texts.codes[start + at] ?? 0), 0x01000193);
  return hash >>> 0;
}

const lengthOf = (texts: Texts, number: number): number => texts.length[number] ?? 0;
const ENDLESS = 1 << 20;
const whole = (texts: Texts, number: number): number => cut(texts, number, 0, ENDLESS);

/** The longest word of a text: what is left of "main street 12b" where street names differ. */
function mainWord(texts: Texts, number: number): number {
  const parts = texts.parts[number];
  if (!parts) return number;
  let [best] = parts;
  for (const part of parts) if (lengthOf(texts, part) > lengthOf(texts, best ?? 0)) best = part;
  return best ?? number;
}

const slotOf = (kind: (typeof SLOTS)[number]['kind']): number => SLOTS.findIndex((slot) => slot.kind === kind);
const [BIRTH, POSTCODE, CITY, STREET, HOUSE, ORGANISATION, PHONE, EMAIL, IDENTIFIER, TITLE, TEXT] = [
  slotOf('birthDate'),
  slotOf('postcode'),
  slotOf('city'),
  slotOf('street'),
  slotOf('houseNumber'),
  slotOf('organisation'),
  slotOf('phone'),
  slotOf('email'),
  slotOf('identifier'),
  slotOf('title'),
  slotOf('text'),
] as const;

const NAMES = [GIVEN, FAMILY];
const PLACES = [POSTCODE, CITY, STREET, HOUSE];
const CONTACTS = [PHONE, EMAIL, IDENTIFIER, ORGANISATION, TITLE, TEXT];

const atoms = {
  sounds: new Uint32Array(6),
  tails: new Uint32Array(6),
  names: 0,
  others: new Uint32Array(40),
  beside: 0,
  /** How many of those beside are of dates: they come first. */
  dates: 0,
  places: new Uint32Array(24),
  groups: new Uint8Array(24),
  around: 0,
};

function add(keys: Keys, key: number): void {
  if (keys.count < MOST) {
    keys.key[keys.count] = key === 0 ? 1 : key;
    keys.count += 1;
  }
}
function beside(atom: number): void {
  if (atoms.beside < atoms.others.length) {
    atoms.others[atoms.beside] = atom;
    atoms.beside += 1;
  }
}
function around(group: number, atom: number): void {
  if (atoms.around < atoms.places.length) {
    atoms.places[atoms.around] = atom;
    atoms.groups[atoms.around] = group;
    atoms.around += 1;
  }
}

function nameAtoms(table: Table, row: number, keys: Keys): void {
  atoms.names = 0;
  const texts = table.texts[GIVEN];
  if (!texts) return;
  for (const slot of NAMES) {
    const number = numberAt(table, slot, row, 0);
    if (number < 0) continue;
    const parts = texts.parts[number] ?? null;
    for (let at = 0; at < (parts?.length ?? 1) && atoms.names < atoms.sounds.length; at += 1) {
      const word = parts?.[at] ?? number;
      atoms.sounds[atoms.names] = mix(1, texts.sound[word] ?? 0);
      atoms.tails[atoms.names] = mix(2, cut(texts, word, Math.max(1, lengthOf(texts, word) - 4), ENDLESS));
      atoms.names += 1;
      add(keys, mix(3, whole(texts, word)));
    }
  }
}

function dateAtoms(table: Table, row: number, keys: Keys): void {
  const texts = table.texts[BIRTH];
  const numbers = countAt(table, BIRTH, row);
  for (let at = 0; texts && at < numbers; at += 1) {
    const number = numberAt(table, BIRTH, row, at);
    add(keys, mix(4, whole(texts, number)));
    beside(mix(5, cut(texts, number, 0, 4)));
    if (lengthOf(texts, number) < 8) continue;
    const [month, day] = [cut(texts, number, 4, 6), cut(texts, number, 6, 8)];
    // Day and month in either order.
    const inYear = mix(6, month + day);
    beside(inYear);
    around(0, inYear);
    around(0, mix(7, cut(texts, number, 0, 6)));
  }
}

function placeAtoms(table: Table, row: number, keys: Keys): void {
  for (const slot of PLACES) {
    const texts = table.texts[slot];
    const numbers = countAt(table, slot, row);
    for (let at = 0; texts && at < Math.min(2, numbers); at += 1) {
      const number = numberAt(table, slot, row, at);
      const word = slot === STREET || slot === CITY ? mainWord(texts, number) : number;
      const atom = mix(8 + slot, cut(texts, word, 0, slot === STREET ? 5 : 4 + (slot === POSTCODE ? 8 : 0)));
      beside(atom);
      around(slot, atom);
      if (slot === STREET) add(keys, mix(30, whole(texts, number)));
    }
  }
}

function contactAtoms(table: Table, row: number, keys: Keys): void {
  for (const slot of CONTACTS) {
    const texts = table.texts[slot];
    const numbers = countAt(table, slot, row);
    for (let at = 0; texts && at < Math.min(4, numbers); at += 1) {
      const number = numberAt(table, slot, row, at);
      const length = lengthOf(texts, number);
      add(keys, mix(40 + slot, whole(texts, number)));
      if (slot === EMAIL) {
        const local = (texts.text[number] ?? '').indexOf('@');
        if (local > 3) add(keys, mix(60, cut(texts, number, 0, local)));
      } else if (slot === PHONE || slot === IDENTIFIER) {
        add(keys, mix(61 + slot, cut(texts, number, 0, length - (length >> 1))));
        add(keys, mix(81 + slot, cut(texts, number, length >> 1, ENDLESS)));
      } else beside(mix(100 + slot, cut(texts, mainWord(texts, number), 0, 5)));
    }
  }
}

/** Writes the keys of a row. */
export function keysOf(table: Table, row: number, keys: Keys): void {
  keys.count = 0;
  atoms.beside = 0;
  atoms.around = 0;
  nameAtoms(table, row, keys);
  dateAtoms(table, row, keys);
  atoms.dates = atoms.beside;
  placeAtoms(table, row, keys);
  contactAtoms(table, row, keys);
  const { sounds, tails, names, others, places, groups } = atoms;
  for (let i = 0; i < names; i += 1) {
    for (let j = 0; j < names; j += 1) {
      if (i === j) continue;
      if (i < j) add(keys, mix(200, (sounds[i] ?? 0) + (sounds[j] ?? 0)));
      if (names < 4) add(keys, mix(201, (sounds[i] ?? 0) + (tails[j] ?? 0)));
    }
    for (let j = 0; j < atoms.beside; j += 1) {
      add(keys, mix(sounds[i] ?? 0, others[j] ?? 0));
      if (j < atoms.dates) add(keys, mix(tails[i] ?? 0, others[j] ?? 0));
    }
  }
  for (let i = 0; i < atoms.around; i += 1)
    for (let j = i + 1; j < atoms.around; j += 1)
      if (groups[i] !== groups[j]) add(keys, mix(202, (places[i] ?? 0) + (places[j] ?? 0)));
}
