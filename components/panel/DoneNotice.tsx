import { Notice } from '@/components/ui/Notice';
import { t } from '@/utils/i18n';
import { useActs } from './acts';
import { Dotted } from './Dotted';
import { problemWords } from './problem-words';
import type { NoticeMark, Notices } from './use-notices';

export interface LastNoticeProps {
  readonly notices: Notices;
  readonly onUndo: (mark: NoticeMark) => void;
}

/** What was done last in this tab; pressed Undo takes it back, and a refusal stays until it is closed. */
export function DoneNotice({ notices, onUndo }: LastNoticeProps) {
  const { tab } = useActs();
  const { mark } = notices;
  if (mark === null) return null;
  const close = () => notices.close(tab, mark.key);
  const press = () => onUndo(mark);
  if (mark.problem !== null) {
    const words = problemWords(mark.problem, 'failed_undo', mark.source);
    return (
      <Notice
        key={`failed ${mark.key}`}
        failed
        title={words.title}
        detail={words.detail}
        action={{ text: t('retry'), onPress: press }}
        onGone={close}
      />
    );
  }
  return (
    <Notice
      key={mark.key}
      title={mark.title}
      detail={<Dotted parts={mark.detail} />}
      {...(mark.undo === null ? {} : { action: { text: t('undo'), icon: 'undo', onPress: press } })}
      clock={mark.clock}
      onGone={close}
    />
  );
}
