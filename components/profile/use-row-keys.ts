import { useRef } from 'preact/hooks';

/**
 * Keys of rows that are known by their content: a row whose content was edited from here stays the same row, so that
 * the focus does not leave it.
 */
export function useRowKeys() {
  const renamed = useRef<ReadonlyMap<string, string>>(new Map());
  const keyOf = (content: string): string => renamed.current.get(content) ?? content;
  return {
    keysOf(contents: readonly string[]): readonly string[] {
      const used = new Set<string>();
      return contents.map((content) => {
        let key = keyOf(content);
        while (used.has(key)) key = `${key} again`;
        used.add(key);
        return key;
      });
    },
    rename(from: string, to: string): void {
      renamed.current = new Map([...renamed.current, [to, keyOf(from)]]);
    },
  };
}
