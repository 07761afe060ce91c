import { drawIcon, type LauncherIcon } from './launcher-icons';

export interface MenuEntry {
  readonly icon: LauncherIcon;
  readonly text: string;
  run(): void;
}

/**
 * Opens a menu in `box`, with the focus in it. Arrows, Home and End move; Escape and Tab close; so does leaving it.
 * @param home gets the focus back when the menu is closed by key or choice
 */
export function openMenu(doc: Document, box: HTMLElement, home: HTMLElement, entries: readonly MenuEntry[]): void {
  const menu = doc.createElement('div');
  const items = entries.map((entry) => itemOf(doc, entry));
  let at = 0;
  let open = true;

  function close(back: boolean): void {
    if (!open) return;
    open = false;
    menu.remove();
    if (back) home.focus();
  }

  function go(to: number): void {
    at = (to + items.length) % items.length;
    items[at]?.focus();
  }

  function onKey(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(-1),
      Escape: () => close(true),
      Tab: () => close(true),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  }

  menu.setAttribute('role', 'menu');
  menu.append(...items);
  menu.addEventListener('keydown', onKey);
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!items.some((item) => item === relatedTarget)) close(false);
  });
  items.forEach((item, index) => {
    item.addEventListener('pointerenter', () => go(index));
    item.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      close(true);
      entries[index]?.run();
    });
  });
  box.append(menu);
  go(0);
}

function itemOf(doc: Document, { icon, text }: MenuEntry): HTMLElement {
  const item = doc.createElement('button');
  item.type = 'button';
  item.tabIndex = -1;
  item.setAttribute('role', 'menuitem');
  item.append(drawIcon(doc, icon, 16), text);
  return item;
}
