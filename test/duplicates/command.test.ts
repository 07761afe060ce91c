import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pairsCsv, readMap, readRecords, rowsOf } from '@/.tools/dedupe-csv.mjs';
import { VALUE_KINDS } from '@/utils/people/same-person';

const kept = { folder: '' };
const file = (name: string): string => join(kept.folder, name);
const written = (name: string, text: string): string => {
  writeFileSync(file(name), text);
  return file(name);
};
beforeEach(() => {
  kept.folder = mkdtempSync(join(tmpdir(), 'dedupe-'));
});
afterEach(() => rmSync(kept.folder, { recursive: true }));

const MAP = { id: 'id', columns: { first: 'given', last: 'family', mail: 'email', mail2: 'email' } } as const;
const cells = (text: string) => [...rowsOf(text)].map((row) => row.cells);

test('quotes, line breaks in cells, doubled quotes and either line end are read', () => {
  expect(cells('a,b\r\n"x, ""y""","two\nlines"\r\n1,\n')).toEqual([
    ['a', 'b'],
    ['x, "y"', 'two\nlines'],
    ['1', ''],
  ]);
  expect(cells('a;b\n1;2,5')).toEqual([
    ['a', 'b'],
    ['1', '2,5'],
  ]);
  expect(cells('a,b\njohn "jack" smith,\n\n,')).toEqual([
    ['a', 'b'],
    ['john "jack" smith', ''],
    ['', ''],
  ]);
});

test("records take their values by the map, several columns of a kind together, with a mark at the file's begin", () => {
  const people = written(
    'people.csv',
    '\uFEFFid,first,last,mail,mail2,other\r\n1,Anna,Keller,a@x.example,b@x.example,9\r\n2,, ,,,\r\n',
  );
  expect(readRecords(people, MAP)).toEqual([
    { id: '1', values: { given: ['Anna'], family: ['Keller'], email: ['a@x.example', 'b@x.example'] } },
    { id: '2', values: {} },
  ]);
});

test('what is wrong with a file is told in a sentence', () => {
  expect(() => readRecords(file('none.csv'), MAP)).toThrow(`There is no file ${file('none.csv')}.`);
  expect(() => readRecords(written('e.csv', ''), MAP)).toThrow('the file is empty');
  expect(() => readRecords(written('c.csv', 'id,first\n1,Anna\n'), MAP)).toThrow(
    'there is no column "last"; the columns are "id", "first"',
  );
  const twice = 'id,first,last,mail,mail2\n1,,,,\n2,,,,\n1,,,,\n';
  expect(() => readRecords(written('t.csv', twice), MAP)).toThrow('"id" 1 stands in line 2 and again in line 4');
  expect(() => readRecords(written('n.csv', 'id,first,last,mail,mail2\n,Anna,,,\n'), MAP)).toThrow(
    'line 2 has no "id"',
  );
  expect(() => readRecords(written('q.csv', 'id,first,last,mail,mail2\n1,"Anna\n'), MAP)).toThrow(
    'the quote that opens in line 2 is never closed',
  );
});

test('a map that is none, or names a kind that is not there, is told', () => {
  const map = (text: string) => readMap(written('map.json', text), VALUE_KINDS);
  expect(() => map('{"id": ')).toThrow('is not JSON');
  expect(() => map('[]')).toThrow('must be of the form');
  expect(() => map('{"id": "", "columns": {}}')).toThrow('names no column for "id"');
  expect(() => map('{"id": "id", "columns": {"a": "surname"}}')).toThrow(
    'column "a" is of the kind "surname"; the kinds are name given',
  );
  expect(map('{"id": "n", "columns": {"a": "family"}}')).toEqual({ id: 'n', columns: { a: 'family' } });
});

test('pairs are written one a line, the group empty where grouping refused it', () => {
  const pair = { left: 'a,1', right: 'b', probability: 0.5, tier: 'likely' } as const;
  const out = written(
    'out.csv',
    pairsCsv([
      { ...pair, group: 0 },
      { ...pair, group: null },
    ]),
  );
  expect(readFileSync(out, 'utf8')).toBe(
    'left,right,probability,tier,group\n"a,1",b,0.500000,likely,1\n"a,1",b,0.500000,likely,\n',
  );
});
