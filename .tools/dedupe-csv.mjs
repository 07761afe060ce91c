// Records from a CSV file and a map of its columns, and pairs into one: what `npm run dedupe` reads and writes.
import { readFileSync } from 'node:fs';

/** What is wrong with a file, in a sentence for whoever started the command. */
export class FileProblem extends Error {}

/** @typedef {import('@/utils/people/same-person').ValueKind} ValueKind */
/** @typedef {{ readonly id: string, readonly columns: Readonly<Record<string, ValueKind>> }} ColumnMap */
/** @typedef {import('@/utils/duplicates').Entry} Entry */

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new FileProblem(missing ? `There is no file ${file}.` : `${file} cannot be read: ${String(error)}`);
  }
}

/**
 * @param {string} file
 * @param {readonly ValueKind[]} kinds
 * @returns {ColumnMap}
 */
export function readMap(file, kinds) {
  const text = read(file);
  /** @type {unknown} */
  let map;
  try {
    map = JSON.parse(text);
  } catch (error) {
    throw new FileProblem(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const wanted = '{"id": "id", "columns": {"surname": "family"}}';
  if (typeof map !== 'object' || map === null || !('columns' in map) || !('id' in map))
    throw new FileProblem(`${file} must be of the form ${wanted}.`);
  const { id, columns } = map;
  if (typeof id !== 'string' || id === '') throw new FileProblem(`${file} names no column for "id".`);
  if (typeof columns !== 'object' || columns === null || Array.isArray(columns))
    throw new FileProblem(`${file} must be of the form ${wanted}.`);
  /** @type {Record<string, ValueKind>} */
  const known = {};
  for (const [column, named] of Object.entries(columns)) {
    const kind = kinds.find((one) => one === named);
    if (kind === undefined)
      throw new FileProblem(
        `${file}: column "${column}" is of the kind ${JSON.stringify(named)}; the kinds are ${kinds.join(' ')}.`,
      );
    known[column] = kind;
  }
  return { id, columns: known };
}

/**
 * The rows of RFC 4180 text, with any line break and comma, semicolon or tab, as the heading has it. A quote that
 * does not begin a cell is a letter like any other.
 * @param {string} text
 * @returns {Generator<{ readonly line: number, readonly cells: string[] }, void>}
 */
export function* rowsOf(text) {
  const heading = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const delimiter = [',', ';', '\t'].find((one) => heading.includes(one)) ?? ',';
  const plain = new RegExp(`[^${delimiter}\\r\\n]*`, 'y');
  /** @type {string[]} */
  let cells = [];
  let [at, line, begins] = [0, 1, 1];
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const from = line;
      for (;;) {
        const end = text.indexOf('"', at + 1);
        if (end < 0) throw new FileProblem(`the quote that opens in line ${from} is never closed.`);
        const part = text.slice(at + 1, end);
        line += part.split('\n').length - 1;
        cell += part;
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
      }
    }
    plain.lastIndex = at;
    const rest = plain.exec(text)?.[0] ?? '';
    at += rest.length;
    cells.push(cell + rest);
    const next = text[at];
    if (next === delimiter) {
      at += 1;
      // The line ends with a delimiter: one more cell, which is empty.
      if (at === text.length) cells.push('');
      continue;
    }
    at += next === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line += 1;
    if (cells.length > 1 || cells[0] !== '') yield { line: begins, cells };
    cells = [];
    begins = line;
  }
  if (cells.length > 0) yield { line: begins, cells };
}

/**
 * @param {string} file
 * @param {ColumnMap} map
 * @returns {Entry[]}
 */
export function readRecords(file, map) {
  const text = read(file);
  try {
    return records(text, map);
  } catch (error) {
    throw error instanceof FileProblem ? new FileProblem(`${file}: ${error.message}`) : error;
  }
}

/**
 * @param {string} text
 * @param {ColumnMap} map
 */
function records(text, map) {
  const rows = rowsOf(text);
  const first = rows.next();
  if (first.done === true) throw new FileProblem('the file is empty.');
  const heading = first.value.cells.map((name) => name.trim());
  const has = heading.map((name) => `"${name}"`).join(', ');
  for (const name of [map.id, ...Object.keys(map.columns)])
    if (!heading.includes(name)) throw new FileProblem(`there is no column "${name}"; the columns are ${has}.`);
  const idAt = heading.indexOf(map.id);
  const kinds = heading.map((name) => (Object.hasOwn(map.columns, name) ? map.columns[name] : undefined));
  /** @type {Map<string, number>} */
  const seen = new Map();
  /** @type {Entry[]} */
  const all = [];
  for (const { line, cells } of rows) {
    const id = (cells[idAt] ?? '').trim();
    if (id === '') throw new FileProblem(`line ${line} has no "${map.id}".`);
    const before = seen.get(id);
    if (before !== undefined)
      throw new FileProblem(`"${map.id}" ${id} stands in line ${before} and again in line ${line}.`);
    seen.set(id, line);
    /** @type {Partial<Record<ValueKind, string[]>>} */
    const values = {};
    for (const [at, kind] of kinds.entries()) {
      const value = cells[at]?.trim() ?? '';
      if (kind === undefined || value === '') continue;
      const list = values[kind];
      if (list === undefined) values[kind] = [value];
      else list.push(value);
    }
    all.push({ id, values });
  }
  return all;
}

/** @param {string} text */
const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** @param {readonly import('@/utils/duplicates').Pair[]} pairs */
export function pairsCsv(pairs) {
  const lines = pairs.map(
    ({ left, right, probability, tier, group }) =>
      `${cell(left)},${cell(right)},${probability.toFixed(6)},${tier},${group === null ? '' : group + 1}\n`,
  );
  return `left,right,probability,tier,group\n${lines.join('')}`;
}
