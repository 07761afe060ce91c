import { Button } from '@/components/ui/Button';
import { formatNumber, plural } from '@/utils/i18n';
import { useActs } from './acts';
import { useQueue } from './queue';

/** How much is not sent yet, and the way to it; nothing where all is. */
export function QueueButton() {
  const { open } = useActs();
  const count = useQueue().items.length;
  if (count === 0) return null;
  return (
    <Button small icon="up" label={plural('queue_waits', count)} onPress={() => open({ kind: 'queue' })}>
      <span class="figures" aria-hidden="true">
        {formatNumber(count)}
      </span>
    </Button>
  );
}
