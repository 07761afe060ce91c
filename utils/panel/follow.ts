import { NO_QUEUE, type QueueState } from '@/utils/messages/protocol';
import type { PanelView } from '@/utils/messages/view';
import { mirror } from './mirror';
import { watchQueue } from './queue';

/** What a panel is a function of. */
interface Followed {
  readonly view: PanelView | null;
  readonly queue: QueueState;
}

/** Draws at once, and again with each change of the tab's view and of what is not sent yet. */
export function follow(search: string, draw: (now: Followed) => void): void {
  const now: { view: PanelView | null; queue: QueueState } = { view: null, queue: NO_QUEUE };
  draw({ ...now });
  mirror(search, (view) => {
    now.view = view;
    draw({ ...now });
  });
  watchQueue((queue) => {
    now.queue = queue;
    draw({ ...now });
  });
}
