import { useRef, useState } from 'preact/hooks';
import { useActs, useNow } from '@/components/panel/acts';
import { Dotted } from '@/components/panel/Dotted';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { QuietAction } from '@/components/ui/Empty';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { t } from '@/utils/i18n';
import type { Queued } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import { queueDetail, queueIcon, queueTitle } from './queue-words';

/** One thing that is not sent yet, with the way to whom it is about, and the way out of the queue. */
export function QueueRow({ one }: { readonly one: Queued }) {
  const { ask, say, tab, sourceName } = useActs();
  const now = useNow(one.until === undefined ? 0 : 1000);
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);
  const source = one.ref === null ? '' : sourceName(one.ref.connection);
  const title = queueTitle(one);
  const { ref } = one;
  const remove = async () => {
    if (busy.current) return;
    busy.current = true;
    const answer = await ask('action.drop', { entry: one.entry });
    busy.current = false;
    if (answer.ok) say(t('queue_removed', [title]));
    else setProblem(answer.problem);
  };
  return (
    <li class="queue-row">
      <Icon name={queueIcon(one)} />
      <div class="queue-words">
        {ref === null ? (
          <bdi>{title}</bdi>
        ) : (
          <button type="button" class="queue-open" onClick={() => void ask('lookup.person', { tab, ref })}>
            <bdi>{title}</bdi>
          </button>
        )}
        <p class="quiet">
          <Dotted parts={queueDetail(one, source, now)} />
        </p>
        {one.state === 'failed' && (
          <QuietAction text={t('retry')} icon="retry" onPress={() => void ask('queue.send', { entry: one.entry })} />
        )}
        {problem !== null && (
          <ProblemBox problem={problem} call="failed_save" source={source} onRetry={() => void remove()} />
        )}
      </div>
      {one.state !== 'sending' && (
        <IconButton small icon="x" label={t('queue_remove', [title])} onPress={() => void remove()} />
      )}
    </li>
  );
}
