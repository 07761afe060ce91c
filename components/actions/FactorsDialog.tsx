import { isolate } from '@/components/panel/person-words';
import { plural, t } from '@/utils/i18n';
import type { AskedProps } from './asked';
import { CountedList } from './CountedList';
import { guardOf } from './guard';
import { notYet } from './not-yet';
import { Question } from './Question';
import { useSecurity } from './use-asked-of';
import { useDeed } from './use-deed';

/** All ways of proving who they are beside the password. */
export function FactorsDialog({ hit, onClose }: AskedProps) {
  const { person } = hit.match;
  const security = useSecurity(person.ref);
  const deed = useDeed(hit, onClose);
  const factors = security.value?.factors ?? [];
  const lines = factors.map(({ name }) => ({ text: name, number: '' }));
  return (
    <Question
      hit={hit}
      title={t('ask_factors')}
      warning={
        <div class="question-paragraphs">
          <p>{t('factors_alone')}</p>
          <p>{t('factors_check', [isolate(person.name)])}</p>
        </div>
      }
      act={{
        text: plural('act_factors', factors.length),
        icon: 'shield',
        destroys: true,
        busy: t('welcome_sample_removing'),
        onPress: () => void deed.act({ action: 'remove-factors', input: {} }, t('done_factors')),
      }}
      not={notYet(security, hit.answer.source.name) ?? (factors.length === 0 ? t('factors_none') : null)}
      guard={guardOf(person)}
      deed={deed}
      onClose={onClose}
    >
      {lines.length > 0 && <CountedList title={t('goes')} kind="goes" lines={lines} />}
    </Question>
  );
}
