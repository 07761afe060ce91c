import { useState } from 'preact/hooks';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/utils/i18n';
import { useActs } from './acts';
import { Dotted } from './Dotted';
import { later } from './later';
import { problemWords } from './problem-words';
import { useQueue } from './queue';
import type { NoticeMark, Notices } from './use-notices';

const HeldNotice = later(async () => (await import('@/components/queue/HeldNotice')).HeldNotice, 'nothing');

interface LastNoticeProps {
  readonly notices: Notices;
  readonly onUndo: (mark: NoticeMark) => void;
}

/** What runs out comes before what was done; once there was something, it stays to tell what became of it. */
export function LastNotice(props: LastNoticeProps) {
  const held = useQueue().items.some(({ state }) => state === 'held');
  const [watched, setWatched] = useState(false);
  if (held && !watched) setWatched(true);
  const { mark } = props.notices;
  if (!held && !watched) return <DoneNotice {...props} />;
  return (
    <HeldNotice mark={mark?.key ?? null}>
      <DoneNotice {...props} />
    </HeldNotice>
  );
}

/** What was done last in this tab; pressed Undo takes it back, and a refusal stays until it is closed. */
function DoneNotice({ notices, onUndo }: LastNoticeProps) {
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
