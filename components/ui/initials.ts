// What stands in for a person's picture: one or two letters and one of eight tints.

const LETTER = /[\p{L}\p{N}]\p{M}*/u;
/** "الحدّاد" is filed under its second letter group: the article says nothing. */
const ARABIC_ARTICLE = /^ال(?=\p{L}{2})/u;

function firstLetter(word: string): string {
  return LETTER.exec(word.replace(ARABIC_ARTICLE, ''))?.[0].toLocaleUpperCase() ?? '';
}

/** First letters of the first and the last word; one for one word; empty if no word has a letter. */
export function initials(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => LETTER.test(word));
  const first = words[0];
  if (first === undefined) return '';
  const last = words.at(-1);
  return words.length === 1 || last === undefined ? firstLetter(first) : firstLetter(first) + firstLetter(last);
}

export const tints = ['reed', 'sky', 'clay', 'iris', 'rose', 'moss', 'lagoon', 'slate'] as const;
export type Tint = (typeof tints)[number];

/** FNV-1a, 32 bit, over UTF-8: the same record has the same tint everywhere, whatever its name is. */
export function tintOf(seed: string): Tint {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return tints[hash % tints.length] ?? 'slate';
}
