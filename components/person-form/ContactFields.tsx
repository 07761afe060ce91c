import { useRef } from 'preact/hooks';
import type { EditControl } from '@/components/edit/EditField';
import { ContactControl } from '@/components/profile/ContactControl';
import { readContact, textOfField } from '@/components/profile/contact-text';
import { contactIcon, contactName, contactTypes } from '@/components/profile/contact-words';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { Menu } from '@/components/ui/Menu';
import { useOwnId } from '@/components/ui/use-own-id';
import { t } from '@/utils/i18n';
import type { FieldValue } from '@/utils/people/types';
import { type FormPart, replaced, without } from './field-of-form';

/** As typed: nothing is read or dropped before the form is saved. */
function typedField({ type, parts }: FieldValue, text: string): FieldValue {
  const { value, label, service } = readContact(text);
  const told = type === 'messenger' ? { ...parts, service } : parts;
  return { type, value, ...(label === '' ? {} : { label }), ...(told === undefined ? {} : { parts: told }) };
}

interface RowProps {
  readonly field: FieldValue;
  readonly error: string | undefined;
  readonly onInput: (field: FieldValue) => void;
  readonly onRemove: () => void;
}

function Row({ field, error, onInput, onRemove }: RowProps) {
  const id = useOwnId();
  const name = contactName(field.type);
  const nothing = () => undefined;
  const control: EditControl = {
    label: name,
    value: textOfField(field),
    onInput: (text) => onInput(typedField(field, text)),
    onSave: nothing,
    onCancel: nothing,
    ids: { input: id, describedBy: error === undefined ? undefined : `${id}-wrong` },
    invalid: error !== undefined,
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced with every field
    <div class="form-row form-contact" role="group" aria-label={name}>
      <ContactControl type={field.type} control={control} />
      <span class="form-remove">
        <IconButton small icon="x" label={t('contact_remove', [`${name} ${field.value}`.trim()])} onPress={onRemove} />
      </span>
      {error !== undefined && (
        <p class="field-error" id={`${id}-wrong`}>
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

/** Phone numbers, websites and the like, and the way to add one of any type. */
export function ContactFields({ draft, change, problems }: FormPart) {
  const { contacts } = draft;
  const list = useRef<HTMLFieldSetElement>(null);
  const add = (type: FieldValue['type']) => {
    change({ contacts: [...contacts, { type, value: '' }] });
    // Once the row is there.
    setTimeout(() => {
      const rows = list.current?.querySelectorAll<HTMLElement>('.form-contact');
      rows
        ?.item(rows.length - 1)
        .querySelector<HTMLElement>('input, textarea')
        ?.focus();
    });
  };
  return (
    <fieldset class="form-list" ref={list} tabIndex={-1}>
      <legend class="unseen">{t('section_contact')}</legend>
      {contacts.map((field, index) => (
        <Row
          key={index}
          field={field}
          error={problems[`contact ${index}`]}
          onInput={(next) => change({ contacts: replaced(contacts, index, next) })}
          onRemove={() => {
            change({ contacts: without(contacts, index) });
            list.current?.focus();
          }}
        />
      ))}
      <div class="form-menu">
        <Menu
          label={t('contact_add')}
          button={{ icon: 'plus', text: t('form_add_field') }}
          items={contactTypes.map((type) => ({
            key: type,
            icon: contactIcon(type),
            text: contactName(type),
            onPress: () => add(type),
          }))}
        />
      </div>
    </fieldset>
  );
}
