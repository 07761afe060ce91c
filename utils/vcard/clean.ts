// The cleaning pass: bytes of any program's export in, properties with the escapes of vCard 3.0 out. It undoes what
// real files do beside the standards: charsets that are said elsewhere or not at all, quoted-printable, bare
// parameters, stray lines; and it keeps what it cannot read as a problem with its line.

import { type Block, blocksOf, type FileLine } from './blocks';
import { fileText } from './bytes';
import { charsetOf, decode, ESCAPE, fileHint } from './charset';
import { asThree, escapeSemicolons, hasParts, isModelled, splitParts } from './escapes';
import { type Head, headOf, valuesIn } from './head';
import { unquote } from './quoted';
import { mendTornLabel } from './torn-label';
import type { CardProblem, Param, Property } from './types';
import { excerpt, unfold } from './unfold';

export interface CleanCard {
  readonly properties: readonly Property[];
  readonly problems: readonly CardProblem[];
}

const HOW_WRITTEN = new Set(['ENCODING', 'CHARSET']);
const PICTURES = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'X-MS-CARDPICTURE']);

const versionIn = (lines: readonly FileLine[]): string =>
  lines.map(({ text }) => /^\s*VERSION[^:]*:\s*([\d.]+)/i.exec(text)?.[1]).find((found) => found !== undefined) ?? '';

/** In the file, as the properties say it. */
function hintOf(text: string): string {
  const said = [...text.matchAll(/CHARSET\s*=\s*"?([\w-]+)/gi)].map((found) => found[1] ?? '');
  const bare = [...text.matchAll(/;((?:ISO-|WINDOWS-|SHIFT_JIS|EUC-|KOI8-|BIG5|GB)[\w-]*)[;:]/gi)].map(
    (one) => one[1] ?? '',
  );
  const language = /;\s*LANGUAGE\s*=\s*"?(\w\w)/i.exec(text)?.[1]?.toLowerCase() ?? null;
  const foreign = text.split(/[\r\n]+/).filter((line) => /[\u0080-\u00ff]/.test(line) || line.includes(ESCAPE));
  return fileHint([...new Set([...said, ...bare])], language, foreign);
}

const isBase64 = (text: string): boolean => /^[A-Za-z0-9+/]+={0,3}$/.test(text);

function encodingOf({ name, params, value }: Head): 'quoted' | 'base64' | 'plain' {
  const said = valuesIn(params, 'ENCODING')[0]?.toUpperCase();
  if (said === 'QUOTED-PRINTABLE' || said === 'Q') return 'quoted';
  if (said === 'BASE64' || said === 'B') return 'base64';
  // Some programs forget to say so.
  const bare = value.replace(/\s+/g, '');
  return PICTURES.has(name) && bare.length > 60 && isBase64(bare) ? 'base64' : 'plain';
}

/** Bytes between semicolons can be quoted ones, too: only those that are not are separators. */
function unquoted(name: string, value: string, read: (bytes: string) => string): string {
  const parts = hasParts(name) ? splitParts(value) : [value];
  if (parts.length < 2) return read(unquote(value));
  return parts.map((part) => escapeSemicolons(read(unquote(part)))).join(';');
}

/** What of damaged base64 is left, in whole groups of letters. */
const padded = (base64: string): string => base64.slice(0, base64.length - (base64.length % 4));

/** Null: it is no property, which is put to the problems, as is what is damaged. */
function cleanLine({ line, text }: FileLine, old: boolean, hint: string, problems: CardProblem[]): Property | null {
  const head = headOf(text);
  if (head === null) {
    problems.push({ line, kind: 'unreadable', text: excerpt(decode(text, null, hint)) });
    return null;
  }
  const declared = charsetOf(valuesIn(head.params, 'CHARSET')[0]);
  const read = (bytes: string): string => decode(bytes, declared, hint);
  const params = head.params
    .filter(([name]) => !HOW_WRITTEN.has(name))
    .map(([name, values]): Param => [name, values.map((value) => decode(value, null, hint))]);
  const { group, name } = head;
  const encoding = encodingOf(head);
  if (encoding === 'base64') {
    const bare = head.value.replace(/\s+/g, '');
    if (isModelled(name) && name !== 'PHOTO' && isBase64(bare)) {
      return { group, name, params, value: asThree(name, read(atob(bare)), old), binary: false };
    }
    if (/^(?:https?|data):/i.test(bare)) return { group, name, params, value: head.value.trim(), binary: false };
    const value = bare.replace(/[^A-Za-z0-9+/]/g, '');
    const damaged = bare !== '' && !isBase64(bare);
    if (damaged) problems.push({ line, kind: 'bad-base64', text: name });
    return { group, name, params, value: damaged ? padded(value) : bare, binary: true };
  }
  const inline = /^data:([^;,]*)[^,]*;base64,(.+)$/is.exec(head.value);
  if (inline !== null && name !== 'PHOTO') {
    const image = /^image\/(\w+)$/.exec(inline[1] ?? '')?.[1]?.toUpperCase();
    const typed =
      image === undefined || valuesIn(params, 'TYPE').length > 0 ? params : [...params, ['TYPE', [image]] as const];
    return { group, name, params: typed, value: (inline[2] ?? '').replace(/\s+/g, ''), binary: true };
  }
  const mended = name === 'ADR' ? mendTornLabel(text, head.value) : head.value;
  const value = encoding === 'quoted' ? unquoted(name, mended, read) : read(mended);
  return { group, name, params, value: asThree(name, value.trim(), old), binary: false };
}

function cleanBlock({ lines, first, whole }: Block, hint: string): CleanCard {
  const old = versionIn(lines).startsWith('2');
  const unfolded = unfold(lines, old);
  const properties: Property[] = [];
  const problems: CardProblem[] = unfolded.problems.map((one) => ({ ...one, text: decode(one.text, null, hint) }));
  for (const line of unfolded.lines) {
    const found = cleanLine(line, old, hint, problems);
    if (found !== null) properties.push(found);
  }
  if (!whole) problems.push({ line: first + lines.length, kind: 'cut-off', text: excerpt(lines.at(-1)?.text ?? '') });
  return { properties, problems: problems.sort((a, b) => a.line - b.line) };
}

/** Every card of a file. None: it is no vCard. */
export function cleanCards(bytes: Uint8Array): readonly CleanCard[] {
  const text = fileText(bytes);
  const hint = hintOf(text);
  return blocksOf(text).map((block) => cleanBlock(block, hint));
}
