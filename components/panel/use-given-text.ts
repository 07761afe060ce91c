import { useEffect } from 'preact/hooks';
import type { PanelView } from '@/utils/messages/view';

/** ms after which a text is no news any more: the panel was closed, and is opened for something else. */
const FRESH = 5_000;

/**
 * What the user asks for outside the panel (a selection, a link, the address bar) is seen at once: a text without an
 * address goes into the search field, and somebody who was found is not hidden behind an older search.
 */
export function useGivenText(view: PanelView | null, type: (text: string) => void, now: () => number): void {
  const tab = view?.tab;
  const { text = '', at = '' } = view?.query ?? {};
  const asked = view?.subject?.origin === 'asked' ? view.subject.key : '';
  // Once for each that is asked for, not for each drawing.
  useEffect(() => {
    if (asked !== '') type('');
  }, [tab, asked]);
  useEffect(() => {
    if (text !== '' && now() - Date.parse(at) < FRESH) type(text);
  }, [tab, at]);
}
