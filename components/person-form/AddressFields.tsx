import { useRef } from 'preact/hooks';
import { QuietAction } from '@/components/ui/Empty';
import { Field } from '@/components/ui/Field';
import { IconButton } from '@/components/ui/IconButton';
import { useOwnId } from '@/components/ui/use-own-id';
import { t } from '@/utils/i18n';
import { errorOf, type FormPart, replaced, without } from './field-of-form';

interface AddressFieldsProps extends FormPart {
  /** The first one stands elsewhere, and is the primary one: the others only. */
  readonly othersOnly?: boolean;
  /** False: which one counts cannot be changed there. */
  readonly choosesPrimary?: boolean;
}

/** All addresses, with the one that counts chosen among them. */
export function AddressFields(props: AddressFieldsProps) {
  const { draft, change, problems, othersOnly = false, choosesPrimary = true } = props;
  const { addresses, primary } = draft;
  const group = useOwnId();
  const list = useRef<HTMLFieldSetElement>(null);
  const remove = (at: number) => {
    change({ addresses: without(addresses, at), primary: primary > at ? primary - 1 : primary });
    list.current?.focus();
  };
  const add = () => change({ addresses: [...addresses, { text: '' }] });
  return (
    <fieldset class="form-list" ref={list} tabIndex={-1}>
      <legend class={othersOnly ? 'unseen' : 'part-title'}>{t('contact_addresses')}</legend>
      {addresses.map((address, index) => {
        if (othersOnly && index === 0) return null;
        const label = index === 0 ? t('field_address') : t('field_address_nth', [index + 1]);
        return (
          <div key={index} class="form-row">
            <Field
              label={label}
              type="email"
              ltr
              value={address.text}
              onInput={(text) => change({ addresses: replaced(addresses, index, { ...address, text }) })}
              {...errorOf(problems, `address ${index}`)}
            />
            {index !== primary && (
              <span class="form-remove">
                <IconButton
                  small
                  icon="x"
                  label={t('contact_remove', [address.text === '' ? label : address.text])}
                  onPress={() => remove(index)}
                />
              </span>
            )}
            {!othersOnly && choosesPrimary && addresses.length > 1 && (
              <label class="checkbox">
                <input
                  type="radio"
                  name={group}
                  checked={index === primary}
                  onChange={() => change({ primary: index })}
                />
                <span>{t('primary')}</span>
              </label>
            )}
          </div>
        );
      })}
      {!othersOnly && addresses.length > 1 && <p class="field-hint">{t('primary_notified')}</p>}
      <div>
        <QuietAction text={t('address_add')} icon="plus" onPress={add} />
      </div>
    </fieldset>
  );
}
