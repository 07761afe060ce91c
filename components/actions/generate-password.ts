// Letters that nobody takes for another one, read out or written down: no 0 and O, no 1, l and I.
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const GROUPS = 4;
const GROUP = 5;

/** A letter as likely as every other: numbers that would favour the first ones are thrown again. */
function letter(): string {
  const fair = 256 - (256 % LETTERS.length);
  for (;;) {
    const [value = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (value < fair) return LETTERS[value % LETTERS.length] ?? '';
  }
}

/** "kT7Wd-…": groups that can be read out. At least `shortest` letters; 20 of them are some 115 bits. */
export function generatePassword(shortest: number): string {
  const groups = Math.max(GROUPS, Math.ceil((shortest + 1) / (GROUP + 1)));
  const group = () => Array.from({ length: GROUP }, letter).join('');
  return Array.from({ length: groups }, group).join('-');
}
