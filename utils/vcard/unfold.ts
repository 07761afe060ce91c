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
  /^(?:[\w-]+\.)?(?:END|VERSION|N|FN|NICKNAME|EMAIL|TEL|ADR|LABEL|ORG|TITLE|ROLE|URL|NOTE|BDAY|PHOTO|REV|UID|CATEGORIES|X-[A-Z-]+)(?:;[^:]*)?:/;
/** Texts of several lines: a line that is no property belongs to them. */
const LONG = /^(?:[\w-]+\.)?(?:NOTE|LABEL|ADR|X-[\w-]+)\b[^:]*:/i;
/** Where programs that fold as vCard 3.0 does break a line. */
const FOLD_WIDTH = { least: 73, most: 78 };

interface Open {
  readonly line: number;
  text: string;
  /** Bytes of its last line. */
  width: number;
  readonly quoted: () => boolean;
  readonly encoded: () => boolean;
}

function begun({ line, text }: FileLine): Open {
  // What stands before the colon says it once and for all: the value can be a picture of a thousand lines.
  const known: { head: boolean; quoted: boolean; encoded: boolean } = { head: false, quoted: false, encoded: false };
  const look = () => {
    if (known.head) return known;
    known.head = open.text.includes(':');
    known.quoted = QUOTED.test(open.text);
    known.encoded = ENCODED.test(open.text) || PICTURE.test(open.text);
    return known;
  };
  const open: Open = {
    line,
    text,
    width: text.length,
    quoted: () => look().quoted,
    encoded: () => look().encoded,
  };
  return open;
}

export const excerpt = (text: string): string => text.trim().slice(0, 60);

const asText = (lines: readonly string[]): string => lines.map((one) => one.replace(/[\\,;]/g, '\\$&')).join('\\n');

/** `old`: written as vCard 2.1, where the white space that a line is folded at stays. */
export function unfold(all: readonly FileLine[], old: boolean): Unfolded {
  const lines: FileLine[] = [];
  const problems: CardProblem[] = [];
  let open: Open | null = null;
  const finish = (): void => {
    if (open !== null) {
      const text = open.quoted() ? open.text.replace(SOFT, '') : open.text;
      lines.push({ line: open.line, text: text.replace(/[ \t]+$/, '') });
    }
    open = null;
  };
  for (let at = 0; at < all.length; at += 1) {
    const now = all[at];
    if (now === undefined) break;
    const { text } = now;
    const last: Open | null = open;
    if (isBegin(text)) {
      const inner = innerCard(all, at);
      const of: Open =
        last === null || !/^(?:[\w-]+\.)?AGENT\b/i.test(last.text) ? begun({ ...now, text: 'AGENT:' }) : last;
      if (of !== last) finish();
      of.text += asText(inner);
      open = of;
      at += inner.length - 1;
      continue;
    }
    const soft = last?.quoted() === true && SOFT.test(last.text);
    if (text.trim() === '') continue;
    if (last !== null && soft && !KNOWN.test(text)) {
      last.text = last.text.replace(SOFT, '') + text;
    } else if (/^[ \t]/.test(text)) {
      if (last !== null) continued(last, text, old);
    } else if (startsProperty(text) || (headOf(`${text}:`) !== null && /^[ \t]/.test(all[at + 1]?.text ?? ''))) {
      finish();
      open = begun(now);
    } else if (last?.encoded() && BASE64_LINE.test(text)) {
      last.text += text;
    } else if (last?.quoted() && /=[0-9A-F]{2}/.test(text)) {
      last.text += text;
    } else if (last !== null && LONG.test(last.text)) {
      last.text += `${last.quoted() ? '=0A' : '\\n'}${text}`;
    } else {
      problems.push({ line: now.line, kind: 'unreadable', text: excerpt(text) });
    }
  }
  finish();
  return { lines, problems };
}

function continued(open: Open, text: string, old: boolean): void {
  const strict = !old || (open.width >= FOLD_WIDTH.least && open.width <= FOLD_WIDTH.most);
  open.text += open.encoded() ? text.trim() : strict || open.quoted() ? text.slice(1) : text;
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
