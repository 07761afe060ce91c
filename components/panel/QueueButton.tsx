import { Button } from '@/components/ui/Button';
import { formatNumber, plural } from '@/utils/i18n';
import { useActs } from './acts';
import { useQueue } from './queue';

/** How much is not sent yet, and the way to it; nothing where all is. */
export function QueueButton() {
  const { open } = useActs();
  const count = useQueue().items.length;
  if (count === 0) return null;
  const shown = formatNumber(count);
  const words = plural('queue_waits', count);
  // Whoever speaks to the panel says what is seen: in some languages one and two are no figures in the words.
  const label = words.includes(shown) ? words : `${shown} · ${words}`;
  return (
    <Button small icon="up" label={label} onPress={() => open({ kind: 'queue' })}>
      <span class="figures">{shown}</span>
    </Button>
  );
}
