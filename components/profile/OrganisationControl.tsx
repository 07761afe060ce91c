import './contact.css';
import type { EditControl } from '@/components/edit/EditField';
import { useOrganisations } from '@/components/panel/use-organisations';
import { Checkbox } from '@/components/ui/Checkbox';
import { ComboboxInput } from '@/components/ui/ComboboxInput';
import { Field } from '@/components/ui/Field';
import { t } from '@/utils/i18n';
import { readPlace, writePlace } from './organisation-text';

interface OrganisationControlProps {
  readonly connection: string;
  readonly control: EditControl;
}

/** Which organisation, by typing to filter, and as what somebody is there. */
export function OrganisationControl({ connection, control }: OrganisationControlProps) {
  const { ids, invalid, label } = control;
  const text = readPlace(control.value);
  const options = useOrganisations(connection, text.name);
  const change = (part: Partial<typeof text>) => control.onInput(writePlace({ ...text, ...part }));
  return (
    <div class="contact-fields">
      <div class="field">
        <label class="field-label" for={ids.input} id={`${ids.input}-label`}>
          {label}
        </label>
        <ComboboxInput
          ids={ids}
          labelledBy={`${ids.input}-label`}
          invalid={invalid}
          value={text.name}
          options={options}
          enter="text"
          onInput={(name) => change({ id: '', name })}
          onPick={(option) =>
            change(option.key === 'create' ? { id: '', name: text.name.trim() } : { id: option.key, name: option.text })
          }
        />
      </div>
      <Field label={t('position')} value={text.position} onInput={(position) => change({ position })} />
      <Checkbox checked={text.manager} onChange={(manager) => change({ manager })}>
        {t('manager')}
      </Checkbox>
    </div>
  );
}
