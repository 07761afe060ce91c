import type { CustomField, FieldType, FieldValue } from '@/utils/people/types';
import { isoOf } from './dates';
import type { Definition } from './known';
import type { CustomValue } from './shapes';

const TYPES: Readonly<Record<string, FieldType>> = {
  text: 'text',
  textarea: 'text',
  toggle: 'toggle',
  date: 'date',
  datetime: 'date',
  choice: 'choice',
  radio: 'choice',
  multichoice: 'choices',
  checkbox: 'choices',
};

/** Null for what is nobody's to see ('hidden') or no value at all ('display'). An unknown kind is a text. */
export const typeOf = ({ widget }: Pick<Definition, 'widget'>): FieldType | null =>
  widget === 'hidden' || widget === 'display' ? null : (TYPES[widget] ?? 'text');

/** The value as it is kept here: choices by their titles, one a line; null: none. */
export function keptOf({ value, detail }: CustomValue, field: Pick<Definition, 'widget' | 'choices'>): string | null {
  const type = typeOf(field);
  if (type === null) return null;
  if (type === 'choice' || type === 'choices') {
    const titles = idsIn(value).map(
      (id) => detail[id]?.title || field.choices.find((choice) => choice.id === id)?.title || `#${id}`,
    );
    return titles.length === 0 ? null : titles.join('\n');
  }
  if (type === 'toggle') return value === true || value === 1 || value === '1' || value === 'true' ? 'true' : null;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (text === '') return null;
  return type === 'date' ? (dayOf(text) ?? text) : text;
}

/** A date may come with its time, and is the day that it was written for. */
const dayOf = (text: string): string | null =>
  /^\d{4}-\d\d-\d\d/u.test(text) ? text.slice(0, 10) : (isoOf(text)?.slice(0, 10) ?? null);

/** A choice is an id, the thing itself, or a list of them; so it is where PHP made an object of the list. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'number' || typeof value === 'string') return String(value) === '' ? [] : [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return 'id' in value ? idsIn(value.id) : Object.values(value).flatMap(idsIn);
}

/** A person's values in the order of the definitions; where those are kept from the key, by what the values tell. */
export function customValues(
  fields: Readonly<Record<string, CustomValue>>,
  definitions: readonly Definition[],
): readonly FieldValue[] {
  if (definitions.length === 0) return undefinedValues(fields);
  return definitions.flatMap((field): FieldValue[] => {
    const given = fields[field.id];
    const value = given === undefined ? null : keptOf(given, field);
    const type = typeOf(field);
    return value === null || type === null ? [] : [{ type, label: field.title, value, custom: true, id: field.id }];
  });
}

const undefinedValues = (fields: Readonly<Record<string, CustomValue>>): readonly FieldValue[] =>
  Object.entries(fields).flatMap(([id, given]): FieldValue[] => {
    const titles = Object.values(given.detail).map(({ title }) => title);
    const value = titles.length > 0 ? titles.join('\n') : keptOf(given, { widget: 'text', choices: [] });
    return value === null ? [] : [{ type: 'text', label: given.aliases[0] ?? `#${id}`, value, custom: true, id }];
  });

export function customFieldOf(field: Definition): CustomField[] {
  const type = typeOf(field);
  if (type === null) return [];
  return [
    {
      id: field.id,
      title: field.title,
      type,
      ...(field.description === '' ? {} : { description: field.description }),
      ...(field.choices.length === 0 ? {} : { choices: field.choices.map(({ title }) => title) }),
    },
  ];
}
