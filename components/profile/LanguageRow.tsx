import { useActs } from '@/components/panel/acts';
import { languageText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import { ChooseControl } from './ChooseControl';
import { chosenBy } from './choosing';
import { languageList } from './languages';
import { PropertyRow } from './PropertyRow';
import type { RowProps } from './property-rows';
import { useLongList } from './use-long-list';

/** The language the person is written to in; none: the one that the helpdesk is set to. */
export function LanguageRow({ person, may, ...row }: RowProps & { readonly person: Person }) {
  const { run } = useActs();
  const label = t('property_language');
  const list = useLongList(languageList);
  const idOf = (text: string) => {
    if (text.trim() === '') return null;
    return text === person.language ? text : (chosenBy(list(), text)?.id ?? text);
  };
  return (
    <PropertyRow
      {...row}
      person={person}
      place="language"
      label={label}
      value={person.language ?? ''}
      read={(text) => <bdi>{languageText(idOf(text) ?? text)}</bdi>}
      empty={<span class="quiet">{t('language_default')}</span>}
      control={(control) => <ChooseControl control={control} list={list} />}
      check={(typed) => (typed.trim() === '' || chosenBy(list(), typed) !== null ? null : t('language_unknown'))}
      save={
        may
          ? (to, from) => {
              const input = { from: idOf(from), to: idOf(to) };
              return run(person.ref, { action: 'set-language', input }, t('done_saved', [label]));
            }
          : null
      }
    />
  );
}
