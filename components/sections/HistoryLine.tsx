import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { problemWords } from '@/components/panel/problem-words';
import type { Hit } from '@/components/panel/states';
import { Icon } from '@/components/ui/Icon';
import type { IconName } from '@/components/ui/icons';
import { clockText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { EntryMark } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';

interface HistoryLineProps {
  readonly icon: IconName;
  readonly at: string;
  /** Under the words, over the whole width. */
  readonly values?: ComponentChildren;
  /** Below: who and where. */
  readonly by: ComponentChildren;
  /** At the end, below the time. */
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A sign, what happened, who and where, the time at the end. */
export function HistoryLine({ icon, at, values, by, action, children }: HistoryLineProps) {
  return (
    <li class="event">
      <Icon name={icon} />
      <div class="event-words">{children}</div>
      <time class="event-time" dateTime={at}>
        {clockText(Date.parse(at))}
      </time>
      {values}
      <div class="event-by">{by}</div>
      {action}
    </li>
  );
}

interface UndoProps {
  readonly mark: EntryMark;
  readonly hit: Hit;
  /** What would be taken back, for readers. */
  readonly title: string;
}

/** Takes an entry of the journal back; what stands in the way is told in its place. */
export function HistoryUndo({ mark, hit, title }: UndoProps) {
  const { ask, say, warn } = useActs();
  const [state, setState] = useState<'idle' | 'busy' | Problem>('idle');
  const source = hit.answer.source.name;
  const undo = async () => {
    if (state === 'busy') return;
    setState('busy');
    const answer = await ask('action.undo', { entry: mark.id });
    if (answer.ok) {
      setState('idle');
      say(t('said_undone', [title]));
      return;
    }
    setState(answer.problem);
    const words = problemWords(answer.problem, 'failed_undo', source);
    warn(`${words.title} ${words.detail}`);
  };
  const problem = typeof state === 'object' ? problemWords(state, 'failed_undo', source) : null;
  return (
    <>
      <button
        type="button"
        class="event-act"
        aria-label={t('undo_value', [title])}
        aria-disabled={state === 'busy' ? 'true' : undefined}
        onClick={() => void undo()}
      >
        <Icon name="undo" />
        {t('undo')}
      </button>
      {problem !== null && (
        <p class="event-problem">
          <Icon name="alert" />
          <span>
            {problem.title} <span class="quiet">{problem.detail}</span>
          </span>
        </p>
      )}
    </>
  );
}
