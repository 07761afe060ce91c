import { useEffect } from 'preact/hooks';
import { singleKeysOff } from './single-keys';

const FIELDS = 'input, textarea, select, [contenteditable], [role="combobox"]';

/**
 * Single letters, inside the panel only and never while something is typed; 'mod k' is k with Ctrl or Cmd, also then.
 * Nothing while something stands over everything.
 */
export function useKeys(on: boolean, acts: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      const mod = event.ctrlKey || event.metaKey;
      if (event.defaultPrevented || event.altKey) return;
      if (!mod && event.target instanceof Element && event.target.closest(FIELDS) !== null) return;
      if (!mod && event.key.length === 1 && singleKeysOff()) return;
      const act = acts[mod ? `mod ${event.key.toLowerCase()}` : event.key];
      if (act === undefined || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, acts]);
}
