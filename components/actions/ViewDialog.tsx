import { useActs } from '@/components/panel/acts';
import { isolate } from '@/components/panel/person-words';
import { t } from '@/utils/i18n';
import type { AskedProps } from './asked';
import { Question } from './Question';
import { useDeed } from './use-deed';

/** A real session as somebody else, in a tab of its own. Its address is used once and kept nowhere. */
export function ViewDialog({ hit, onClose }: AskedProps) {
  const { page } = useActs();
  const deed = useDeed(hit, ({ view }) => {
    if (view !== undefined) page.openUrl(view.url);
    onClose();
  });
  const name = isolate(hit.match.person.name);
  return (
    <Question
      hit={hit}
      title={t('ask_view', [name])}
      warning={
        <div class="question-paragraphs">
          <p>{t('view_real', [hit.answer.source.name])}</p>
          <p>{t('view_tab')}</p>
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
