import './queue.css';
import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { useQueue } from '@/components/panel/queue';
import { Empty, QuietAction } from '@/components/ui/Empty';
import { formatNumber, plural, t } from '@/utils/i18n';
import type { PanelView } from '@/utils/messages/view';
import { isOffline, offlineText } from './offline-words';
import { QueueRow } from './QueueRow';

/** All that was done here and is not sent yet, in the order it will go. */
export function QueuePage({ view }: { readonly view: PanelView }) {
  const { ask, say, warn, sourceName } = useActs();
  const queue = useQueue();
  const [busy, setBusy] = useState(false);
  const count = queue.items.length;
  const sendable = queue.items.some(({ state }) => state === 'queued' || state === 'failed');
  const send = async () => {
    if (busy) return;
    setBusy(true);
    say(t('sending_now'));
    const answer = await ask('queue.send', {});
    setBusy(false);
    if (!answer.ok) warn(t('queue_not_sent'));
  };
  const names = Object.keys(queue.offline).map(sourceName);
  return (
    <section class="queue" aria-labelledby="queue-title" aria-busy={busy ? 'true' : undefined}>
      <div class="queue-top">
        <h1 class="page-title" id="queue-title" tabIndex={-1}>
          {t('queue_title')} <span class="quiet figures">({formatNumber(count)})</span>
        </h1>
        {sendable && <QuietAction text={t(busy ? 'sending_now' : 'send_now')} onPress={() => void send()} />}
      </div>
      {isOffline(view, queue) && <p class="queue-hint quiet">{offlineText(queue, names)}</p>}
      {count === 0 ? (
        <div class="queue-hint">
          <Empty text={t('queue_empty')} />
        </div>
      ) : (
        <ul>
          {queue.items.map((one) => (
            <QueueRow key={one.entry} one={one} />
          ))}
        </ul>
      )}
      {count > 0 && <p class="queue-hint quiet">{plural('queue_hint', count)}</p>}
    </section>
  );
}
