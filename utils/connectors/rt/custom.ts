import type { CustomField, FieldType, FieldValue } from '@/utils/people/types';
import type { Known } from './known';
import type { Rt } from './rt';
import type { CustomValue, User } from './shapes';

/** Files: RT gives an address of its own for them, which no panel shows. */
const FILES: readonly string[] = ['Image', 'Binary'];

const isMany = ({ MaxValues }: CustomValue): boolean => MaxValues === '0';

export function typeOf(field: CustomValue): FieldType {
  if (field.Type === 'Select') return isMany(field) ? 'choices' : 'choice';
  // What RT calls a date is a day; a point of time is shown as RT writes it.
  return field.Type === 'Date' ? 'date' : 'text';
}

/** The custom fields that stand on a profile: all but files and the other addresses, which are addresses there. */
export function shown(rt: Rt, fields: readonly CustomValue[]): readonly CustomValue[] {
  return fields.filter(({ Type, name }) => !FILES.includes(Type) && !isOthers(rt, name));
}

export const isOthers = ({ others }: Rt, name: string): boolean => others !== '' && name === others;

/** The values as they are kept here, one a line; null: none. */
export function textOf({ values }: Pick<CustomValue, 'values'>): string | null {
  const text = values.flatMap((value) => value ?? []).filter((value) => value !== '');
  return text.length === 0 ? null : text.join('\n');
}

/** As RT takes them: the whole new list, or the one value; null removes it. */
export function toRt(field: CustomValue, text: string | null): string | readonly string[] | null {
  if (!isMany(field)) return text;
  return (text ?? '').split('\n').filter((line) => line.trim() !== '');
}

export const keptOf = ({ CustomFields }: User, field: string): string | null =>
  textOf(CustomFields.find(({ id }) => id === field) ?? { values: [] });

/** A person's values in the order of the definitions. */
export function customValues(rt: Rt, user: User, fields: readonly CustomValue[]): readonly FieldValue[] {
  return shown(rt, fields).flatMap((field): FieldValue[] => {
    const value = keptOf(user, field.id);
    const many = isMany(field) ? ({ many: true } as const) : {};
    return value === null
      ? []
      : [{ type: typeOf(field), label: field.name, value, custom: true, id: field.id, ...many }];
  });
}

export async function definitions(rt: Rt, known: Known): Promise<readonly CustomField[]> {
  const fields = shown(rt, await known.fields('definitions'));
  return Promise.all(
    fields.map(async (field) => {
      const type = typeOf(field);
      const { id, name: title, Description: description } = field;
      const choices = type === 'choice' || type === 'choices' ? await known.choices('definitions', id) : undefined;
      return { id, title, type, ...(description ? { description } : {}), ...(choices ? { choices } : {}) };
    }),
  );
}
