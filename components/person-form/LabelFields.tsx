import { useEffect, useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { Chip } from '@/components/ui/Chip';
import { Combobox, type ComboboxOption } from '@/components/ui/Combobox';
import { IconButton } from '@/components/ui/IconButton';
import { plural, t } from '@/utils/i18n';
import type { LabelHit } from '@/utils/people/record';
import type { FormPart } from './field-of-form';

const STILL = 120;

/** Labels in use that the typed text may mean. */
function useLabelsInUse(connection: string, typed: string): readonly LabelHit[] {
  const { ask } = useActs();
  const [hits, setHits] = useState<readonly LabelHit[]>([]);
  const latest = useRef('');
  latest.current = typed;
  useEffect(() => {
    if (typed === '') return setHits([]);
    const suggest = async () => {
      const answer = await ask('labels', { connection, text: typed });
      if (latest.current === typed && answer.ok) setHits(answer.value.items);
    };
    const timer = setTimeout(() => void suggest(), STILL);
    return () => clearTimeout(timer);
  }, [ask, connection, typed]);
  return hits;
}

/** How a person is marked: those there are, and a field that adds one. */
export function LabelFields({ draft, change }: FormPart) {
  const { labels, connection } = draft;
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const hits = useLabelsInUse(connection, wanted).filter(({ label }) => !labels.includes(label));
  const add = (label: string) => {
    setTyped('');
    if (label !== '' && !labels.includes(label)) change({ labels: [...labels, label] });
  };
  const create: ComboboxOption = { key: ' ', text: t('create_named', [wanted]), icon: 'plus' };
  const known = hits.some(({ label }) => label === wanted) || labels.includes(wanted);
  const options: readonly ComboboxOption[] = [
    ...hits.map(({ label, people }) => ({ key: label, text: label, end: plural('people', people) })),
    ...(wanted === '' || known ? [] : [create]),
  ];
  return (
    <div class="form-list">
      {labels.length > 0 && (
        <span class="field-label" aria-hidden="true">
          {t('labels')}
        </span>
      )}
      {labels.length > 0 && (
        <ul class="chips" aria-label={t('labels')}>
          {labels.map((label) => (
            <li key={label} class="form-chip">
              <Chip>{label}</Chip>
              <IconButton
                small
                icon="x"
                label={t('label_remove', [label])}
                onPress={() => change({ labels: labels.filter((one) => one !== label) })}
              />
            </li>
          ))}
        </ul>
      )}
      <Combobox
        label={t('label_add')}
        value={typed}
        onInput={setTyped}
        options={options}
        onPick={({ key }) => add(key === ' ' ? wanted : key)}
      />
    </div>
  );
}
