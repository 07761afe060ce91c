import type { OpenMessage, PageMessage, Party } from '@/utils/people/message';

/** A reading as the next one is compared with it. */
export interface Seen {
  readonly message: OpenMessage;
  /** The thread stood still once, or was clicked: what is unfolded from then on the user unfolds. */
  readonly settled: boolean;
}

/**
 * Sets the focus of a reading: the message that the user unfolded by hand stays the one until the thread changes.
 * @param before the last reading of the page
 * @param quiet the page stands still at `now`
 */
export function follow(before: Seen | null, now: OpenMessage, quiet: boolean): Seen {
  if (before === null || !sameThread(before.message, now)) return { message: now, settled: quiet };
  return {
    message: { ...now, focus: now.focus ?? focusOf(before, now) },
    settled: before.settled || quiet,
  };
}

function focusOf({ message: before, settled }: Seen, now: OpenMessage): number | null {
  if (before.messages.length !== now.messages.length) return moved(before, now);
  const opened = now.messages.flatMap((message, at) =>
    message.expanded && before.messages[at]?.expanded === false ? [at] : [],
  );
  const [only] = opened;
  return settled && only !== undefined && opened.length === 1 ? only : before.focus;
}

// Older messages came out of a fold, or a reply was added: the same message stands at another place.
function moved(before: OpenMessage, now: OpenMessage): number | null {
  const kept = before.focus === null ? undefined : before.messages[before.focus];
  if (kept === undefined) return null;
  const at = now.messages.findIndex((message) => sameMessage(message, kept));
  return at < 0 ? null : at;
}

// Ids may come seconds late (Gmail, 2025-11), and folded messages have none: a missing one says nothing.
function sameThread(a: OpenMessage, b: OpenMessage): boolean {
  if (a.site !== b.site) return false;
  if (a.conversation !== null && b.conversation !== null) return a.conversation === b.conversation;
  return a.title === b.title;
}

function sameMessage(a: PageMessage, b: PageMessage): boolean {
  if (a.id !== null && b.id !== null) return a.id === b.id;
  return a.date === b.date && who(a.from[0]) === who(b.from[0]);
}

function who(party: Party | undefined): string {
  return party?.address ?? party?.name ?? '';
}
