import type { ComponentChildren } from 'preact';
import { later } from '@/components/panel/later';
import type { AskBackground, PageActs } from '@/utils/messages/protocol';

// Who sets no passphrase never needs it.
const Locked = later(async () => (await import('./Locked')).Locked, 'nothing');

interface GuardedProps {
  /** Null: not known yet, and nobody is shown. */
  readonly locked: boolean | null;
  readonly ask: AskBackground;
  readonly page: Pick<PageActs, 'openOptions'>;
  readonly children: ComponentChildren;
}

/** A page of ours that shows people, or the lock in its place. What it held in memory goes with it. */
export function Guarded({ locked, ask, page, children }: GuardedProps) {
  if (locked === null) return null;
  return locked ? <Locked ask={ask} page={page} /> : children;
}
