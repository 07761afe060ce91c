import { useCallback } from 'preact/hooks';
import type { Chosen } from '@/utils/actions/inputs';
import type { Answer, AskBackground, Ran } from '@/utils/messages/protocol';
import type { PanelView } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { PersonRef } from '@/utils/people/types';
import type { DoneTitle } from './acts';
import { hitsOf } from './states';
import { freshClock, type Notices } from './use-notices';

type Run = (ref: PersonRef, chosen: Chosen | readonly Chosen[], title: DoneTitle) => Promise<Answer<Ran>>;

/** How parts of the panel have something done: asked for, told, and offered to be taken back. */
export function useRun(
  view: PanelView | null,
  ask: AskBackground,
  notices: Notices,
  say: (text: string) => void,
  sourceName: (connection: string) => string,
): Run {
  const tab = view?.tab ?? -1;
  const run: Run = async (ref, chosen, done) => {
    const answer =
      'action' in chosen ? await ask('action.run', { ref, chosen }) : await ask('action.runAll', { ref, chosen });
    // All was so already: nothing was done that could be told or taken back.
    if (!answer.ok || done === null || answer.value.entry === '') return answer;
    const title = typeof done === 'string' ? done : await done(answer.value);
    const { entry } = answer.value;
    const source = sourceName(ref.connection);
    const name = hitsOf(view?.answers ?? []).find(({ match }) => sameRef(match.person.ref, ref))?.match.person.name;
    const undo = () => ask('action.undo', { entry });
    notices.show(tab, {
      key: entry,
      title,
      detail: [name ?? '', source],
      source,
      undo,
      clock: freshClock(undo),
      problem: null,
    });
    say(title);
    return answer;
  };
  return useCallback(run, [view, ask, notices.show, say, sourceName]);
}
