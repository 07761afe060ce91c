import { useCallback } from 'preact/hooks';
import { t } from '@/utils/i18n';
import type { Answer, AskBackground, Ran } from '@/utils/messages/protocol';
import type { PanelView } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { PersonRef } from '@/utils/people/types';
import type { Doing, DoneTitle } from './acts';
import { hitsOf } from './states';
import { freshClock, type Notices } from './use-notices';

type Run = (ref: PersonRef, doing: Doing, title: DoneTitle) => Promise<Answer<Ran>>;

/** Asks for what is to be done, in the one way there is for it. */
function askFor(ask: AskBackground, ref: PersonRef, doing: Doing): Promise<Answer<Ran>> {
  if ('draft' in doing) return ask('action.confirm', doing);
  return 'action' in doing ? ask('action.run', { ref, chosen: doing }) : ask('action.runAll', { ref, chosen: doing });
}

/** How parts of the panel have something done: asked for, told, and offered to be taken back. */
export function useRun(
  view: PanelView | null,
  ask: AskBackground,
  notices: Notices,
  say: (text: string) => void,
  sourceName: (connection: string) => string,
): Run {
  const tab = view?.tab ?? -1;
  const run: Run = async (ref, doing, done) => {
    const answer = await askFor(ask, ref, doing);
    // All was so already: nothing was done that could be told or taken back.
    // What is held is told by its own notice, as long as it can be taken back.
    if (!answer.ok || done === null || answer.value.entry === '' || answer.value.heldUntil !== undefined) return answer;
    const title = typeof done === 'string' ? done : await done(answer.value);
    const { entry, queued, final } = answer.value;
    const source = sourceName(ref.connection);
    const name = hitsOf(view?.answers ?? []).find(({ match }) => sameRef(match.person.ref, ref))?.match.person.name;
    const undo = final === true ? null : () => ask(queued === true ? 'action.drop' : 'action.undo', { entry });
    notices.show(tab, {
      key: entry,
      title,
      detail: [name ?? '', source, queued === true ? t('sent_later') : ''],
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
