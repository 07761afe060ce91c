import { foldName } from './fold';
import type { HistoryItem, HistoryQuery } from './record';

/** Whether an item has what is looked for: in any of its words, or by a code word of the record. Nothing sought: all fit. */
export function historyFits({
  text,
  codes = [],
}: Pick<HistoryQuery, 'text' | 'codes'>): (item: HistoryItem) => boolean {
  const sought = foldName(text);
  const known = new Set(codes);
  return (item) => sought === '' || wordsOf(item).some((word) => known.has(word) || foldName(word).includes(sought));
}

function wordsOf(item: HistoryItem): readonly string[] {
  const words =
    item.kind === 'change'
      ? [item.field, item.which, item.from, item.to, item.by]
      : [item.what, item.ticket?.number, item.detail, item.by];
  return words.flatMap((word) => word ?? []);
}
