import { useEffect, useRef, useState } from 'preact/hooks';
import type { PanelView } from '@/utils/messages/view';

/** ms before the panel was opened in which it may have been opened for a text. */
const BEFORE = 5_000;

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
  // Once, however late the view of it comes; what was asked for before this panel was opened is no news.
  const [opened] = useState(now);
  const given = useRef(new Set<string>());
  useEffect(() => {
    const turn = `${tab} ${at}`;
    if (text === '' || Date.parse(at) < opened - BEFORE || given.current.has(turn)) return;
    given.current.add(turn);
    type(text);
  }, [tab, at]);
}
