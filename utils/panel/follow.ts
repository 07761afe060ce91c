import { NO_QUEUE, type QueueState } from '@/utils/messages/protocol';
import type { PanelView } from '@/utils/messages/view';
import type { Viewing } from '@/utils/messages/viewing';
import { watchLock } from './lock';
import { mirror } from './mirror';
import { watchQueue } from './queue';
import { watchViewing } from './viewing';

/** What a panel is a function of. */
interface Followed {
  readonly view: PanelView | null;
  readonly queue: QueueState;
  readonly viewings: readonly Viewing[];
  /** Null: not known yet. */
  readonly locked: boolean | null;
}

/** Draws at once, and again with each change of the tab's view, of what is not sent yet, and of the lock. */
export function follow(search: string, draw: (now: Followed) => void): void {
  const now: { view: PanelView | null; queue: QueueState; viewings: readonly Viewing[]; locked: boolean | null } = {
    view: null,
    queue: NO_QUEUE,
    viewings: [],
    locked: null,
  };
  draw({ ...now });
  mirror(search, (view) => {
    now.view = view;
    draw({ ...now });
  });
  watchLock((locked) => {
    now.locked = locked;
    draw({ ...now });
  });
  watchQueue((queue) => {
    now.queue = queue;
    draw({ ...now });
  });
  watchViewing((viewings) => {
    now.viewings = viewings;
    draw({ ...now });
  });
}
