import './menu.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import type { IconName } from './icons';
import { moved } from './listbox';
import { useOwnId } from './use-own-id';

export interface MenuItem {
  readonly key: string;
  readonly text: string;
  readonly icon: IconName;
  readonly onPress: () => void;
  /** Why it may not be pressed, as a second line. */
  readonly mayNot?: string;
  /** What it means, or the state it would change, as a second line. */
  readonly note?: string;
  /** The key that does the same, at the end. */
  readonly keys?: string;
  /** Begins another kind of rows, below a line. */
  readonly apart?: boolean;
  /** Stands last, below a line, in red. */
  readonly danger?: boolean;
  /** One of several to choose from: is it the chosen one? Told by a check and by its role, not by `icon`. */
  readonly checked?: boolean;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly tabIndex?: number;
  /** A drawing and, behind it, a word instead of the dots: what is chosen now ("Newest"). */
  readonly button?: { readonly icon: IconName; readonly text?: string };
  /** 24 instead of 28: in rows. */
  readonly small?: boolean;
  /** Above the rows, what they are about; `title` says the same to a reader. */
  readonly head?: { readonly drawn: ComponentChildren; readonly title: string };
  /** Open from the start: where a plain button stood for it until it was pressed. */
  readonly opened?: boolean;
}

/** px that the rows have at least, where the button stands at the bottom of what is seen. */
const LEAST = 160;
/** px below them. */
const FREE = 8;

const roleOf = ({ checked }: MenuItem) =>
  checked === undefined ? { role: 'menuitem' as const } : { role: 'menuitemradio' as const, 'aria-checked': checked };

const ROWS = '[role^="menuitem"]';

/** A button, with dots if nothing else is said, and the rows it opens. Arrows move, Esc gives the focus back to the button. */
export function Menu({ label, items, tabIndex, button: look, small = false, head, opened = false }: MenuProps) {
  const [open, setOpen] = useState(opened);
  const id = useOwnId();
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const rows = () => [...(frame.current?.querySelectorAll<HTMLElement>(ROWS) ?? [])];

  // As long as there is room below the button, and scrolled from there on: its last rows are never out of reach.
  useLayoutEffect(() => {
    const list = frame.current?.querySelector<HTMLElement>('.menu-rows');
    if (!open || list == null) return;
    list.style.maxHeight = `${Math.max(LEAST, window.innerHeight - list.getBoundingClientRect().top - FREE)}px`;
  }, [open]);

  useEffect(() => {
    if (!open) return;
    const first = frame.current?.querySelector<HTMLElement>(ROWS);
    (frame.current?.querySelector<HTMLElement>('[aria-checked="true"]') ?? first)?.focus();
    const away = (event: Event) => {
      if (event.target instanceof Node && frame.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = rows();
    const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') {
      setOpen(false);
    } else {
      const next = moved(event.key, at, all.length);
      if (next === at) return;
      event.preventDefault();
      all[next]?.focus();
    }
  };

  return (
    <div class="menu" ref={frame}>
      {look?.text === undefined ? (
        <IconButton
          icon={look?.icon ?? 'dots'}
          label={label}
          popup="menu"
          expanded={open}
          small={small}
          {...(open ? { controls: id } : {})}
          onPress={() => setOpen(!open)}
          buttonRef={button}
          {...(tabIndex === undefined ? {} : { tabIndex })}
        />
      ) : (
        <button
          type="button"
          class="menu-word"
          aria-label={`${label}: ${look.text}`}
          aria-haspopup="menu"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
          ref={button}
        >
          <Icon name={look.icon} />
          {look.text}
        </button>
      )}
      {open && (
        <div
          class="menu-rows"
          role="menu"
          id={id}
          aria-label={head?.title ?? label}
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          {head !== undefined && (
            <div class="menu-head" aria-hidden="true">
              {head.drawn}
            </div>
          )}
          {items.map((item, index) => (
            <button
              key={item.key}
              type="button"
              {...roleOf(item)}
              tabIndex={-1}
              class={`menu-row${item.danger === true ? ' menu-row-danger' : ''}`}
              data-apart={item.apart === true || (item.danger === true && items[index - 1]?.danger !== true)}
              aria-disabled={item.mayNot === undefined ? undefined : 'true'}
              onClick={() => {
                if (item.mayNot !== undefined) return;
                close();
                item.onPress();
              }}
            >
              <Icon
                name={item.checked === undefined ? item.icon : 'check'}
                {...(item.checked === false ? { class: 'menu-unchecked' } : {})}
              />
              <span class="menu-words">
                {item.text}
                {(item.mayNot ?? item.note) !== undefined && (
                  <span class="menu-reason">{item.mayNot ?? item.note}</span>
                )}
              </span>
              {item.keys !== undefined && <kbd class="menu-keys">{item.keys}</kbd>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
