// A line of HTML and its text, and the line with another text.

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const plain = (html: string): string =>
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

interface Token {
  readonly html: string;
  /** What is read there; '' for mark-up, and for blanks that nobody sees. */
  readonly text: string;
}

const PIECE = /<[^>]*>|&(?:#x[\da-f]+|#\d+|\w+);|\s+|./giu;

function tokensOf(html: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const [piece] of html.matchAll(PIECE)) {
    const named = /^&(.+);$/u.exec(piece)?.[1];
    const read = /^<.*>$/su.test(piece) ? '' : named === undefined ? piece : (entity(named) ?? piece);
    const isBlank = read !== '' && read.trim() === '';
    const last = tokens.findLast(({ text }) => text !== '')?.text ?? ' ';
    tokens.push({ html: piece, text: isBlank ? (last === ' ' ? '' : ' ') : read });
  }
  const end = tokens.findLastIndex(({ text }) => text !== '');
  return tokens.map((token, at) => (at === end && token.text === ' ' ? { ...token, text: '' } : token));
}

/** The line with this text: what is the same at its begin and its end stays marked up; else `otherwise`. */
export function respelled(html: string, text: string, otherwise: string): string {
  const tokens = tokensOf(html);
  const first = tokens.findIndex((token) => token.text !== '');
  if (first < 0 || text === '') return otherwise;
  const from = { token: first, text: 0 };
  for (const [at, { text: read }] of tokens.entries()) {
    if (read === '') continue;
    if (!text.startsWith(read, from.text)) break;
    from.text += read.length;
    from.token = at + 1;
  }
  const to = { token: tokens.length, text: text.length };
  for (let at = tokens.length - 1; at >= from.token; at -= 1) {
    const read = tokens[at]?.text ?? '';
    if (read !== '' && (to.text - read.length < from.text || !text.slice(0, to.text).endsWith(read))) break;
    to.text -= read.length;
    to.token = at;
  }
  const gone = tokens.slice(from.token, to.token);
  // What is new stands where the first that goes stood.
  const at = Math.max(
    0,
    gone.findIndex((token) => token.text !== ''),
  );
  const marks = gone.slice(at).filter((token) => token.text === '');
  const joined = (some: readonly Token[]): string => some.map((token) => token.html).join('');
  const made =
    joined(tokens.slice(0, from.token + at)) +
    escaped(text.slice(from.text, to.text)) +
    joined(marks) +
    joined(tokens.slice(to.token));
  return plain(made) === plain(otherwise) ? made : otherwise;
}
