import { textOfTheirs } from '@/components/edit/theirs';
import { useActs } from '@/components/panel/acts';
import { readerLocale } from '@/components/ui/time';
import { fieldOf } from '@/utils/fields';
import { t } from '@/utils/i18n';
import type { CustomField, Person } from '@/utils/people/types';
import { customControl } from './CustomControl';
import { FieldText } from './FieldText';
import { fieldProblem } from './field-problem';
import { PropertyRow } from './PropertyRow';
import type { RowProps } from './property-rows';

export interface CustomRowProps extends RowProps {
  readonly person: Person;
  readonly field: CustomField;
  /** As it is kept; empty: there is none. */
  readonly value: string;
}

/** A field of the server's own making, drawn and edited by its type. */
export function CustomRow({ person, field, value, may, ...row }: CustomRowProps) {
  const { run } = useActs();
  const { id, title, type } = field;
  const kind = fieldOf(type);
  const locale = readerLocale();
  // A number is typed with the reader's own point, and kept with a dot.
  const toTyped = (kept: string) => kind.typed?.(kept, locale) ?? kept;
  const toKept = (typed: string) => {
    if (typed === toTyped(value)) return value;
    return typed.trim() === '' ? '' : (kind.parse(typed, locale) ?? typed);
  };
  const orNull = (kept: string) => (kept === '' ? null : kept);
  const control = customControl(field);
  return (
    <PropertyRow
      {...row}
      person={person}
      place={`custom:${id}`}
      label={title}
      {...(field.description === undefined ? {} : { hint: field.description })}
      value={toTyped(value)}
      read={(typed) => <FieldText field={{ type, value: toKept(typed), custom: true }} />}
      {...(control === undefined ? {} : { control })}
      multiline={type === 'text' && value.includes('\n')}
      ltr={kind.direction === 'ltr'}
      longest={field.longest}
      required={field.required}
      check={(typed) => fieldProblem(type, typed)}
      theirs={(theirs) => toTyped(textOfTheirs(theirs))}
      save={
        may && id !== ''
          ? (to, from) => {
              const input = { field: id, from: orNull(toKept(from)), to: orNull(toKept(to)) };
              return run(person.ref, { action: 'edit-custom', input }, t('done_saved', [title]));
            }
          : null
      }
    />
  );
}
