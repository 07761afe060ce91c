import { actionWord } from '@/components/panel/action-words';
import { Dotted } from '@/components/panel/Dotted';
import type { Hit } from '@/components/panel/states';
import { t } from '@/utils/i18n';
import type { EntryMark } from '@/utils/messages/protocol';
import { HistoryLine, HistoryUndo } from './HistoryLine';

/** One act of ours at a server, as a whole: what it changed there stands in the server's own lines. */
export function HistoryDone({ mark, hit }: { readonly mark: EntryMark; readonly hit: Hit }) {
  const title = actionWord(mark.action);
  const undone = mark.state === 'undone' ? [t('history_undone')] : [];
  return (
    <HistoryLine
      icon={mark.action === 'undo' ? 'undo' : 'check'}
      at={mark.at}
      by={<Dotted parts={[t('you'), t('history_from_here'), ...undone]} />}
      action={mark.canUndo ? <HistoryUndo mark={mark} hit={hit} title={title} /> : undefined}
    >
      <strong>{title}</strong>
    </HistoryLine>
  );
}
