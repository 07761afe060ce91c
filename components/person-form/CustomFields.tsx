import type { EditControl } from '@/components/edit/EditField';
import { textHint } from '@/components/edit/text-rules';
import { customControl } from '@/components/profile/CustomControl';
import { Field, FieldFrame } from '@/components/ui/Field';
import { TextArea } from '@/components/ui/TextArea';
import { fieldOf } from '@/utils/fields';
import type { CustomField } from '@/utils/people/types';
import { errorOf, type FormPart } from './field-of-form';

interface OneProps {
  readonly field: CustomField;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly error?: string;
}

function One({ field, value, onInput, error }: OneProps) {
  const { title, type, description } = field;
  const hint = [description, textHint(value, field)].filter((text) => text !== undefined).join(' ');
  const said = {
    ...(hint === '' ? {} : { hint }),
    ...(error === undefined ? {} : { error }),
  };
  const control = customControl(field);
  const nothing = () => undefined;
  if (control !== undefined || value.includes('\n')) {
    return (
      <FieldFrame label={title} {...said}>
        {({ input, describedBy }) => {
          const handed: EditControl = {
            label: title,
            value,
            onInput,
            onSave: nothing,
            onCancel: nothing,
            ids: { input, describedBy },
            invalid: error !== undefined,
          };
          return control === undefined ? (
            <TextArea id={input} value={value} onInput={onInput} aria-describedby={describedBy} />
          ) : (
            control(handed)
          );
        }}
      </FieldFrame>
    );
  }
  return <Field label={title} value={value} onInput={onInput} ltr={fieldOf(type).direction === 'ltr'} {...said} />;
}

/** The fields of the server's own making, each by its type. */
export function CustomFields({
  draft,
  change,
  problems,
  fields,
}: FormPart & { readonly fields: readonly CustomField[] }) {
  return (
    <>
      {fields.map((field) => (
        <One
          key={field.id}
          field={field}
          value={draft.custom[field.id] ?? ''}
          onInput={(value) => change({ custom: { ...draft.custom, [field.id]: value } })}
          {...errorOf(problems, `custom ${field.id}`)}
        />
      ))}
    </>
  );
}
