import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { t } from '@/utils/i18n';

export interface Copying {
  /** How the last press went; null: none, of another text, or it is forgotten. */
  readonly went: 'copied' | 'failed' | null;
  readonly copy: () => Promise<void>;
  readonly forget: () => void;
}

/** Copies `text` on a press, and says how that went: a browser may refuse, and nobody would notice. */
export function useCopy(text: string): Copying {
  const { page, say, warn } = useActs();
  const [last, setLast] = useState<{ readonly text: string; readonly done: boolean } | null>(null);
  const copy = async (): Promise<void> => {
    const done = await page.copy(text);
    setLast({ text, done });
    if (done) say(t('copied'));
    else warn(t('copy_failed'));
  };
  const went = last?.text !== text ? null : last.done ? 'copied' : 'failed';
  return { went, copy, forget: () => setLast(null) };
}
