import { useLayoutEffect } from 'preact/hooks';
import { direction, language, type TextKey, t } from '@/utils/i18n';

/** Names the page, its language and its direction of writing, before anything of it is painted. */
export function usePageTitle(title: TextKey): void {
  useLayoutEffect(() => {
    document.title = t(title);
    document.documentElement.lang = language();
    document.documentElement.dir = direction();
  }, [title]);
}
