import { spanText } from '@/components/ui/time';
import type { Holdings } from '@/utils/connectors/types';
import { formatNumber, plural, t } from '@/utils/i18n';

/** A line of a list of what goes or stays; the number in it is drawn bold. */
export interface Counted {
  readonly text: string;
  readonly number: string;
}

const counted = (count: number, text: string): Counted => ({ text, number: formatNumber(count) });

/** What goes with a person, a line a kind; what there is none of is left out. */
export function goesOf({ tickets, notes, files = 0, charges, chats = 0 }: Holdings): readonly Counted[] {
  const lines: Counted[] = [];
  if (tickets !== undefined && tickets.count > 0) {
    const { count, open } = tickets;
    const text = plural('tickets', count);
    lines.push(counted(count, open === 0 ? text : t('goes_tickets_open', [text, formatNumber(open)])));
  }
  if (notes !== undefined && notes.count > 0) {
    const text = plural('goes_notes', notes.count);
    const with_ = notes.files === 0 ? text : t('goes_notes_with', [text, plural('goes_files', notes.files)]);
    lines.push(counted(notes.count, with_));
  }
  if (files > 0) lines.push(counted(files, plural('goes_files', files)));
  if (charges !== undefined && charges.count > 0) {
    const text = plural('goes_charges', charges.count);
    const minutes = Math.round((charges.seconds ?? 0) / 60);
    lines.push(counted(charges.count, minutes === 0 ? text : t('goes_charges_time', [text, spanText(minutes)])));
  }
  if (chats > 0) lines.push(counted(chats, plural('goes_chats', chats)));
  return lines;
}

/** What stays though it is about the same address: cards in other books and servers. */
export function staysOf(cards: readonly { readonly source: string; readonly count: number }[]): readonly Counted[] {
  return cards.map(({ source, count }) => counted(count, plural('stays_cards', count, [formatNumber(count), source])));
}
