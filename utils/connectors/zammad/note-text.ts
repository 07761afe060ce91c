// Zammad's note is HTML, ours is text: a line that is not edited keeps its mark-up, one that is becomes plain.

interface Line {
  readonly html: string;
  readonly text: string;
}

/** Mark-up included; Zammad cuts what is longer without a word, even inside a tag. */
export const LONGEST_NOTE = 5_000;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** What ends a line. */
const BREAK = /<br\s*\/?>|<\/(?:div|p|li|h[1-6]|tr|blockquote|ul|ol|table)\s*>/giu;

/** The text of a note, line by line. */
export const textOf = (html: string): string =>
  linesOf(html)
    .map(({ text }) => text)
    .join('\n');

/** The note with this text: what stays stays as it was marked up. */
export function withText(html: string, text: string): string {
  const before = linesOf(html);
  if (text === textOf(html)) return html;
  const after = text.trim() === '' ? [] : text.split(/\r\n|\r|\n/u);
  const same = (index: number, back: boolean): boolean =>
    (back ? before.at(-1 - index) : before.at(index))?.text === (back ? after.at(-1 - index) : after.at(index));
  const most = Math.min(before.length, after.length);
  const begun = firstOther(most, (index) => same(index, false));
  const ended = firstOther(most - begun, (index) => same(index, true));
  const made = after.slice(begun, after.length - ended).map((line) => `<div>${escaped(line) || '<br>'}</div>`);
  const kept = (lines: readonly Line[]): string[] => lines.map((line) => line.html);
  const head = kept(before.slice(0, begun));
  const last = head.at(-1);
  // A line that ended with the note would run into the next.
  if (last !== undefined && !endsLine(last) && (made.length > 0 || ended > 0)) head[head.length - 1] = `${last}<br>`;
  return [...head, ...made, ...kept(before.slice(before.length - ended))].join('');
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function firstOther(most: number, isSame: (index: number) => boolean): number {
  for (let index = 0; index < most; index += 1) if (!isSame(index)) return index;
  return most;
}

const endsLine = (html: string): boolean => new RegExp(`(?:${BREAK.source})\\s*$`, 'iu').test(html);

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

const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&(#x[\da-f]+|#\d+|\w+);/giu, (all, name: string) => entity(name) ?? all)
    .replaceAll(/\s+/gu, ' ')
    .trim();

function entity(name: string): string | null {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? null;
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : null;
}
