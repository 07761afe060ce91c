// Texts kept once each: a number stands for a text, and what is asked of it often is worked out once.

import { soundOf } from './sound';

export interface Texts {
  readonly text: string[];
  /** By number: the numbers of its words, null where it is one word. */
  readonly parts: (Int32Array | null)[];
  /** By number: where its characters lie in `codes`. */
  start: Int32Array;
  length: Int32Array;
  codes: Uint16Array;
  /** By number: two texts that sound alike have the same (names only, one word each). */
  sound: Int32Array;
  /** By number: which characters occur, a bit each as far as 32 go. */
  letters: Int32Array;
  readonly numbers: Map<string, number>;
  readonly sounds: Map<string, number>;
  used: number;
  /** Answers about pairs of texts, by a hash of the two numbers: a newer one takes an older one's place. */
  readonly asked: Float64Array;
  readonly answers: Int8Array;
}

const MOST_ASKED = 1 << 15;

/** An empty collection. `rows`: about how many records it is for; few need little room for answers. */
export function newTexts(rows = MOST_ASKED): Texts {
  let asked = 256;
  while (asked < MOST_ASKED && asked < rows * 8) asked *= 2;
  return {
    text: [],
    parts: [],
    start: new Int32Array(256),
    length: new Int32Array(256),
    codes: new Uint16Array(2048),
    sound: new Int32Array(256),
    letters: new Int32Array(256),
    numbers: new Map(),
    sounds: new Map(),
    used: 0,
    asked: new Float64Array(asked).fill(-1),
    answers: new Int8Array(asked),
  };
}

export function longer<T extends Int32Array | Uint16Array | Uint32Array | Float64Array>(
  array: T,
  made: new (n: number) => T,
): T {
  const grown = new made(array.length * 2);
  grown.set(array);
  return grown;
}

/** The number of a normal text. */
export function numberOf(texts: Texts, text: string, heard: boolean): number {
  const known = texts.numbers.get(text);
  if (known !== undefined) return known;
  const number = texts.text.length;
  texts.numbers.set(text, number);
  texts.text.push(text);
  texts.parts.push(null);
  if (number >= texts.start.length) {
    texts.start = longer(texts.start, Int32Array);
    texts.length = longer(texts.length, Int32Array);
    texts.sound = longer(texts.sound, Int32Array);
    texts.letters = longer(texts.letters, Int32Array);
  }
  while (texts.used + text.length > texts.codes.length) texts.codes = longer(texts.codes, Uint16Array);
  texts.start[number] = texts.used;
  texts.length[number] = text.length;
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    texts.codes[texts.used + at] = code;
    letters |= 1 << (code & 31);
  }
  texts.letters[number] = letters;
  texts.used += text.length;
  if (text.includes(' ')) {
    const parts = text.split(' ').map((part) => numberOf(texts, part, heard));
    texts.parts[number] = Int32Array.from(parts);
  } else if (heard) {
    const sound = soundOf(text);
    const same = texts.sounds.get(sound) ?? texts.sounds.size;
    texts.sounds.set(sound, same);
    texts.sound[number] = same;
  }
  return number;
}
