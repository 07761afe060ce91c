// Lines of at most 75 bytes (RFC 6350 §3.2), never cut within a letter.

const WIDTH = 75;
const encoder = new TextEncoder();

/** Letters of UTF-8 that fit in so many bytes, at least one. */
function fitting(text: string, from: number, bytes: number): number {
  let used = 0;
  let at = from;
  while (at < text.length) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
    used += encoder.encode(letter).length;
    if (used > bytes && at > from) break;
    at += letter.length;
  }
  return at;
}

const isShort = (text: string): boolean => text.length <= WIDTH && encoder.encode(text).length <= WIDTH;

export function fold(line: string): string {
  if (isShort(line)) return line;
  const pieces: string[] = [];
  for (let at = 0; at < line.length; ) {
    // The space that marks a folded line counts, too.
    const end = fitting(line, at, at === 0 ? WIDTH : WIDTH - 1);
    pieces.push(line.slice(at, end));
    at = end;
  }
  return pieces.join('\r\n ');
}

/** A line of quoted-printable text (RFC 2045 §6.7) with soft breaks, never within `=C3`, nor within its `head`. */
export function foldQuoted(head: string, quoted: string): string {
  const pieces: string[] = [];
  let rest = quoted;
  let room = Math.max(WIDTH - 1 - head.length, 0);
  while (rest.length > room + 1) {
    const cut = room - (/=.?$/.exec(rest.slice(0, room))?.[0].length ?? 0);
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
    room = WIDTH - 1;
  }
  return head + [...pieces, rest].join('=\r\n');
}
