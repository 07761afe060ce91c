import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { actionWord } from '@/components/panel/action-words';
import { useActs } from '@/components/panel/acts';
import { Dotted } from '@/components/panel/Dotted';
import { isolate } from '@/components/panel/person-words';
import { problemWords } from '@/components/panel/problem-words';
import { useQueue } from '@/components/panel/queue';
import { Notice, type NoticeClock } from '@/components/ui/Notice';
import { type TextKey, t } from '@/utils/i18n';
import type { Queued } from '@/utils/messages/protocol';

/** ms that it is held, as the journal does; only for the line at its foot. */
const HELD = 10_000;
const TOLD = 8_000;

/** What is about to be done, and how it is told once nothing can take it back. */
const words: Partial<Record<Queued['action'], { readonly will: TextKey; readonly was: TextKey }>> = {
  delete: { will: 'held_delete', was: 'done_delete' },
  'delete-and-ban': { will: 'held_delete_and_ban', was: 'done_delete_and_ban' },
  'send-reset': { will: 'held_send_reset', was: 'done_send_reset' },
  'remove-factor': { will: 'held_remove_factor', was: 'done_remove_factor' },
  'remove-factors': { will: 'held_remove_factors', was: 'done_remove_factors' },
};

/** A server that deletes later was only told to: until then its profile says so. */
const isDelete = ({ action }: Queued): boolean => action === 'delete' || action === 'delete-and-ban';

const titleOf = ({ action, name }: Queued, when: 'will' | 'was'): string => {
  const key = words[action]?.[when];
  return key === undefined ? actionWord(action) : t(key, [isolate(name)]);
};

interface HeldNoticeProps {
  /** Of the notice about what was done last; null: there is none. */
  readonly mark: string | null;
  /** That notice, for when there is nothing to tell here. */
  readonly children: ComponentChildren;
}

/** What is held runs out whoever looks at it: the last chance to take it back, then honest words about what was done. */
export function HeldNotice({ mark, children }: HeldNoticeProps) {
  const { ask, now, say, warn, sourceName, sourceOf } = useActs();
  const queue = useQueue();
  const held = queue.items.find(({ state, until }) => state === 'held' && until !== undefined);
  const last = useRef<Queued | null>(null);
  const dropped = useRef(new Set<string>());
  const [over, setOver] = useState<{ readonly one: Queued; readonly mark: string | null } | null>(null);
  const source = (one: Queued) => (one.ref === null ? '' : sourceName(one.ref.connection));
  const later = (one: Queued) => isDelete(one) && sourceOf(one.ref?.connection ?? '')?.says?.deletesLater === true;
  const wasTitle = (one: Queued) =>
    later(one) ? t('told_delete', [isolate(one.name), source(one)]) : titleOf(one, 'was');

  useEffect(() => {
    const before = last.current;
    const stillThere = queue.items.find(({ entry }) => entry === before?.entry);
    last.current = held ?? stillThere ?? null;
    if (before === null || stillThere !== undefined || dropped.current.has(before.entry)) return;
    // Gone from the queue before its time: taken back in another window. Else it is done.
    if (before.state === 'held' && (before.until ?? 0) > now() + 500) return;
    setOver({ one: before, mark });
    say(wasTitle(before));
  });

  if (held !== undefined) {
    const title = titleOf(held, 'will');
    const left = Math.max(0, (held.until ?? 0) - now());
    const clock: NoticeClock = { stays: Math.max(HELD, left), left };
    const undo = async () => {
      dropped.current.add(held.entry);
      const answer = await ask('action.undo', { entry: held.entry });
      if (answer.ok) return say(t('said_undone', [title]));
      dropped.current.delete(held.entry);
      const { title: what, detail } = problemWords(answer.problem, 'failed_undo', source(held));
      warn(`${what} ${detail}`);
    };
    return (
      <Notice
        key={held.entry}
        firm
        title={title}
        detail={<Dotted parts={[source(held), later(held) ? '' : t('then_final')].filter((part) => part !== '')} />}
        action={{ text: t('undo'), icon: 'undo', onPress: () => void undo() }}
        clock={clock}
        onGone={() => {}}
      />
    );
  }
  // What was told before can wait; what was done since cannot.
  if (over === null || (mark !== null && mark !== over.mark)) return <>{children}</>;
  return (
    <Notice
      key={`over ${over.one.entry}`}
      title={wasTitle(over.one)}
      detail={<Dotted parts={[source(over.one), t(later(over.one) ? 'told_delete_detail' : 'is_final')]} />}
      clock={{ stays: TOLD, left: TOLD }}
      onGone={() => setOver(null)}
    />
  );
}
