import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComboboxOption } from '@/components/ui/Combobox';
import { plural, t } from '@/utils/i18n';
import { useActs } from './acts';

const STILL = 120;

/** Organisations that the typed text may mean, and making a new one of that name. */
export function useOrganisations(connection: string, text: string): readonly ComboboxOption[] {
  const { ask } = useActs();
  const [found, setFound] = useState<{ readonly text: string; readonly options: readonly ComboboxOption[] }>({
    text: '',
    options: [],
  });
  const latest = useRef('');
  const wanted = text.trim();
  latest.current = wanted;
  useEffect(() => {
    if (wanted === '') return;
    const suggest = async (): Promise<void> => {
      const answer = await ask('organisations', { connection, text: wanted });
      if (latest.current !== wanted) return;
      const hits = answer.ok ? answer.value.items : [];
      setFound({
        text: wanted,
        options: hits.map(({ id, name, people }) => ({
          key: id,
          text: name,
          icon: 'org',
          end: plural('people', people),
        })),
      });
    };
    const timer = setTimeout(() => void suggest(), STILL);
    return () => clearTimeout(timer);
  }, [ask, connection, wanted]);
  // Nothing is offered before it is known what is there: a row that moves under the finger would be the wrong one.
  if (wanted === '' || found.text !== wanted) return [];
  const known = found.options.some(({ text: name }) => name.toLocaleLowerCase() === wanted.toLocaleLowerCase());
  const create: ComboboxOption = { key: 'create', text: t('create_named', [wanted]), icon: 'plus' };
  return known ? found.options : [...found.options, create];
}
