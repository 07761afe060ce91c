import { useState } from 'preact/hooks';
import { Dotted } from '@/components/panel/Dotted';
import { Sentence } from '@/components/panel/Sentence';
import type { Hit } from '@/components/panel/states';
import { AddressText } from '@/components/ui/AddressText';
import { t } from '@/utils/i18n';
import type { EntryMark } from '@/utils/messages/protocol';
import type { ChangedItem } from '@/utils/people/record';
import { HistoryLine, HistoryUndo } from './HistoryLine';
import { byText, fieldWords, valueText } from './history-words';

/** Characters after which a value is folded: a summary may be as long as a letter. */
const LONG = 200;

interface ValueProps {
  readonly text: string;
  readonly old?: boolean;
  /** Breaks as addresses do. */
  readonly address: boolean;
}

function Value({ text, old = false, address }: ValueProps) {
  const [whole, setWhole] = useState(false);
  const long = text.length > LONG && !whole;
  const shown = address ? (
    <AddressText address={text} />
  ) : (
    <bdi class="event-value">{long ? `${text.slice(0, LONG)}…` : text}</bdi>
  );
  return (
    <>
      {old ? <del>{shown}</del> : <ins>{shown}</ins>}
      {long && (
        <button type="button" class="short-again" onClick={() => setWhole(true)}>
          {t('show_whole')}
        </button>
      )}
    </>
  );
}

const Arrow = () => (
  <>
    {' '}
    <span class="event-arrow" aria-hidden="true">
      →
    </span>{' '}
  </>
);

/** Old struck out, then the new one; to a reader in words. */
function Values({ item }: { readonly item: ChangedItem }) {
  const { field, from, to } = item;
  // A picture's value says only that there is one.
  if ((from === null && to === null) || field === 'picture') return null;
  const address = field === 'address' || field === 'primary' || field === 'banned';
  return (
    <div class="event-values">
      {from !== null && (
        <>
          <span class="unseen">{t('value_before')} </span>
          <Value old text={valueText(field, from)} address={address} />
        </>
      )}
      {from !== null && to !== null && <Arrow />}
      {to !== null && (
        <>
          <span class="unseen"> {t(from === null ? 'value_was_empty' : 'value_now')} </span>
          <Value text={valueText(field, to)} address={address} />
        </>
      )}
    </div>
  );
}

/** "Phone", "Label added", "Note removed", "Primary address is now". */
function Title({ item, title }: { readonly item: ChangedItem; readonly title: string }) {
  const { field, from, to } = item;
  const name = <strong>{title}</strong>;
  if (field === 'merged') return name;
  if (field === 'primary' && to !== null) return <Sentence text="history_is_now" first={name} />;
  if (from === null && to !== null) return <Sentence text="history_added" first={name} />;
  if (from !== null && to === null) return <Sentence text="history_removed" first={name} />;
  return name;
}

interface HistoryChangeProps {
  readonly item: ChangedItem;
  readonly mark: EntryMark | null;
  readonly hit: Hit;
}

/** One value that was changed: from what to what, by whom, and the way back where there is one. */
export function HistoryChange({ item, mark, hit }: HistoryChangeProps) {
  const { icon, title } = fieldWords(item);
  const primary = item.field === 'primary' && item.to !== null;
  const back = mark?.action === 'undo';
  const words = [
    byText(item.by),
    hit.answer.source.name,
    ...(mark?.state === 'undone' ? [t('history_undone')] : []),
    ...(back ? [t('history_undoes')] : []),
  ];
  return (
    <HistoryLine
      icon={back ? 'undo' : icon}
      at={item.at}
      values={<Values item={primary ? { ...item, from: null } : item} />}
      by={<Dotted parts={words} />}
      action={mark?.canUndo === true ? <HistoryUndo mark={mark} hit={hit} title={title} /> : undefined}
    >
      <Title item={item} title={title} />
    </HistoryLine>
  );
}
