import { setBadge } from '@/utils/browser/badge';
import { onStored, readAllStored, readStored } from '@/utils/browser/storage';
import { plural, t } from '@/utils/i18n';
import { isQueue, LOCK_KEY, NO_QUEUE, type QueueState, queueKey } from '@/utils/messages/protocol';
import { isView, type PanelView } from '@/utils/messages/view';
import { quietly } from './quietly';

/** What a server needs of the agent before it can be asked again, and how it is called. */
export interface Need {
  readonly kind: 'signed-out' | 'no-access';
  readonly name: string;
}

export type Needs = ReadonlyMap<string, Need>;

const needTexts = { 'signed-out': 'badge_signed_out', 'no-access': 'badge_no_access' } as const;

/** Four letters fit. `!`: something waits for the agent, or it is locked · `↑3`: changes that are not sent yet. */
export function badgeOf(
  { items }: QueueState,
  needs: Needs = new Map(),
  locked = false,
): { readonly text: string; readonly title: string } {
  if (locked) return { text: '!', title: t('lock_title') };
  const [need] = needs.values();
  if (need !== undefined) return { text: '!', title: t(needTexts[need.kind], [need.name]) };
  const stopped = items.filter(({ state }) => state === 'conflict' || state === 'failed').length;
  if (stopped > 0) return { text: '!', title: plural('badge_stopped', stopped) };
  if (items.length === 0) return { text: '', title: t('action_title') };
  return { text: `↑${items.length > 99 ? '99+' : items.length}`, title: plural('queue_waits', items.length) };
}

/** What the servers of a view need, beside what is known of others; the same needs if it tells nothing new. */
export function needsAfter(needs: Needs, { answers, sources }: Pick<PanelView, 'answers' | 'sources'>): Needs {
  const next = new Map(needs);
  for (const { source, state, problem } of answers) {
    const kind = problem?.kind;
    if (kind === 'signed-out' || kind === 'no-access') next.set(source.id, { kind, name: source.name });
    // One that is only looking has not said yet whether it is well again.
    else if (state !== 'looking') next.delete(source.id);
  }
  const open = new Set(sources.map(({ id }) => id));
  if (open.size > 0) for (const id of next.keys()) if (!open.has(id)) next.delete(id);
  const same =
    next.size === needs.size &&
    [...next].every(([id, { kind, name }]) => {
      const before = needs.get(id);
      return before?.kind === kind && before.name === name;
    });
  return same ? needs : next;
}

/** Keeps the button's badge as the queue is, as the servers are, and as the lock is. Told of each view that changes. */
export function keepBadge(): (view: PanelView) => void {
  const known: { queue: QueueState; needs: Needs; locked: boolean } = {
    queue: NO_QUEUE,
    needs: new Map(),
    locked: false,
  };
  const show = (): void => {
    const { text, title } = badgeOf(known.queue, known.needs, known.locked);
    quietly(setBadge(text, title));
  };
  const hear = (value: unknown): void => {
    known.queue = isQueue(value) ? value : NO_QUEUE;
    show();
  };
  const hearLock = (value: unknown): void => {
    known.locked = value === true;
    show();
  };
  const seen = (view: PanelView): void => {
    const needs = needsAfter(known.needs, view);
    if (needs === known.needs) return;
    known.needs = needs;
    show();
  };
  onStored('session', queueKey, hear);
  quietly(readStored('session', queueKey).then(hear));
  onStored('session', LOCK_KEY, hearLock);
  quietly(readStored('session', LOCK_KEY).then(hearLock));
  // What was known before the background was stopped stands in the views.
  quietly(
    readAllStored('session').then((all) => {
      for (const value of Object.values(all)) if (isView(value)) seen(value);
    }),
  );
  return seen;
}
