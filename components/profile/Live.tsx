import { useEffect } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { type Hit, refKey } from '@/components/panel/states';
import type { AskBackground } from '@/utils/messages/protocol';
import type { PersonRef } from '@/utils/people/types';

/** ms: an answer that comes sooner was not waited for. */
const SOON = 1000;
/** So many of those in a row, and the server is not asked any more. */
const MOST = 5;
/** ms out of sight, after which the person is asked for anew. */
const AWAY = 60_000;

interface Watched {
  readonly ask: AskBackground;
  readonly tab: number;
  readonly ref: PersonRef;
  readonly now: () => number;
}

/** Asks for news again and again, until that fails or is stopped: then the next look at the panel brings them. */
function listen({ ask, tab, ref, now }: Watched): () => void {
  const state = { on: true, soon: 0 };
  const run = async () => {
    while (state.on && state.soon < MOST) {
      const begun = now();
      const answer = await ask('news.wait', { tab, ref });
      if (!answer.ok) break;
      state.soon = now() - begun < SOON ? state.soon + 1 : 0;
    }
    state.on = false;
  };
  void run();
  return () => {
    if (!state.on) return;
    state.on = false;
    void ask('news.stop', { tab });
  };
}

/** Keeps the shown record up to date while somebody looks at it, and no longer. Draws nothing. */
export function Live({ hit }: { readonly hit: Hit }) {
  const { ask, tab, now } = useActs();
  const { ref } = hit.match.person;
  const tells = hit.answer.can.includes('news');
  useEffect(() => {
    const watched = { ask, tab, ref, now };
    const state: { stop: (() => void) | null; away: number | null } = { stop: null, away: null };
    const look = () => {
      if (document.visibilityState === 'hidden') {
        state.stop?.();
        state.stop = null;
        state.away ??= now();
        return;
      }
      const away = state.away === null ? 0 : now() - state.away;
      state.away = null;
      if (away >= AWAY) void ask('lookup.again', { tab, connection: ref.connection });
      if (tells) state.stop ??= listen(watched);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      state.stop?.();
    };
  }, [tab, refKey(ref), tells]);
  return null;
}
