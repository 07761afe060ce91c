// Letters that agree, or differ, stand out by weight and line; never by colour alone.

import './matched.css';
import type { ComponentChildren } from 'preact';

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

// biome-ignore lint/suspicious/noControlCharactersInRegex: the fast way for plain ASCII
const PLAIN = /^[\x00-\x7f]*$/;

/** Where `word` begins a word of `text`, whatever the accents; else where it occurs, if it is long enough to tell; else -1. */
function place(text: string, word: string): number {
  // Folding must not move the letters, or the wrong ones would stand out.
  const folded = PLAIN.test(text)
    ? text.toLowerCase()
    : [...text].map((letter) => fold(letter).slice(0, letter.length).padEnd(letter.length, ' ')).join('');
  const wanted = fold(word);
  const starts = [...folded.matchAll(/[\p{L}\p{N}]+/gu)].find((match) => folded.startsWith(wanted, match.index));
  if (starts !== undefined) return starts.index;
  // One or two letters are somewhere in every text.
  return [...wanted].length < 3 ? -1 : folded.indexOf(wanted);
}

/** Breaks are offered before `@` and each dot of an address. */
const breakable = (part: string): ComponentChildren =>
  part.split(/(?=[@.])/).map((piece, index) => (index === 0 && !/^[@.]/.test(piece) ? piece : [<wbr />, piece]));

interface FoundLettersProps {
  readonly text: string;
  readonly search: string;
  /** The text is one, and breaks as addresses do. */
  readonly address?: boolean;
}

/** `text` with the found letters at 700 and underlined. */
export function FoundLetters({ text, search, address = false }: FoundLettersProps) {
  const plain = (part: string): ComponentChildren => (address ? breakable(part) : part);
  const words = search
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const marks = words
    .map((word) => ({ at: place(text, word), length: word.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const pieces: ComponentChildren[] = [];
  let done = 0;
  for (const { at, length } of marks) {
    if (at < done) continue;
    pieces.push(plain(text.slice(done, at)), <mark class="matched">{text.slice(at, at + length)}</mark>);
    done = at + length;
  }
  return (
    <bdi>
      {pieces}
      {plain(text.slice(done))}
    </bdi>
  );
}

/** An address with those parts bold that the other address has not: what tells the two apart. */
export function OtherLetters({ address, than }: { readonly address: string; readonly than: string | null }) {
  const known = new Set(than === null ? [address] : than.split(/[@.]/));
  return (
    <bdi class="address" dir="ltr">
      {address.split(/(?=[@.])/).map((part) => {
        const [sign, word] = /^[@.]/.test(part) ? [part.slice(0, 1), part.slice(1)] : ['', part];
        const same = than === null || known.has(word);
        return (
          <>
            {sign !== '' && <wbr />}
            {sign}
            {same ? word : <strong class="differs">{word}</strong>}
          </>
        );
      })}
    </bdi>
  );
}
