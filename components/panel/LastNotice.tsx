import { useRef } from 'preact/hooks';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/utils/i18n';
import { useActs } from './acts';
import { Dotted } from './Dotted';
import { problemWords } from './problem-words';
import { type NoticeMark, type Notices, STAYS } from './use-notices';

/** What was done last in this tab; pressed Undo takes it back, and a refusal stays until it is closed. */
export function LastNotice({ notices }: { readonly notices: Notices }) {
  const { tab, say, warn } = useActs();
  const busy = useRef('');
  const { mark } = notices;
  if (mark === null) return null;
  const undo = async (of: NoticeMark) => {
    if (busy.current === of.key) return;
    busy.current = of.key;
    const answer = await of.undo();
    busy.current = '';
    if (answer.ok) {
      notices.close(tab, of.key);
      say(t('said_undone', [of.title]));
      return;
    }
    notices.show(tab, { ...of, problem: answer.problem });
    const words = problemWords(answer.problem, 'failed_undo', of.source);
    warn(`${words.title} ${words.detail}`);
  };
  const close = () => notices.close(tab, mark.key);
  if (mark.problem !== null) {
    const words = problemWords(mark.problem, 'failed_undo', mark.source);
    return (
      <Notice
        key={`failed ${mark.key}`}
        failed
        title={words.title}
        detail={words.detail}
        action={{ text: t('retry'), onPress: () => void undo(mark) }}
        onGone={close}
      />
    );
  }
  return (
    <Notice
      key={mark.key}
      title={mark.title}
      detail={<Dotted parts={mark.detail} />}
      action={{ text: t('undo'), icon: 'undo', onPress: () => void undo(mark) }}
      stays={STAYS}
      clock={mark.clock}
      onGone={close}
    />
  );
}
