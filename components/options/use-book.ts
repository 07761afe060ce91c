import { useState } from 'preact/hooks';
import type { Answer, AskBackground, BookState } from '@/utils/messages/protocol';
import { type Asked, useAsked } from './use-asked';

export interface Book {
  readonly asked: Asked<BookState>;
  readonly busy: 'loading' | 'removing' | null;
  load(): Promise<void>;
  remove(): Promise<void>;
}

/** How many people are in the book; loads and removes the sample people, one at a time. */
export function useBook(ask: AskBackground): Book {
  const asked = useAsked(() => ask('book.state', {}));
  const [busy, setBusy] = useState<Book['busy']>(null);
  const change = async (doing: 'loading' | 'removing', question: () => Promise<Answer<BookState>>): Promise<void> => {
    if (busy !== null) return;
    setBusy(doing);
    asked.put(await question());
    setBusy(null);
  };
  return {
    asked,
    busy,
    load: () => change('loading', () => ask('sample.load', {})),
    remove: () => change('removing', () => ask('sample.remove', {})),
  };
}
