import { useActs } from '@/components/panel/acts';
import { isolate } from '@/components/panel/person-words';
import { problemWords } from '@/components/panel/problem-words';
import { t } from '@/utils/i18n';
import type { AskedProps } from './asked';
import { Question } from './Question';
import { useDeed } from './use-deed';

/** A real session as somebody else, in a tab of its own. Its address is used once and kept nowhere. */
export function ViewDialog({ hit, onClose }: AskedProps) {
  const { ask, tab, warn } = useActs();
  const { source } = hit.answer;
  const { person } = hit.match;
  const deed = useDeed(hit, ({ view }) => {
    onClose();
    if (view === undefined) return;
    const opened = ask('view.open', { tab, connection: source.id, source: source.name, name: person.name, view });
    void opened.then((answer) => {
      if (answer.ok) return;
      const { title, detail } = problemWords(answer.problem, 'failed_action', source.name);
      warn(`${title} ${answer.problem.kind === 'missing' ? t('view_not_opened') : detail}`);
    });
  });
  const name = isolate(person.name);
  const { viewing } = source.says ?? {};
  return (
    <Question
      hit={hit}
      title={t('ask_view', [name])}
      warning={
        <div class="question-paragraphs">
          <p>{t('view_real', [source.name])}</p>
          <p>{viewing === undefined ? t('view_tab') : t(viewing, [source.name])}</p>
        </div>
      }
      act={{
        text: t('act_view', [name]),
        icon: 'eye',
        destroys: false,
        busy: t('act_working'),
        onPress: () => void deed.act({ action: 'view-as', input: {} }, t('done_view', [name])),
      }}
      not={null}
      deed={deed}
      onClose={onClose}
    />
  );
}
