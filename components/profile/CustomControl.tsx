import type { EditControl } from '@/components/edit/EditField';
import { Checklist } from '@/components/ui/Checklist';
import { DateField } from '@/components/ui/DateField';
import { t } from '@/utils/i18n';
import type { CustomField } from '@/utils/people/types';

const DAY = /^\d{4,}-\d{2}-\d{2}$/;
/** Stands for a date that is not typed to its end: it is no day, and the browser keeps what is in its field. */
const HALF_A_DATE = '–';

function Day({ control }: { readonly control: EditControl }) {
  const { value, onInput, ids, label, invalid } = control;
  return (
    <div
      onInput={(event) => {
        // The browser tells of nothing at all while a part of the date is missing: that is not "no date".
        const { target } = event;
        if (target instanceof HTMLInputElement && target.validity.badInput) onInput(HALF_A_DATE);
      }}
    >
      <DateField
        id={ids.input}
        label={label}
        value={DAY.test(value) ? value : ''}
        onInput={onInput}
        invalid={invalid}
        describedBy={ids.describedBy}
      />
    </div>
  );
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

function OneOf({ control, choices }: { readonly control: EditControl; readonly choices: readonly Choice[] }) {
  const { value, onInput, ids, label, invalid } = control;
  // A choice that the server no longer offers stays what it is until another one is taken.
  const gone = value !== '' && !choices.some((choice) => choice.value === value);
  return (
    <select
      id={ids.input}
      class="field-input"
      aria-label={label}
      aria-invalid={invalid ? 'true' : undefined}
      aria-describedby={ids.describedBy}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    >
      <option value="">{t('choice_none')}</option>
      {gone && <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.text}
        </option>
      ))}
    </select>
  );
}

function SomeOf({ control, choices }: { readonly control: EditControl; readonly choices: readonly string[] }) {
  const chosen = control.value.split('\n').filter((title) => title !== '');
  const all = [...choices, ...chosen.filter((title) => !choices.includes(title))];
  return (
    <Checklist
      label={control.label}
      options={all.map((title) => ({ key: title, text: title }))}
      chosen={chosen}
      onChange={(next) => control.onInput(next.join('\n'))}
      describedBy={control.ids.describedBy}
    />
  );
}

/** The field of a type that is not simply typed; undefined: a text field does. */
export function customControl({ type, choices = [] }: CustomField) {
  switch (type) {
    case 'date':
      return (control: EditControl) => <Day control={control} />;
    case 'toggle':
      return (control: EditControl) => (
        <OneOf
          control={control}
          choices={[
            { value: 'true', text: t('yes') },
            { value: 'false', text: t('no') },
          ]}
        />
      );
    case 'choice':
      return (control: EditControl) => (
        <OneOf control={control} choices={choices.map((title) => ({ value: title, text: title }))} />
      );
    case 'choices':
      return (control: EditControl) => <SomeOf control={control} choices={choices} />;
    default:
      return undefined;
  }
}
