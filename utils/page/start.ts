import type { Reading } from '@/utils/people/message';
import { type Face, type Launcher, launcher, type Place } from '@/utils/sites/launcher';
import { onNavigation } from '@/utils/sites/navigation';
import { siteFor } from '@/utils/sites/site-for';
import type { Site } from '@/utils/sites/types';
import { watch } from '@/utils/sites/watch';

/** The way out of the page, handed in by the content script. */
export interface PageDoor {
  /** What this script can read. */
  readonly sites: readonly Site[];
  tell(reading: Reading): void;
  /** Where the launcher stands and what it shows; null: nobody answered. */
  hello(): Promise<{ readonly launcher: Place; readonly face: Face } | null>;
  press(): void;
  place(change: Partial<Place>): void;
  /** False once the extension is gone; ends `signal` itself. */
  alive(): boolean;
  readonly signal: AbortSignal;
}

/**
 * Starts reading a page and, in the top frame, draws the launcher. In frames only what is recognised by its marks
 * is read (Roundcube's message frame): a host says nothing about the many small frames of a mail program.
 * @returns the launcher, for what the background says later; null in a frame
 */
export function start(doc: Document, win: Window & typeof globalThis, door: PageDoor): Launcher | null {
  if (win.top === win) {
    read(doc, win, door);
    return draw(doc, win, door);
  }
  const site = here(doc, win.location, door);
  if (site?.hosts === 'by-page') watch({ site, doc, win, ...door });
  else if (aroundIt(win, door)?.hosts === 'by-page') door.tell({ state: 'nothing' });
  return null;
}

/** The page may become one that we can read: a mail program signs in first. */
function read(doc: Document, win: Window & typeof globalThis, door: PageDoor): void {
  const found = new AbortController();
  const look = () => {
    const site = here(doc, win.location, door);
    if (site === null) return;
    found.abort();
    watch({ site, doc, win, ...door });
  };
  onNavigation(doc, win, AbortSignal.any([door.signal, found.signal]), look);
  look();
}

function draw(doc: Document, win: Window & typeof globalThis, door: PageDoor): Launcher {
  const drawn = launcher(doc, win, door);
  void door.hello().then((answer) => {
    if (answer === null || door.signal.aborted) return;
    drawn.show(answer.face);
    drawn.put(answer.launcher);
  });
  return drawn;
}

function here(doc: Document, { href }: Location, { sites }: PageDoor): Site | null {
  return siteFor(sites, doc, new URL(href));
}

/** A frame that was emptied has no mark of its own; the page that holds it has. */
function aroundIt({ frameElement }: Window, door: PageDoor): Site | null {
  const outer = frameElement?.ownerDocument;
  return outer?.defaultView ? here(outer, outer.defaultView.location, door) : null;
}
