import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FoundPeople, PageActs, SearchWish } from '@/utils/messages/protocol';
import type { Source } from '@/utils/messages/view';

/** Rows at first. */
export const FIRST = 50;
/** All the rest is loaded at once up to so many rows. */
export const REST = 1_000;

export type Wanted = SearchWish['query'];

export interface Found {
  /** What was told last, maybe of the question before; null until the first answer. */
  readonly people: FoundPeople | null;
  /** Is it of the question that is asked now? */
  readonly fresh: boolean;
  readonly loadMore: () => void;
  /** Asks the same once more. */
  readonly again: () => void;
}

interface Told {
  readonly key: string;
  readonly people: FoundPeople;
}

/** Asks all `sources` and keeps what they tell. Null: nothing is asked. */
export function useFound(page: PageActs, wanted: Wanted | null, sources: readonly Source[]): Found {
  const [more, setMore] = useState({ key: '', limit: FIRST });
  const [turn, setTurn] = useState(0);
  const [told, setTold] = useState<Told | null>(null);
  const key = wanted === null ? '' : JSON.stringify([wanted, sources.map(({ id }) => id)]);
  const limit = more.key === key ? more.limit : FIRST;
  const now = useRef({ wanted, sources });
  now.current = { wanted, sources };
  // Before the letter is painted: the answer is on its way meanwhile, and often there for the same frame.
  useLayoutEffect(() => {
    const { wanted: query, sources: among } = now.current;
    if (query === null) return setTold(null);
    const stop = new AbortController();
    page.search({ query, limit, sources: among }, (people) => setTold({ key, people }), stop.signal);
    return () => stop.abort();
  }, [page, key, limit, turn]);
  const people = wanted === null ? null : (told?.people ?? null);
  return {
    people,
    fresh: told?.key === key,
    loadMore: () => {
      const rest = (people?.total ?? 0) - limit;
      setMore({ key, limit: limit + Math.max(1, Math.min(rest, REST)) });
    },
    again: () => setTurn(turn + 1),
  };
}
