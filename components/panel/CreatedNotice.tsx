import { useState } from 'preact/hooks';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/utils/i18n';
import type { PanelView } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { Problem } from '@/utils/problem';
import { useActs } from './acts';
import { isolate } from './person-words';
import { problemWords } from './problem-words';
import { hitsOf } from './states';

const STAYS = 10_000;

/** Somebody was just made: the way back stays for ten seconds at least. */
export function CreatedNotice({ view }: { readonly view: PanelView }) {
  const { ask, tab, now, warn } = useActs();
  const { created } = view;
  // A mark from before this panel was opened is no news.
  const [gone, setGone] = useState(() =>
    created !== null && now() - Date.parse(created.at) > STAYS ? created.at : '',
  );
  const [failed, setFailed] = useState<{ readonly at: string; readonly problem: Problem } | null>(null);
  if (created === null || gone === created.at) return null;
  const { at } = created;
  const source = view.sources.find(({ id }) => id === created.ref.connection)?.name ?? '';
  const name = hitsOf(view.answers).find(({ match }) => sameRef(match.person.ref, created.ref))?.match.person.name;
  const undo = async () => {
    const answer = await ask('person.uncreate', { tab });
    if (answer.ok) return;
    setFailed({ at, problem: answer.problem });
    const words = problemWords(answer.problem, 'failed_undo', source);
    warn(`${words.title} ${words.detail}`);
  };
  const close = () => {
    setGone(at);
    setFailed(null);
  };
  // Of this creation: Retry must not take back the next one.
  if (failed?.at === at) {
    const words = problemWords(failed.problem, 'failed_undo', source);
    return (
      <Notice
        key="failed"
        failed
        title={words.title}
        detail={words.detail}
        action={{ text: t('retry'), onPress: () => void undo() }}
        onGone={close}
      />
    );
  }
  return (
    <Notice
      key={at}
      title={name === undefined ? t('created') : t('created_named', [isolate(name)])}
      detail={source}
      action={{ text: t('undo'), icon: 'undo', onPress: () => void undo() }}
      stays={STAYS}
      onGone={close}
    />
  );
}
