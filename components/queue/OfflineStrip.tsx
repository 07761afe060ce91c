import { useActs } from '@/components/panel/acts';
import { useQueue } from '@/components/panel/queue';
import { Strip } from '@/components/ui/Strip';
import { plural } from '@/utils/i18n';
import { offlineText } from './offline-words';

/** A server cannot be reached: since when, and what waits for it. */
export function OfflineStrip() {
  const { sourceName } = useActs();
  const queue = useQueue();
  const waiting = queue.items.filter(({ state }) => state === 'queued' || state === 'sending').length;
  return (
    <Strip icon="cloud">
      <strong>{offlineText(queue, Object.keys(queue.offline).map(sourceName))}</strong>
      {waiting > 0 && ` ${plural('changes_wait', waiting)}`}
    </Strip>
  );
}
