import type { Reading } from '@/utils/people/message';
import { follow, type Seen } from './focus';
import { onNavigation } from './navigation';
import { readPage } from './read';
import type { Site } from './types';

/** ms without a change after which a page counts as still. */
const STILL = 150;
/** ms after which a page that never stands still counts as still. */
const RESTLESS = 1000;
/** ms a still page gets to show something we can read, before it is called unreadable. */
const PATIENCE = 2000;
/** ms between two reads while the page keeps changing. */
const PACE = 48;

export interface Watched {
  readonly site: Site;
  readonly doc: Document;
  readonly win: Window & typeof globalThis;
  /** Gets each reading that differs from the one before. */
  tell(reading: Reading): void;
  /** False: the extension is gone; asked before each piece of work. Ends `signal` itself. */
  alive(): boolean;
  readonly signal: AbortSignal;
}

/**
 * Reads the page whenever it changed: at the next frame, and again when it stands still. An open message is told at
 * once; that nothing is open, or nothing readable, only of a page that stands still, since between two messages
 * every page is empty for a moment. One observer; no timer and no frame is asked for unless something changed.
 */
export function watch({ site, doc, win, tell, alive, signal }: Watched): void {
  if (signal.aborted) return;
  let observed: Element | null = null;
  let loading = true;
  let frame = 0;
  let soon = 0;
  let still = 0;
  let late = 0;
  let changedAt = 0;
  let since = 0;
  let readAt = -PACE;
  let unseen = false;
  let told = '';
  let seen: Seen | null = null;

  const observer = new win.MutationObserver((records) => {
    if (!root() || records.some(({ target }) => root()?.contains(target))) changed();
  });

  // Called for each of hundreds of changes: what is under way already is left as it is.
  function changed(): void {
    if (!alive()) return;
    win.clearTimeout(late);
    if (doc.hidden) {
      unseen = true;
      return;
    }
    changedAt = win.performance.now();
    if (frame === 0) frame = win.requestAnimationFrame(next);
    if (still !== 0) return;
    since = changedAt;
    still = win.setTimeout(stand, STILL);
  }

  // Several come with one change, and most after it was read: then it is enough to wait until the page stands still.
  function hinted(): void {
    if (still === 0) changed();
    else changedAt = win.performance.now();
  }

  function next(now: number): void {
    frame = 0;
    if (now - readAt < PACE) {
      frame = win.requestAnimationFrame(next);
      return;
    }
    readAt = now;
    // The page paints first. Asked before, it would have to style the new message once for us and once for itself.
    if (soon === 0) soon = win.setTimeout(look);
  }

  function look(): void {
    soon = 0;
    if (!root()) observe();
    read(false);
  }

  function stand(): void {
    still = 0;
    const rest = Math.min(changedAt + STILL, since + RESTLESS) - win.performance.now();
    if (doc.hidden) unseen = true;
    else if (rest >= 1) still = win.setTimeout(stand, rest);
    else if (alive()) {
      observe();
      if (!read(true)) late = win.setTimeout(() => read(true, true), PATIENCE);
    }
  }

  /** False: something is open that nobody can read, and the page may get some more time. */
  function read(quiet: boolean, patient = false): boolean {
    const found = readPage(site, doc, new URL(win.location.href), root());
    if (found.state !== 'open') {
      if (!quiet) return true;
      if (found.state === 'unknown' && !patient) return false;
      seen = null;
      say(found);
      return true;
    }
    seen = follow(seen, found.message, quiet);
    say({ state: 'open', message: seen.message });
    return true;
  }

  /** Where the site shows its messages, as far as that is known and still so. */
  function root(): Element | undefined {
    return !loading && observed?.isConnected ? observed : undefined;
  }

  function say(reading: Reading): void {
    const text = JSON.stringify(reading);
    if (text === told) return;
    told = text;
    tell(reading);
  }

  // While loading, everything is looked at: what a page builds first is not what stays. Then the site's own root,
  // and of what stands above it only whether it is taken away.
  function observe(): void {
    const found = site.root(doc, root());
    const target = found ?? doc.body ?? doc.documentElement;
    if (target === observed && loading === (found === null)) return;
    observer.disconnect();
    observed = target;
    loading = found === null;
    const filter = loading || site.attributes.length === 0 ? {} : { attributeFilter: [...site.attributes] };
    observer.observe(target, { childList: true, subtree: true, ...filter });
    for (let node = target.parentElement; node !== null && node !== doc.documentElement; node = node.parentElement) {
      observer.observe(node, { childList: true });
    }
  }

  function shown(): void {
    if (!alive() || doc.hidden || !unseen) return;
    unseen = false;
    changed();
  }

  signal.addEventListener('abort', () => {
    observer.disconnect();
    win.cancelAnimationFrame(frame);
    win.clearTimeout(soon);
    win.clearTimeout(still);
    win.clearTimeout(late);
  });
  // What is unfolded after a click in an open thread, the user unfolds, however fast.
  const touched = () => {
    if (seen !== null) seen = { ...seen, settled: true };
  };
  doc.addEventListener('click', touched, { capture: true, signal });
  onNavigation(doc, win, signal, hinted);
  doc.addEventListener('visibilitychange', shown, { signal });
  // A page taken back out of the browser's store: the tab told of another one in between.
  win.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      told = '';
      changed();
    },
    { signal },
  );
  observe();
  changed();
}
