// Somebody looks at a person: what changes of them at the server is brought to the panel, as long as it asks. Losing this
// to a stopped background costs a question; the panel then looks again when it comes to the front.
import { within } from '@/utils/lookup/wait';
import type { PanelAnswers } from '@/utils/messages';
import { ProblemError } from '@/utils/problem';
import type { Places } from './connections';
import type { Refresh } from './refresh';

/** ms: a server that holds the question longer is not waited for. */
const LONGEST = 60_000;

interface Parts {
  readonly places: Pick<Places, 'at'>;
  readonly refresh: Pick<Refresh, 'person'>;
}

export type NewsAnswers = Pick<PanelAnswers, 'news.wait' | 'news.stop'>;

export function makeNews({ places, refresh }: Parts): NewsAnswers {
  const waiting = new Map<number, AbortController>();
  const stop = (tab: number): void => {
    waiting.get(tab)?.abort();
    waiting.delete(tab);
  };
  return {
    async 'news.wait'({ tab, ref }) {
      stop(tab);
      const mine = new AbortController();
      waiting.set(tab, mine);
      try {
        const { reads, denied } = (await places.at(ref.connection)).session;
        const { news } = reads;
        if (news === undefined || denied.includes('news')) {
          throw new ProblemError({ kind: 'missing', connection: ref.connection, call: 'news' });
        }
        const changed = await within(LONGEST, mine.signal, (signal) => news(ref.id, signal));
        if (changed) await refresh.person(ref);
        return changed;
      } finally {
        if (waiting.get(tab) === mine) waiting.delete(tab);
      }
    },
    async 'news.stop'({ tab }) {
      stop(tab);
      return null;
    },
  };
}
