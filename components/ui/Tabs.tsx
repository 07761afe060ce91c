import './tabs.css';
import { useEffect, useRef } from 'preact/hooks';
import { moved } from './listbox';

export interface Tab {
  readonly id: string;
  readonly text: string;
  readonly count?: string;
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** Dashed: what is below is not the newest. */
  readonly dashed?: boolean;
}

export const tabId = (id: string): string => `tab-${id}`;
export const tabPanelId = (id: string): string => `tab-panel-${id}`;

/** Like the dividers of a card box: the rule rises round the chosen one. Left and right choose. */
export function Tabs({ label, tabs, selected, onSelect, dashed = false }: TabsProps) {
  const row = useRef<HTMLDivElement>(null);
  // Named, since the row has to be brought into view for each newly chosen tab.
  const id = tabId(selected);
  useEffect(() => {
    const tab = row.current?.querySelector(`#${CSS.escape(id)}`);
    if (
      tab !== null &&
      tab !== undefined &&
      row.current !== null &&
      row.current.scrollWidth > row.current.clientWidth
    ) {
      tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [id]);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const rtl = row.current !== null && getComputedStyle(row.current).direction === 'rtl';
    const along = rtl
      ? { ArrowLeft: 'ArrowDown', ArrowRight: 'ArrowUp' }
      : { ArrowLeft: 'ArrowUp', ArrowRight: 'ArrowDown' };
    const key = event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? along[event.key] : event.key;
    if (key === event.key && key !== 'Home' && key !== 'End') return;
    event.preventDefault();
    const next = tabs[moved(key, at, tabs.length)];
    if (next === undefined) return;
    onSelect(next.id);
    row.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(next.id))}`)?.focus();
  };
  return (
    <div class={`tabs${dashed ? ' tabs-dashed' : ''}`}>
      <div class="tabs-row" role="tablist" aria-label={label} ref={row} onKeyDown={onKeyDown} tabIndex={-1}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={tabId(tab.id)}
            class="tab"
            aria-selected={tab.id === selected}
            aria-controls={tab.id === selected ? tabPanelId(tab.id) : undefined}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
          >
            {tab.text}
            {tab.count !== undefined && <span class="tab-count figures"> {tab.count}</span>}
          </button>
        ))}
      </div>
    </div>
  );
}
