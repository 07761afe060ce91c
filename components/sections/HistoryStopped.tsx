import { actionWord } from '@/components/panel/action-words';
import { Dotted } from '@/components/panel/Dotted';
import { problemWords } from '@/components/panel/problem-words';
import { Sentence } from '@/components/panel/Sentence';
import type { Hit } from '@/components/panel/states';
import { t } from '@/utils/i18n';
import type { EntryMark } from '@/utils/messages/protocol';
import { HistoryLine } from './HistoryLine';

/** Something we were to do that did not come to pass, or not yet; and why. */
export function HistoryStopped({ mark, hit }: { readonly mark: EntryMark; readonly hit: Hit }) {
  const { problem, state } = mark;
  const waits = state === 'waiting';
  const source = hit.answer.source.name;
  const why = problem === undefined ? [] : [problemWords(problem, 'failed_save', source).detail];
  return (
    <HistoryLine icon={waits ? 'up' : 'alert'} at={mark.at} by={<Dotted parts={[t('you'), source, ...why]} />}>
      <Sentence
        text={waits ? 'history_waits' : 'history_not_saved'}
        first={<strong>{actionWord(mark.action)}</strong>}
      />
    </HistoryLine>
  );
}
