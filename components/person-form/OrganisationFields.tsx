import { useOrganisations } from '@/components/panel/use-organisations';
import { Combobox } from '@/components/ui/Combobox';
import { Field } from '@/components/ui/Field';
import { t } from '@/utils/i18n';
import { errorOf, type FormPart } from './field-of-form';

/** Which organisation, by typing to filter, or a new one. */
export function OrganisationField({ draft, change, problems }: FormPart) {
  const { place, connection } = draft;
  const options = useOrganisations(connection, place.name);
  return (
    <Combobox
      label={t('field_organisation')}
      value={place.name}
      onInput={(name) => change({ place: { ...place, id: '', name } })}
      options={options}
      onPick={({ key, text }) =>
        change({
          place: key === 'create' ? { ...place, id: '', name: place.name.trim() } : { ...place, id: key, name: text },
        })
      }
      {...errorOf(problems, 'organisation')}
    />
  );
}

export function PositionField({ draft, change, problems }: FormPart) {
  const { place } = draft;
  return (
    <Field
      label={t('position')}
      value={place.position}
      onInput={(position) => change({ place: { ...place, position } })}
      {...errorOf(problems, 'position')}
    />
  );
}
