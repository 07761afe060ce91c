import { useRef } from 'preact/hooks';
import { actionWord } from '@/components/panel/action-words';
import { useActs } from '@/components/panel/acts';
import { Dotted } from '@/components/panel/Dotted';
import { problemWords } from '@/components/panel/problem-words';
import { Sentence } from '@/components/panel/Sentence';
import type { Hit } from '@/components/panel/states';
import { t } from '@/utils/i18n';
import type { EntryMark } from '@/utils/messages/protocol';
import { HistoryLine } from './HistoryLine';

/** The same once more. Refused again, it is told as a new line. */
function TryAgain({ mark, hit }: { readonly mark: EntryMark; readonly hit: Hit }) {
  const { ask, say, warn } = useActs();
  const busy = useRef(false);
  const title = actionWord(mark.action);
  const tryAgain = async () => {
    if (busy.current) return;
    busy.current = true;
    const answer = await ask('action.again', { entry: mark.id });
    busy.current = false;
    if (answer.ok) return say(t('history_saved', [title]));
    const words = problemWords(answer.problem, 'failed_save', hit.answer.source.name);
    warn(`${words.title} ${words.detail}`);
  };
  return (
    <button type="button" class="event-act" aria-label={t('try_again_value', [title])} onClick={() => void tryAgain()}>
      {t('try_again')}
    </button>
  );
}

/** Something we were to do that did not come to pass, or not yet; and why. */
export function HistoryStopped({ mark, hit }: { readonly mark: EntryMark; readonly hit: Hit }) {
  const { problem, state } = mark;
  const waits = state === 'waiting';
  const source = hit.answer.source.name;
  const why = problem === undefined ? [] : [problemWords(problem, 'failed_save', source).detail];
  return (
    <HistoryLine
      icon={waits ? 'up' : 'alert'}
      at={mark.at}
      by={<Dotted parts={[t('you'), source, ...why]} />}
      action={mark.canTryAgain === true ? <TryAgain mark={mark} hit={hit} /> : undefined}
    >
      <Sentence
        text={waits ? 'history_waits' : 'history_not_saved'}
        first={<strong>{actionWord(mark.action)}</strong>}
      />
    </HistoryLine>
  );
}
