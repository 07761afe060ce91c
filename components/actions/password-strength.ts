// How hard a password is to guess, in words: an estimate that is never kinder than it should be. It is computed where
// it is typed and goes nowhere.

export type Strength = 'weak' | 'fair' | 'strong';

const COMMON =
  /pass(?:wor[dt])?|kennwort|qwert[yz]|asdf|letmein|welcome|admin|login|iloveyou|monkey|dragon|abc123|1q2w3e/gi;
const POOLS: readonly (readonly [RegExp, number])[] = [
  [/\p{Ll}/u, 26],
  [/\p{Lu}/u, 26],
  [/\p{Nd}/u, 10],
  [/[^\p{L}\p{Nd}]/u, 30],
  [/\p{Lo}/u, 60],
];
/** Bits of guessing from which on a password is called so. */
const FAIR = 45;
const STRONG = 70;

const follows = (one: string, next: string): boolean => {
  const step = (next.codePointAt(0) ?? 0) - (one.codePointAt(0) ?? 0);
  return step === 0 || step === 1 || step === -1;
};

/** Letters that have to be guessed: what repeats or runs on (aaa, 4321) comes for free. */
function ownLetters(text: string): number {
  const letters = [...text];
  return letters.filter((letter, at) => at === 0 || !follows(letters[at - 1] ?? '', letter)).length;
}

/** Without what stands on every list of guesses, and what everybody knows of the person: a mark in place of each. */
function ownPart(password: string, known: readonly string[]): string {
  const parts = known.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length > 2);
  const guessed = [COMMON, ...parts.map((part) => new RegExp(part, 'giu'))];
  return guessed.reduce((rest, some) => rest.replace(some, '.'), password);
}

/** `known`: their name and addresses; it makes nothing harder. */
export function strengthOf(password: string, known: readonly string[]): Strength {
  const own = ownPart(password, known);
  const once = /^(.+?)\1+$/u.exec(own)?.[1] ?? own;
  const pool = POOLS.reduce((sum, [some, size]) => (some.test(own) ? sum + size : sum), 0);
  const bits = ownLetters(once) * Math.log2(Math.max(pool, 2));
  if (bits < FAIR) return 'weak';
  return bits < STRONG ? 'fair' : 'strong';
}
