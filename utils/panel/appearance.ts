import { onStored, readStored } from '@/utils/browser/storage';
import { appearanceOf, SETTINGS } from '@/utils/settings/appearance';

/**
 * Puts what was chosen on the page, now and whenever it changes in any window, and keeps the copy that the next page
 * reads before its first paint (public/appearance.js).
 */
export function followAppearance(): void {
  const apply = (stored: unknown): void => {
    const { theme, singleKeys } = appearanceOf(stored);
    put('theme', theme === 'system' ? null : theme);
    put('keys', singleKeys ? null : 'off');
  };
  void readStored('local', SETTINGS).then(apply, () => undefined);
  onStored('local', SETTINGS, apply);
}

function put(name: 'theme' | 'keys', chosen: string | null): void {
  const { dataset } = document.documentElement;
  if (chosen === null) delete dataset[name];
  else dataset[name] = chosen;
  try {
    if (chosen === null) localStorage.removeItem(name);
    else localStorage.setItem(name, chosen);
  } catch {
    // Full, or not allowed: the next page flashes once.
  }
}
