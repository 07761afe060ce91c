import type { Command } from './command';

/** Letters as one types them in a hurry: without marks, small, also in scripts that know neither. */
const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().replaceAll('ß', 'ss');

const wordsOf = (text: string): readonly string[] => plain(text).match(/[\p{L}\p{N}@.]+/gu) ?? [];

/** 0: begins with what is typed · 1: some word of its name begins so · 2: only its state or another name of it. */
function rank({ text, state = '', words = '' }: Command, typed: readonly string[]): number | null {
  const name = wordsOf(text);
  const all = [...name, ...wordsOf(state), ...wordsOf(words)];
  const within = (list: readonly string[]) => typed.every((one) => list.some((word) => word.startsWith(one)));
  if (!within(all)) return null;
  if (!within(name)) return 2;
  return name[0]?.startsWith(typed[0] ?? '') === true ? 0 : 1;
}

/** Those that have all typed words, each whole or begun, in any order; the best first. `recent`: keys, the last one first. */
export function filterCommands(
  commands: readonly Command[],
  text: string,
  recent: readonly string[],
): readonly Command[] {
  const typed = wordsOf(text);
  const latest = ({ key }: Command): number => {
    const at = recent.indexOf(key);
    return at < 0 ? recent.length : at;
  };
  return commands
    .flatMap((command) => {
      const ranked = rank(command, typed);
      return ranked === null ? [] : [{ command, ranked }];
    })
    .sort((a, b) => a.ranked - b.ranked || latest(a.command) - latest(b.command))
    .map(({ command }) => command);
}
