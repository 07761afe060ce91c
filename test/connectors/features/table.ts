// The feature table of the README, made of what the connectors have.
import type { State } from './cells';
import { type Column, columns } from './columns';
import { GROUPS, type Row } from './rows';

export const BEGIN = '<!-- features: written by `npm run features` -->';
export const END = '<!-- /features -->';

/** A README with the table as it has to be. Fails where it has no place for one. */
export async function withTable(readme: string): Promise<string> {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${BEGIN} … ${END}`);
  return `${readme.slice(0, from)}${BEGIN}\n${await table()}\n${readme.slice(to)}`;
}

async function table(): Promise<string> {
  const all = await columns();
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = GROUPS.flatMap(({ title, rows: of }) => [
    line([`**${title}**`, ...all.map(() => '')]),
    ...of.map((row) => line([row.words, ...all.map((column) => cellOf(row, column))])),
  ]);
  return [line(['', ...all.map(({ name }) => name)]), line(['---', ...all.map(() => '---')]), ...rows].join('\n');
}

function cellOf({ cell }: Row, { name, plain, full }: Column): string {
  const [as, most] = [cell(plain), cell(full)];
  const words: Readonly<Record<State, string>> = { no: '–', page: `opens ${name}`, unproven: 'once tried', yes: '✓' };
  if (most === as || as === 'yes' || as === 'unproven') return words[as];
  return as === 'no' ? 'when set up' : `${words[as]}, or when set up`;
}
