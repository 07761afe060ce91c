import { useState } from 'preact/hooks';
import { isolate } from '@/components/panel/person-words';
import { useOwnId } from '@/components/ui/use-own-id';
import { t } from '@/utils/i18n';
import type { Named } from '@/utils/people/types';
import type { AskedProps } from './asked';
import { notYet } from './not-yet';
import { Question } from './Question';
import { useSecurity } from './use-asked-of';
import { useDeed } from './use-deed';

function Choice(props: {
  readonly factors: readonly Named[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const { factors, chosen, onChoose } = props;
  const group = useOwnId();
  return (
    <fieldset class="question-choices">
      <legend class="question-list-title">{t('factor_which')}</legend>
      {factors.map(({ id, name }) => (
        <label key={id} class="question-choice">
          <input
            type="radio"
            class="question-radio"
            name={group}
            checked={id === chosen}
            onChange={() => onChoose(id)}
          />
          <bdi>{name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

/** One way of proving who they are. Of several, none is chosen beforehand. */
export function FactorDialog({ hit, onClose }: AskedProps) {
  const { person } = hit.match;
  const security = useSecurity(person.ref);
  const [chosen, choose] = useState<string | null>(null);
  const deed = useDeed(hit, onClose);
  const factors = security.value?.factors ?? [];
  const factor = factors.length === 1 ? factors[0] : factors.find(({ id }) => id === chosen);
  const none = factors.length === 0 ? t('factors_none') : factor === undefined ? t('ask_which_factor') : null;
  return (
    <Question
      hit={hit}
      title={t('ask_factor')}
      warning={<p>{t('factor_again', [isolate(person.name)])}</p>}
      act={{
        text: factor === undefined ? t('act_factor_none') : t('act_factor', [isolate(factor.name)]),
        icon: 'shield',
        destroys: true,
        busy: t('welcome_sample_removing'),
        onPress: () => {
          if (factor === undefined) return;
          void deed.act({ action: 'remove-factor', input: { factor: factor.id } }, t('done_factor', [factor.name]));
        },
      }}
      not={notYet(security, hit.answer.source.name) ?? none}
      deed={deed}
      onClose={onClose}
    >
      {factors.length > 0 && <Choice factors={factors} chosen={factor?.id ?? null} onChoose={choose} />}
    </Question>
  );
}
