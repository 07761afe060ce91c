import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import { t } from '@/utils/i18n';
import { AddressField } from './AddressField';
import { chosenIn, ON } from './connection-draft';
import type { ConnectionFieldProps } from './field-props';
import { SecretField } from './SecretField';

/** One line of the form that a kind of server asks for. */
export function ConnectionField(props: ConnectionFieldProps) {
  const { field, typed, error, change } = props;
  const value = typed.settings[field.id] ?? '';
  const put = (text: string): void => change({ settings: { ...typed.settings, [field.id]: text } });
  const label = field.required ? t(field.label) : t('connection_optional', [t(field.label)]);
  const hint = t(field.hint);
  switch (field.kind) {
    case 'address':
      return <AddressField {...props} value={value} put={put} />;
    case 'secret':
      return <SecretField {...props} />;
    case 'choice':
      return (
        <Select
          label={t(field.label)}
          value={chosenIn(field, value)}
          options={(field.choices ?? []).map((choice) => ({ key: choice.id, text: t(choice.label) }))}
          onPick={put}
          hint={hint}
          {...(error === undefined ? {} : { error })}
        />
      );
    case 'switch':
      return (
        <Switch on={value === ON} onChange={(on) => put(on ? ON : '')} hint={hint}>
          {t(field.label)}
        </Switch>
      );
    case 'text':
      return (
        <Field label={label} value={value} onInput={put} hint={hint} {...(error === undefined ? {} : { error })} />
      );
  }
}
