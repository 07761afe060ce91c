// Zammad's note is HTML, ours is text: a line that is not edited keeps its mark-up, one that is becomes plain.

import { escaped, plain, respelled } from './respelled';

interface Line {
  readonly html: string;
  readonly text: string;
}

/** Mark-up included; Zammad cuts what is longer without a word, even inside a tag. */
export const LONGEST_NOTE = 5_000;

/** What ends a line. */
const BREAK = /<br\s*\/?>|<\/(?:div|p|li|h[1-6]|tr|blockquote|ul|ol|table)\s*>/giu;

/** The text of a note, line by line. */
export const textOf = (html: string): string =>
  linesOf(html)
    .map(({ text }) => text)
    .join('\n');

/** The note with this text: what stays stays as it was marked up, also within a line. */
export function withText(html: string, text: string): string {
  const before = linesOf(html);
  if (text === textOf(html)) return html;
  const after = text.trim() === '' ? [] : text.split(/\r\n|\r|\n/u);
  const same = (index: number, back: boolean): boolean =>
    (back ? before.at(-1 - index) : before.at(index))?.text === (back ? after.at(-1 - index) : after.at(index));
  const most = Math.min(before.length, after.length);
  const begun = firstOther(most, (index) => same(index, false));
  const ended = firstOther(most - begun, (index) => same(index, true));
  const old = before.slice(begun, before.length - ended);
  const made = remade(old, after.slice(begun, after.length - ended));
  const kept = (lines: readonly Line[]): string[] => lines.map((line) => line.html);
  const all = [...kept(before.slice(0, begun)), ...made, ...kept(before.slice(before.length - ended))];
  // A line that ended with the note would run into the next.
  return all.map((line, at) => (at < all.length - 1 && !endsLine(line) ? `${line}<br>` : line)).join('');
}

/** A line that is still there keeps its mark-up; where as many are there as were, each is its old one, respelled. */
function remade(old: readonly Line[], lines: readonly string[]): readonly string[] {
  const state = { from: 0 };
  return lines.map((line, at) => {
    const there = old.findIndex((one, index) => index >= state.from && one.text === line);
    if (there >= 0) {
      state.from = there + 1;
      return old[there]?.html ?? '';
    }
    const made = `<div>${escaped(line) || '<br>'}</div>`;
    const was = old.length === lines.length ? old[at]?.html : undefined;
    return was === undefined ? made : respelled(was, line, made);
  });
}

function firstOther(most: number, isSame: (index: number) => boolean): number {
  for (let index = 0; index < most; index += 1) if (!isSame(index)) return index;
  return most;
}

/** Whatever mark-up comes after: lines are taken apart there. */
const endsLine = (html: string): boolean => new RegExp(BREAK.source, 'iu').test(html);

function linesOf(html: string): readonly Line[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of html.matchAll(BREAK)) {
    const end = match.index + match[0].length;
    const piece = html.slice(from, end);
    // The end of a block around the last line is no line of its own.
    const closes = piece.replaceAll(/<[^>]*>|\s/gu, '') === '' && !/<br/iu.test(piece);
    if (closes && pieces.length > 0) pieces[pieces.length - 1] += piece;
    else pieces.push(piece);
    from = end;
  }
  const rest = html.slice(from);
  if (rest.replaceAll(/<[^>]*>|\s/gu, '') !== '') pieces.push(rest);
  else if (pieces.length > 0) pieces[pieces.length - 1] += rest;
  return pieces.map((piece) => ({ html: piece, text: plain(piece) }));
}
