import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** All files below a folder, as paths from the project's folder; none if it is not there. */
export function filesIn(folder: string, ending: RegExp = /\.tsx?$/): readonly string[] {
  return list(folder, 'files').filter((file) => ending.test(file));
}

/** The names of the folders directly in a folder. */
export function foldersIn(folder: string): readonly string[] {
  return list(folder, 'folders').map((path) => path.slice(folder.length + 1));
}

function list(folder: string, what: 'files' | 'folders'): readonly string[] {
  try {
    return readdirSync(`${root}/${folder}`, { withFileTypes: true, recursive: what === 'files' })
      .filter((entry) => (what === 'files' ? entry.isFile() : entry.isDirectory()))
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length).replace(/^\/+/, ''))
      .sort();
  } catch {
    return [];
  }
}

export function textOf(file: string): string {
  return readFileSync(`${root}/${file}`, 'utf8');
}

/** The file without its comments. A `//` in an address stays, since a colon stands before it. */
export function codeOf(file: string): string {
  return textOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[\s;{(,])\/\/.*$/gm, '$1');
}

/** `file: the line` for each line of code that the pattern finds. */
export function linesWith(files: readonly string[], pattern: RegExp): readonly string[] {
  return files.flatMap((file) =>
    codeOf(file)
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
}
