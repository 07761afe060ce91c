// Where the cards are in a file: whatever stands around them, one in another, cut off, behind a mail's quote marks.

export interface FileLine {
  /** From 1. */
  readonly line: number;
  /** One letter a byte. */
  readonly text: string;
}

export interface Block {
  readonly lines: readonly FileLine[];
  readonly first: number;
  /** Whether it has its end. */
  readonly whole: boolean;
}

const BEGIN = /^(\W{0,8}?)BEGIN\s*:\s*VCARD\s*$/i;
const END = /^\s*END\s*:\s*VCARD\s*$/i;
const AGENT = /^(?:[\w-]+\.)?AGENT\b[^:]*:\s*$/i;
const PROPERTY = /^(?:VERSION|N|FN)\b[^:]*:/i;

const linesOf = (text: string): readonly FileLine[] =>
  text
    // Two cards that were put together without a line break between them.
    .replace(/(END\s*:\s*VCARD)[ \t]*(?=BEGIN\s*:\s*VCARD)/gi, '$1\r')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ line: index + 1, text: line }));

/** The lines of a card that lies in another: its own ones, from BEGIN to END. */
export const isBegin = (text: string): boolean => BEGIN.test(text);
export const isEnd = (text: string): boolean => END.test(text);

interface OpenBlock {
  readonly lines: FileLine[];
  readonly first: number;
  /** What stands before each line: a mail's quote marks. */
  readonly prefix: string;
  depth: number;
}

/** A card that begins within another one: the other's agent. Else the other was cut off. */
const isInner = ({ lines, depth }: OpenBlock): boolean =>
  depth > 1 || AGENT.test(lines.findLast(({ text }) => text.trim() !== '')?.text ?? '');

/** All cards of a file, in order. Cards in cards stay where they are. */
export function blocksOf(text: string): readonly Block[] {
  const all = linesOf(text);
  // Without any BEGIN a card may have lost its head.
  const headless = !all.some((one) => BEGIN.test(one.text)) && all.some((one) => END.test(one.text));
  const blocks: Block[] = [];
  const state: { open: OpenBlock | null } = { open: null };
  const close = (whole: boolean): void => {
    if (state.open !== null) blocks.push({ lines: state.open.lines, first: state.open.first, whole });
    state.open = null;
  };
  for (const { line, text: raw } of all) {
    const { open } = state;
    const own = open?.prefix && raw.startsWith(open.prefix) ? raw.slice(open.prefix.length) : raw;
    const begin = BEGIN.exec(own);
    if (begin !== null && (open === null || !isInner(open))) {
      close(false);
      state.open = { lines: [], first: line, prefix: begin[1] ?? '', depth: 1 };
    } else if (open === null) {
      if (!headless || !PROPERTY.test(raw)) continue;
      state.open = { lines: [{ line, text: raw }], first: line, prefix: '', depth: 1 };
    } else {
      if (begin !== null) open.depth += 1;
      if (END.test(own)) open.depth -= 1;
      if (open.depth === 0) close(true);
      else open.lines.push({ line, text: own });
    }
  }
  close(false);
  return blocks;
}
