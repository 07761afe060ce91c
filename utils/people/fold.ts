// Letters that no decomposition takes apart, and what people type instead.
const TABLE: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'k',
  ſ: 's',
  ə: 'e',
};
const LETTERS = new RegExp(`[${Object.keys(TABLE).join('')}]`, 'gu');
// Marks are dropped only on these scripts: on Japanese they make another sound (やまだ is not やまた).
const MARKED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the fast way for plain ASCII
const PLAIN = /^[\x00-\x7F]*$/;

/**
 * A name as it is compared and sorted, never shown: lower case, no marks on Latin, Greek and Cyrillic letters,
 * single spaces. "Phương Thảo" and "phuong  thao" are the same, "Sørensen" and "sorensen" too.
 */
export function foldName(text: string): string {
  const lower = text.toLowerCase();
  const bare = PLAIN.test(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .replace(MARKED, '$1')
        .normalize('NFC')
        .replace(LETTERS, (letter) => TABLE[letter] ?? letter);
  return bare.replace(/\s+/gu, ' ').trim();
}
