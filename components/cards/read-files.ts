// Chosen, dropped and pasted cards. The reader comes only when there is something to read.

import { formatNumber, plural, t } from '@/utils/i18n';
import { type CardValues, cardValues } from './card-values';

export interface LoadedCard {
  /** Among all cards that were read at once, from 0. */
  readonly at: number;
  readonly file: string;
  readonly values: CardValues;
  /** What could not be read, in words. */
  readonly problems: readonly string[];
}

export interface Loaded {
  readonly cards: readonly LoadedCard[];
  /** Why a file gave nothing. */
  readonly refused: readonly string[];
}

/** Bytes: ten thousand cards, or two hundred with large pictures. */
const LARGEST = 20 * 1024 * 1024;
const MOST_CARDS = 1_000;

type Readers = Pick<typeof import('@/utils/vcard/read'), 'readCards' | 'preferred'>;

function problemText({ line, kind, text }: ReturnType<Readers['readCards']>[number]['problems'][number]): string {
  const number = formatNumber(line);
  if (kind === 'cut-off') return t('cards_line_cut_off', [number]);
  return t(kind === 'bad-base64' ? 'cards_line_picture' : 'cards_line_unreadable', [number, text]);
}

/** All cards of these files. Fails only where the reader itself cannot be fetched. */
export async function readFiles(files: readonly File[]): Promise<Loaded> {
  const { readCards, preferred } = await import('@/utils/vcard/read');
  const cards: LoadedCard[] = [];
  const refused: string[] = [];
  for (const file of files) {
    const name = file.name.slice(0, 100);
    if (file.size === 0) refused.push(t('cards_empty', [name]));
    else if (file.size > LARGEST) refused.push(t('cards_too_large', [name]));
    else {
      const bytes = await file.arrayBuffer().catch(() => null);
      const found = bytes === null ? null : readCards(new Uint8Array(bytes));
      if (found === null) refused.push(t('cards_unreadable', [name]));
      else if (found.length === 0) refused.push(t('cards_none', [name]));
      else if (cards.length + found.length > MOST_CARDS) {
        refused.push(
          plural('cards_too_many', found.length, [name, formatNumber(found.length), formatNumber(MOST_CARDS)]),
        );
      } else {
        for (const { card, problems } of found) {
          const values = cardValues(card, preferred(card.emails));
          cards.push({ at: cards.length, file: name, values, problems: problems.map(problemText) });
        }
      }
    }
  }
  return { cards, refused };
}
