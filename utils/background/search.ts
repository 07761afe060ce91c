import type { PersonHit, SearchQuery } from '@/utils/connectors/types';
import type { Place } from '@/utils/lookup/find';
import { PATIENCE_MS, within } from '@/utils/lookup/wait';
import type { Source } from '@/utils/messages/view';
import type { Part } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

export interface SearchHit extends PersonHit {
  readonly source: Source;
}

/** All people by a text alone. */
export const anybody = (text: string): SearchQuery => ({
  text,
  role: 'anyone',
  group: null,
  label: null,
  sort: 'best',
});

/**
 * People of all places by a part of their name or address, those of the first place first. A place that fails or
 * hangs is left out; fails only if all do, with the first one's problem. Once `signal` fires all calls are ended.
 */
export async function searchAll(
  places: readonly Place[],
  query: SearchQuery,
  limit: number,
  signal = new AbortController().signal,
): Promise<Part<SearchHit>> {
  const asked = await Promise.allSettled(
    places.map(async ({ source, session }): Promise<Part<SearchHit>> => {
      const { search } = session.reads;
      if (!search) return { items: [], total: 0 };
      const { items, total } = await within(PATIENCE_MS, signal, (stop) => search(query, { limit }, stop));
      return { items: items.map((hit) => ({ ...hit, source })), total };
    }),
  );
  const parts = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = asked.find((one) => one.status === 'rejected');
  if (parts.length === 0 && failed) throw failed.reason;
  return {
    items: parts.flatMap(({ items }) => items).slice(0, limit),
    total: parts.reduce((sum, { total }) => sum + total, 0),
  };
}

/** Searches that can be taken back while they are under way. */
export function makeSearches() {
  const running = new Map<string, AbortController>();
  return {
    async run<Found>(by: string | undefined, search: (signal: AbortSignal) => Promise<Found>): Promise<Found> {
      const controller = new AbortController();
      if (by !== undefined) running.set(by, controller);
      try {
        return await search(controller.signal);
      } finally {
        // Another one may have been begun by that meanwhile.
        if (by !== undefined && running.get(by) === controller) running.delete(by);
      }
    },
    stop(by: string): void {
      running.get(by)?.abort(new ProblemError({ kind: 'timeout', call: 'search', detail: 'taken back' }));
    },
  };
}
