import { useEffect, useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { plural, t } from '@/utils/i18n';
import { type Loaded, readFiles } from './read-files';

export interface Cards extends Loaded {
  readonly busy: boolean;
  readonly take: (files: readonly File[]) => void;
}

const NONE: Loaded = { cards: [], refused: [] };

const isCard = (text: string): boolean => /BEGIN\s*:\s*VCARD/i.test(text);

/** The cards that the user brought, by choosing, dropping or pasting; the newest ones count. */
export function useCards(): Cards {
  const { say, warn } = useActs();
  const [loaded, setLoaded] = useState<Loaded>(NONE);
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);

  const take = (files: readonly File[]): void => {
    if (files.length === 0) return;
    turn.current += 1;
    const mine = turn.current;
    setBusy(true);
    void readFiles(files)
      .catch((): Loaded => ({ cards: [], refused: [t('part_missing')] }))
      .then((read) => {
        if (mine !== turn.current) return;
        setBusy(false);
        setLoaded(read);
        if (read.cards.length > 0) say(plural('cards_read', read.cards.length));
        if (read.refused.length > 0) warn(read.refused.join(' '));
      });
  };

  // A card in a mail is text: it is copied there and pasted here, wherever the focus is.
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || event.target instanceof HTMLInputElement) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isCard(text)) return;
      event.preventDefault();
      latest.current([new File([text], t('cards_clipboard'))]);
    };
    document.addEventListener('paste', paste);
    return () => {
      turn.current += 1;
      document.removeEventListener('paste', paste);
    };
  }, []);

  return { ...loaded, busy, take };
}
