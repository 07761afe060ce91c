import { direction, plural, t } from '@/utils/i18n';
import css from './launcher.css?inline';
import { drawIcon } from './launcher-icons';
import { openMenu } from './launcher-menu';
import { movable } from './launcher-move';

/** What is known of who wrote; never a name, since the page can be looked over a shoulder and filmed. */
export type Face =
  | { readonly kind: 'none' | 'looking' | 'known' | 'new' }
  | { readonly kind: 'several'; readonly count: number };

export interface Place {
  readonly hidden: boolean;
  /** 0 to 1: how far down the page's edge. */
  readonly top: number;
}

export interface LauncherDoor {
  press(): void;
  place(change: Partial<Place>): void;
  readonly signal: AbortSignal;
}

export interface Launcher {
  show(face: Face): void;
  put(place: Place): void;
}

/** ms a lookup may take before the launcher says that it is looking. */
const PATIENCE = 300;
const HEIGHT = 32;
/** Keys that mean something to us do not also reach the mail program's shortcuts. */
const KEYS = ['Enter', ' ', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Escape', 'F10', 'ContextMenu'];

/**
 * The button at the page's edge, in a closed shadow root: neither the page's styles nor its scripts get in.
 * Not there before the first `put`; gone without a trace when `signal` ends.
 */
export function launcher(doc: Document, win: Window & typeof globalThis, door: LauncherDoor): Launcher {
  const host = doc.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const box = doc.createElement('div');
  const button = doc.createElement('button');
  const status = doc.createElement('div');
  let place: Place = { hidden: true, top: 0 };
  let later = 0;
  let drawn = '';

  function show(face: Face): void {
    win.clearTimeout(later);
    if (face.kind === 'looking') later = win.setTimeout(() => draw(face), PATIENCE);
    else draw(face);
  }

  // The same face mostly comes again with the next message; its texts cost the page a third of a millisecond each.
  function draw(face: Face): void {
    const key = JSON.stringify(face);
    if (key === drawn) return;
    drawn = key;
    const word = wordOf(face);
    const span = doc.createElement('span');
    span.textContent = word;
    button.dataset['face'] = face.kind;
    button.setAttribute('aria-label', labelOf(face));
    button.replaceChildren(drawIcon(doc, face.kind, 20), ...(word === '' ? [] : [span]));
  }

  function put(next: Place): void {
    place = next;
    box.style.top = `calc((100vh - ${HEIGHT}px) * ${place.top})`;
    box.classList.toggle('low', place.top > 0.5);
    if (place.hidden) host.remove();
    else if (!host.isConnected && !door.signal.aborted) doc.documentElement.append(host);
  }

  const move = movable(button, {
    top: () => place.top,
    length: () => win.innerHeight - HEIGHT,
    to: (top) => put({ ...place, top }),
    done: (top) => door.place({ top }),
    say: (text) => status.replaceChildren(text),
  });

  function menu(event: Event): void {
    event.preventDefault();
    if (!event.isTrusted || root.querySelector('[role=menu]') !== null) return;
    openMenu(doc, box, button, [
      { icon: 'open', text: t('launcher_open_panel'), run: door.press },
      { icon: 'move', text: t('launcher_move'), run: move.byKeys },
      { icon: 'hide', text: t('launcher_hide', [siteName(win.location)]), run: hide },
    ]);
  }

  function hide(): void {
    put({ ...place, hidden: true });
    door.place({ hidden: true });
  }

  button.type = 'button';
  button.className = 'button';
  button.setAttribute('aria-keyshortcuts', 'Shift+F10');
  button.addEventListener('click', (event) => event.isTrusted && !move.justMoved() && door.press());
  // Writing a mail goes on: the press takes the focus from nobody.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  box.addEventListener('contextmenu', menu);
  button.addEventListener('keydown', (event) => {
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) menu(event);
  });
  for (const type of ['keydown', 'keypress', 'keyup']) box.addEventListener(type, keep);
  status.setAttribute('role', 'status');
  box.className = 'launcher';
  box.dir = direction();
  box.append(button, status);
  dress(doc, win, root);
  root.append(box);
  draw({ kind: 'none' });
  door.signal.addEventListener('abort', () => {
    win.clearTimeout(later);
    host.remove();
  });
  return { show, put };
}

function keep(event: Event): void {
  if ('key' in event && KEYS.some((key) => key === event.key)) event.stopPropagation();
}

function wordOf(face: Face): string {
  switch (face.kind) {
    case 'none':
      return '';
    case 'looking':
      return t('launcher_looking');
    case 'known':
      return t('launcher_known');
    case 'several':
      return plural('launcher_several', face.count);
    case 'new':
      return t('launcher_new');
  }
}

function labelOf(face: Face): string {
  if (face.kind === 'several') return plural('launcher_label_several', face.count);
  return t(`launcher_label_${face.kind}`);
}

/** Our own sample mailbox has no host that anybody would know. */
function siteName({ protocol, hostname }: Location): string {
  return protocol.startsWith('http') ? hostname : t('extension_name');
}

// A sheet is no element, so no policy of the page concerns it. Where the browser does not hand shadow roots of
// content scripts their sheets (Firefox, bug 1751346), an element has to do.
function dress(doc: Document, win: typeof globalThis, root: ShadowRoot): void {
  try {
    const sheet = new win.CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = doc.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
