import { FaultError } from './fault';

export interface Row {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Parser {
  /** The rows that became complete with this piece of text. */
  push(text: string): readonly Row[];
  /** The last row, if the file does not end with a line break. */
  end(): readonly Row[];
  /** The line that the next character stands on, from 1. */
  line(): number;
}

/** A file with a longer line (or a quoted cell that goes on for so long) is not a list of people. */
export const LONGEST = 1_000_000;

/**
 * Reads delimited text (RFC 4180, with any of CRLF, LF, CR) piece by piece and strictly: a quote in the wrong place
 * is a fault with its line, since guessing would put one person's data beside another's name. Empty lines are left out.
 */
export function csvParser(delimiter: string): Parser {
  const state: State = {
    where: 'start',
    cell: '',
    cells: [],
    row: 1,
    line: 1,
    column: 0,
    quoteLine: 1,
    afterCr: false,
  };
  return {
    push: (text) => parse(state, text, delimiter),
    end: () => {
      if (state.where === 'quoted') throw new FaultError({ kind: 'quote-open', line: state.quoteLine });
      const rows: Row[] = [];
      endRow(state, rows);
      return rows;
    },
    line: () => state.line,
  };
}

interface State {
  /** `closed`: after the quote that may end the cell, or be the first of a doubled one; `ended`: and a space after. */
  where: 'start' | 'plain' | 'quoted' | 'closed' | 'ended';
  cell: string;
  cells: string[];
  row: number;
  line: number;
  /** Characters of the current line before this piece of text. */
  column: number;
  quoteLine: number;
  afterCr: boolean;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

function parse(state: State, text: string, delimiter: string): Row[] {
  const comma = delimiter.charCodeAt(0);
  const rows: Row[] = [];
  let from = 0;
  let lineStart = -state.column;
  const take = (to: number) => {
    if (to > from) state.cell += text.slice(from, to);
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isBreak = code === CR || code === LF;
    const pair = code === LF && state.afterCr;
    if (state.where === 'quoted') {
      if (code === QUOTE) {
        take(at);
        from = at + 1;
        state.where = 'closed';
      }
    } else if (code === QUOTE) {
      take(at);
      from = at + 1;
      openQuote(state);
    } else if (code === comma) {
      take(at);
      from = at + 1;
      endCell(state);
    } else if (isBreak) {
      take(at);
      from = at + 1;
      if (!pair) endRow(state, rows);
    } else if (state.where === 'start' && code !== 0x20) state.where = 'plain';
    else if (state.where === 'closed' || state.where === 'ended') {
      state.where = 'ended';
      if (code !== 0x20) throw new FaultError({ kind: 'quote-inside', line: state.quoteLine });
      from = at + 1;
    }
    if (isBreak) {
      checkLength(state, at - lineStart);
      lineStart = at + 1;
      if (!pair) state.line += 1;
      if (state.where === 'start' && state.cells.length === 0) state.row = state.line;
    }
    state.afterCr = code === CR;
  }
  take(text.length);
  state.column = text.length - lineStart;
  checkLength(state, state.column);
  if (state.where === 'quoted' && state.cell.length > LONGEST) {
    throw new FaultError({ kind: 'quote-open', line: state.quoteLine });
  }
  return rows;
}

function openQuote(state: State): void {
  if (state.where === 'closed') {
    state.cell += '"';
  } else if (state.where === 'start') {
    // `a, "b"`: the space before the quote is nobody's.
    state.cell = '';
    state.quoteLine = state.line;
  } else throw new FaultError({ kind: 'quote-inside', line: state.line });
  state.where = 'quoted';
}

function endCell(state: State): void {
  state.cells.push(state.cell);
  state.cell = '';
  state.where = 'start';
}

function endRow(state: State, rows: Row[]): void {
  endCell(state);
  if (state.cells.some((cell) => cell.trim() !== '')) rows.push({ line: state.row, cells: state.cells });
  state.cells = [];
}

function checkLength(state: State, length: number): void {
  if (length > LONGEST) throw new FaultError({ kind: 'line-too-long', line: state.line });
}
