import { setBadge } from '@/utils/browser/badge';
import { onStored, readStored } from '@/utils/browser/storage';
import { plural, t } from '@/utils/i18n';
import { isQueue, NO_QUEUE, type QueueState, queueKey } from '@/utils/messages/protocol';
import { quietly } from './quietly';

/** Four letters fit. `!`: something waits for the agent · `↑3`: changes that are not sent yet. */
export function badgeOf({ items }: QueueState): { readonly text: string; readonly title: string } {
  const stopped = items.filter(({ state }) => state === 'conflict' || state === 'failed').length;
  if (stopped > 0) return { text: '!', title: plural('badge_stopped', stopped) };
  if (items.length === 0) return { text: '', title: t('action_title') };
  return { text: `↑${items.length > 99 ? '99+' : items.length}`, title: plural('queue_waits', items.length) };
}

/** Keeps the button's badge as the queue is. */
export function keepBadge(): void {
  const show = (value: unknown): void => {
    const { text, title } = badgeOf(isQueue(value) ? value : NO_QUEUE);
    quietly(setBadge(text, title));
  };
  onStored('session', queueKey, show);
  quietly(readStored('session', queueKey).then(show));
}
