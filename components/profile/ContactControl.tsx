import '@/components/ui/field.css';
import type { EditControl } from '@/components/edit/EditField';
import { Combobox } from '@/components/ui/Combobox';
import { TextArea } from '@/components/ui/TextArea';
import { fieldOf } from '@/utils/fields';
import { messengerServices } from '@/utils/fields/messenger';
import { t } from '@/utils/i18n';
import type { FieldType } from '@/utils/people/types';
import { readContact, writeContact } from './contact-text';

export type ContactType = FieldType | 'address';

interface WordProps {
  readonly label: string;
  readonly value: string;
  readonly words: readonly string[];
  readonly onInput: (word: string) => void;
}

/** One of the usual words, or any other. */
export function WordField({ label, value, words, onInput }: WordProps) {
  const typed = value.trim().toLocaleLowerCase();
  const fit = words.filter((word) => word.toLocaleLowerCase().startsWith(typed) && word !== value);
  return (
    <Combobox
      label={label}
      value={value}
      onInput={onInput}
      options={fit.map((word) => ({ key: word, text: word }))}
      onPick={({ text }) => onInput(text)}
      enter="text"
    />
  );
}

export const labelWords = (type: ContactType): readonly string[] => [
  t('contact_label_work'),
  t('contact_label_home'),
  ...(type === 'phone' ? [t('contact_label_mobile')] : []),
];

const modes: Partial<Record<ContactType, 'email' | 'tel' | 'url'>> = {
  address: 'email',
  phone: 'tel',
  website: 'url',
  linkedin: 'url',
  facebook: 'url',
};

/** The fields of one contact value: the value itself, the service of a messenger, and what it is called. */
export function ContactControl({ type, control }: { readonly type: ContactType; readonly control: EditControl }) {
  const { ids, invalid, label } = control;
  const text = readContact(control.value);
  const change = (part: Partial<typeof text>) => control.onInput(writeContact({ ...text, ...part }));
  const ltr = type === 'address' || fieldOf(type).direction === 'ltr';
  const common = {
    id: ids.input,
    'aria-invalid': invalid ? 'true' : undefined,
    'aria-describedby': ids.describedBy,
  } as const;
  return (
    <div class="contact-fields">
      <div class="field">
        <label class="field-label" for={ids.input}>
          {label}
        </label>
        {type === 'postal' ? (
          <TextArea {...common} value={text.value} onInput={(value) => change({ value })} />
        ) : (
          <input
            {...common}
            class="field-input"
            type="text"
            inputMode={modes[type] ?? 'text'}
            autoComplete="off"
            spellcheck={false}
            dir={ltr ? 'ltr' : 'auto'}
            value={text.value}
            onInput={(event) => change({ value: event.currentTarget.value })}
          />
        )}
      </div>
      {type === 'messenger' && (
        <WordField
          label={t('contact_service')}
          value={text.service}
          words={messengerServices}
          onInput={(service) => change({ service })}
        />
      )}
      <WordField
        label={t('contact_label')}
        value={text.label}
        words={labelWords(type)}
        onInput={(word) => change({ label: word })}
      />
    </div>
  );
}
