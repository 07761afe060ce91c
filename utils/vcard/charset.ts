// Which letters bytes stand for. A value says so itself, or another value of the file does, or it is UTF-8; else it
// is guessed. Charset names are those of the Encoding standard (encoding.spec.whatwg.org §4.2).

import { bytesOfText } from './bytes';

// Each letter is a byte here, so these are all that ASCII lacks.
const HIGH = /[\u0080-\u00ff]/;
/** ISO-2022-JP says by escapes what its letters mean. */
export const ESCAPE = '\u001b';

/** Made once: a file of a thousand cards has ten thousand values. */
const decoders = new Map<string, TextDecoder | null>();

function decoder(charset: string, fatal: boolean): TextDecoder | null {
  const key = `${charset} ${fatal}`;
  const known = decoders.get(key);
  if (known !== undefined) return known;
  const made = make(charset, fatal);
  // A file can name as many charsets as it likes.
  if (decoders.size < 100) decoders.set(key, made);
  return made;
}

function make(charset: string, fatal: boolean): TextDecoder | null {
  try {
    return new TextDecoder(charset, { fatal });
  } catch {
    return null;
  }
}

/** Names that only mail or phones use. */
const ALIASES: Readonly<Record<string, string>> = {
  'utf-7': 'utf-8',
  ansi: 'windows-1252',
  cp1252: 'windows-1252',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  cp1250: 'windows-1250',
  cp1251: 'windows-1251',
  cp1253: 'windows-1253',
  cp1254: 'windows-1254',
  cp1255: 'windows-1255',
  cp1256: 'windows-1256',
  cp1257: 'windows-1257',
  cp1258: 'windows-1258',
};

/** The charset's name as the Encoding standard has it; null: there is none. */
export function charsetOf(name: string | undefined): string | null {
  if (name === undefined) return null;
  const wanted = name.trim().replaceAll('"', '').toLowerCase();
  const found = decoder(ALIASES[wanted] ?? wanted, false);
  // UTF-16 inside of a line of bytes cannot be: what says so was converted since.
  return found === null || found.encoding.startsWith('utf-16') ? null : found.encoding;
}

/** Bytes of a line as text; null if they are not of that charset. */
function exactly(bytes: string, charset: string): string | null {
  try {
    return decoder(charset, true)?.decode(bytesOfText(bytes)) ?? null;
  } catch {
    return null;
  }
}

const ofManyBytes = /^(?:shift_jis|gb|big5|euc|iso-2022)/;

/**
 * @param declared what the property itself says
 * @param hint what is known of the file's undeclared text
 */
export function decode(bytes: string, declared: string | null, hint: string): string {
  if (!HIGH.test(bytes) && !bytes.includes(ESCAPE)) return bytes;
  // Whoever converted a file to UTF-8 often left CHARSET as it was; Latin text is hardly ever UTF-8 by chance.
  if (declared === null || !ofManyBytes.test(declared)) {
    const utf8 = bytes.includes(ESCAPE) ? null : exactly(bytes, 'utf-8');
    if (utf8 !== null) return utf8;
  }
  const told = declared === null || declared === 'utf-8' ? null : exactly(bytes, declared);
  if (told !== null) return told;
  return exactly(bytes, hint) ?? decoder('windows-1252', false)?.decode(bytesOfText(bytes)) ?? bytes;
}

/** Which charset a language is written in by old programs. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  ja: 'shift_jis',
  zh: 'gbk',
  ko: 'euc-kr',
  ru: 'windows-1251',
  uk: 'windows-1251',
  bg: 'windows-1251',
  el: 'windows-1253',
  he: 'windows-1255',
  ar: 'windows-1256',
  tr: 'windows-1254',
  pl: 'windows-1250',
  cs: 'windows-1250',
  hu: 'windows-1250',
};

/** Letters that real names are made of, as a share of all that is not ASCII. */
function share(text: string, letters: RegExp): number {
  const foreign = text.replace(/[\0-\u007f]/gu, '');
  const fit = foreign.replace(letters, '');
  return foreign === '' ? 0 : 1 - fit.length / foreign.length;
}

/** By what the bytes would read as: charset, its letters, and how sure that must be. */
const GUESSES = [
  ['iso-2022-jp', /[\u3040-\u30ff\u4e00-\u9fff]/gu, 0.9],
  // Kana in Japanese; without any it would be Chinese or Korean.
  ['shift_jis', /[\u3041-\u30fe]/gu, 0.4],
  ['euc-jp', /[\u3041-\u30fe]/gu, 0.4],
  ['euc-kr', /[\uac00-\ud7a3]/gu, 0.95],
  ['gbk', /[\u4e00-\u9fa5]/gu, 0.95],
  ['big5', /[\u4e00-\u9fa5]/gu, 0.95],
] as const;

/** The charset of what says nothing of its own: said elsewhere in the file, or guessed from `undeclared` lines. */
export function fileHint(said: readonly string[], language: string | null, undeclared: readonly string[]): string {
  const other = said.map(charsetOf).find((name) => name !== null && name !== 'utf-8');
  if (other) return other;
  const spoken = BY_LANGUAGE[language ?? ''];
  if (spoken !== undefined) return spoken;
  const text = undeclared.filter((line) => line.includes(ESCAPE) || exactly(line, 'utf-8') === null);
  const lines = text.join('\n');
  const runs = lines.match(/[\u0080-\u00ff]+/g) ?? [];
  // Words of Latin letters have one or two that ASCII lacks; words of others consist of them.
  const long = runs.filter((run) => run.length > 2).length / Math.max(1, runs.length);
  if (long < 0.5 && !lines.includes(ESCAPE)) return 'windows-1252';
  const guess = GUESSES.find(([name, letters, least]) => share(exactly(lines, name) ?? '', letters) >= least);
  if (guess) return guess[0];
  // Small letters, of which names have most, lie in the upper half of 1251 and in the lower one of KOI8-R.
  const count = (from: string): number => lines.replace(new RegExp(`[^${from}]`, 'g'), '').length;
  return count('\u00e0-\u00ff') >= count('\u00c0-\u00df') ? 'windows-1251' : 'koi8-r';
}
