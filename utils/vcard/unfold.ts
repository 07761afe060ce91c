// A card's lines put together again: folded ones, quoted-printable ones with soft breaks, pictures that were not
// folded at all, texts whose line breaks were not escaped, and a card within the card.

import { type FileLine, isBegin, isEnd } from './blocks';
import { headOf, startsProperty } from './head';
import type { CardProblem } from './types';

export interface Unfolded {
  readonly lines: readonly FileLine[];
  readonly problems: readonly CardProblem[];
}

const QUOTED = /^[^:]*[;=]"?(?:QUOTED-PRINTABLE|Q)"?\s*[;:]/i;
const ENCODED = /^[^:]*[;=]"?(?:BASE64|B)"?\s*[;:]/i;
const PICTURE = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|X-MS-CARDPICTURE)\b[^:]*:(?!https?:)/i;
const BASE64_LINE = /^[A-Za-z0-9+/=\s]+$/;
const SOFT = /=[ \t]*$/;
/** A last soft break that leads nowhere: the next property begins behind it. */
const KNOWN =
  /^(?:[\w-]+\.)?(?:END|VERSION|N|FN|NICKNAME|EMAIL|TEL|ADR|LABEL|ORG|TITLE|ROLE|URL|NOTE|BDAY|PHOTO|LOGO|SOUND|KEY|REV|UID|GEO|TZ|MAILER|CLASS|PRODID|IMPP|CATEGORIES|X-[A-Z-]+)(?:;[^:]*)?:/;
/** The same behind an empty line, which no text goes on after. */
const ANY = /^(?:[\w-]+\.)?[A-Z][A-Z-]+(?:;[^:]*)?:/;
/** Texts of several lines: a line that is no property belongs to them. */
const LONG = /^(?:[\w-]+\.)?(?:NOTE|LABEL|ADR|X-[\w-]+)\b[^:]*:/i;
const AGENT = /^(?:[\w-]+\.)?AGENT\b/i;
/** Where programs that fold as vCard 3.0 does break a line. */
const FOLD_WIDTH = { least: 73, most: 78 };

/** Letters in which a head is looked for. */
const HEAD = 4_000;

interface Open {
  readonly line: number;
  /** Lines, to be put together without anything between; a value can have a hundred thousand of them. */
  readonly parts: string[];
  /** Bytes of its last line. */
  width: number;
  /** An empty line stands behind it. */
  gap: boolean;
  readonly is: (what: 'quoted' | 'encoded' | 'long' | 'agent') => boolean;
}

function begun({ line, text }: FileLine): Open {
  const parts = [text];
  // What stands before the colon says it once and for all.
  const known: { head: string | null } = { head: null };
  const head = (): string => {
    if (known.head !== null) return known.head;
    const joined = parts.join('').slice(0, HEAD);
    if (joined.includes(':') || joined.length === HEAD) known.head = joined;
    return joined;
  };
  const shapes = {
    quoted: () => QUOTED.test(head()),
    encoded: () => ENCODED.test(head()) || PICTURE.test(head()),
    long: () => LONG.test(head()),
    agent: () => AGENT.test(head()),
  };
  return { line, parts, width: text.length, gap: false, is: (what) => shapes[what]() };
}

export const excerpt = (text: string): string => text.trim().slice(0, 60);

const asText = (lines: readonly string[]): string => lines.map((one) => one.replace(/[\\,;]/g, '\\$&')).join('\\n');

const isSoft = ({ parts, is }: Open): boolean => SOFT.test(parts.at(-1) ?? '') && is('quoted');

/** The last line without the sign that it goes on. */
const hard = ({ parts }: Open): void => void parts.push((parts.pop() ?? '').replace(SOFT, ''));

/** `old`: written as vCard 2.1, where the white space that a line is folded at stays. */
export function unfold(all: readonly FileLine[], old: boolean): Unfolded {
  const lines: FileLine[] = [];
  const problems: CardProblem[] = [];
  const state: { open: Open | null } = { open: null };
  const finish = (): void => {
    const { open } = state;
    if (open === null) return;
    if (isSoft(open)) hard(open);
    lines.push({ line: open.line, text: open.parts.join('').trimEnd() });
    state.open = null;
  };
  for (let at = 0; at < all.length; at += 1) {
    const now = all[at];
    if (now === undefined) break;
    const { text } = now;
    const last = state.open;
    if (isBegin(text)) {
      const inner = innerCard(all, at);
      if (last?.is('agent') !== true) finish();
      state.open ??= begun({ ...now, text: 'AGENT:' });
      state.open.parts.push(asText(inner));
      at += inner.length - 1;
    } else if (text.trim() === '') {
      if (last !== null) last.gap = true;
    } else if (last !== null && isSoft(last) && !(last.gap ? ANY : KNOWN).test(text)) {
      hard(last);
      last.parts.push(text);
    } else if (/^[ \t]/.test(text)) {
      if (last !== null) continued(last, text, old);
    } else if (startsProperty(text) || (headOf(`${text}:`) !== null && /^[ \t]/.test(all[at + 1]?.text ?? ''))) {
      finish();
      state.open = begun(now);
    } else if (last?.is('encoded') === true && BASE64_LINE.test(text)) {
      last.parts.push(text);
    } else if (last?.is('quoted') === true && /=[0-9A-F]{2}/i.test(text)) {
      last.parts.push(text);
    } else if (last?.is('long') === true) {
      last.parts.push(last.is('quoted') ? '=0A' : '\\n', text);
    } else {
      problems.push({ line: now.line, kind: 'unreadable', text: excerpt(text) });
    }
  }
  finish();
  return { lines, problems };
}

function continued(open: Open, text: string, old: boolean): void {
  const strict = !old || (open.width >= FOLD_WIDTH.least && open.width <= FOLD_WIDTH.most);
  open.parts.push(open.is('encoded') ? text.trim() : strict || open.is('quoted') ? text.slice(1) : text);
  open.width = text.length;
}

/** From its BEGIN to its END, or as far as it goes. */
function innerCard(all: readonly FileLine[], from: number): readonly string[] {
  let depth = 0;
  for (let at = from; at < all.length; at += 1) {
    const text = all[at]?.text ?? '';
    if (isBegin(text)) depth += 1;
    if (isEnd(text)) depth -= 1;
    if (depth === 0) return all.slice(from, at + 1).map((one) => one.text);
  }
  return all.slice(from).map((one) => one.text);
}
