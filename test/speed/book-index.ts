import { build } from '@/utils/search/build';
import { mergeAtOnce } from '@/utils/search/merge';
import { type Segment, segmentOf } from '@/utils/search/segment';
import type { Contact } from './address-book';

/** People a piece, as the worker of the search reads them. */
const PORTION = 5_000;

/** The index of a whole book, made as the product makes it: pieces, merged two by two. */
export function indexOf(book: readonly Contact[]): Segment {
  let parts = Array.from({ length: Math.ceil(book.length / PORTION) }, (_, at) =>
    segmentOf(build(book.slice(at * PORTION, (at + 1) * PORTION))),
  );
  while (parts.length > 1) {
    parts = parts.flatMap((part, at) => {
      const next = parts[at + 1];
      return at % 2 === 1 ? [] : [next === undefined ? part : segmentOf(mergeAtOnce(part, next))];
    });
  }
  const [whole] = parts;
  if (whole === undefined) throw new Error('no index');
  return whole;
}
