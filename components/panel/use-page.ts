import { useLayoutEffect } from 'preact/hooks';
import { direction, language } from '@/utils/i18n';

/** The document is read in the language of its texts, along their line. */
export function usePage(on: boolean): void {
  useLayoutEffect(() => {
    if (!on) return;
    document.documentElement.lang = language();
    document.documentElement.dir = direction();
  }, [on]);
}
