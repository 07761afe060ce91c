import { fieldOf } from '@/utils/fields';
import type { CustomField, FieldType, FieldValue } from '@/utils/people/types';
import type { Definition } from './definition';
import { textOf } from './note-text';
import { escaped } from './respelled';
import type { User } from './shapes';

const TYPES: Readonly<Record<Definition['kind'], FieldType>> = {
  text: 'text',
  link: 'website',
  phone: 'phone',
  html: 'text',
  number: 'number',
  toggle: 'toggle',
  date: 'date',
  time: 'text',
  choice: 'choice',
  choices: 'choices',
  fixed: 'text',
};

export const typeOf = ({ kind }: Definition): FieldType => TYPES[kind];

/** The value as it is kept here: choices by their titles, one a line; null: none. */
export function keptOf(user: User, field: Definition): string | null {
  const value = Reflect.get(user, field.name);
  const text = told(value, field);
  return text === '' ? null : text;
}

function told(value: unknown, field: Definition): string {
  if (Array.isArray(value)) return value.map((one) => titleOf(field, String(one))).join('\n');
  if (typeof value === 'string') return field.kind === 'html' ? textOf(value) : titleOf(field, value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  // A value from another system stands with its label.
  if (typeof value === 'object' && value !== null && 'label' in value) return String(value.label);
  return '';
}

const titleOf = ({ options }: Definition, value: string): string =>
  options.find((option) => option.value === value)?.title ?? value;

/** As Zammad takes it; undefined for what is no such value. */
export function toZammad(field: Definition, text: string | null): unknown {
  if (field.kind === 'fixed') return undefined;
  if (text === null) return field.kind === 'choices' ? [] : none(field);
  const value = fieldOf(typeOf(field)).parse(text);
  if (value === null) return undefined;
  if (field.longest !== null && value.length > field.longest) return undefined;
  const keyOf = (title: string) => field.options.find((option) => option.title === title)?.value;
  switch (field.kind) {
    case 'number':
      return inRange(field, Number(value)) ? Number(value) : undefined;
    case 'toggle':
      return value === 'true';
    case 'choice':
      return keyOf(value);
    case 'choices': {
      const values = value.split('\n').map(keyOf);
      return values.includes(undefined) ? undefined : values;
    }
    case 'time':
      return Number.isNaN(Date.parse(value)) ? undefined : new Date(value).toISOString();
    case 'html':
      return value
        .split('\n')
        .map((line) => `<div>${escaped(line)}</div>`)
        .join('');
    default:
      return value;
  }
}

/** Whether a value stands there as it was to be; Zammad writes a point of time in its own way, and choices in its order. */
export function isKept({ kind }: Definition, kept: string | null, wanted: string | null): boolean {
  if (kind === 'time') return secondsOf(kept) === secondsOf(wanted);
  const sorted = (text: string | null): string => (text ?? '').split('\n').sort().join('\n');
  return sorted(kept) === sorted(wanted);
}

const secondsOf = (time: string | null): number | null => (time === null ? null : Math.floor(Date.parse(time) / 1_000));

/** What a refusal says of the room that there is, where the value has more. */
export const roomOf = ({ longest }: Definition, text: string | null): { readonly longest?: number } =>
  longest === null || text === null || text.length <= longest ? {} : { longest };

/** Zammad's numbers are whole. */
const inRange = ({ least, most }: Definition, value: number): boolean =>
  Number.isInteger(value) && (least === null || value >= least) && (most === null || value <= most);

/** A text is emptied; everything else has no value then. */
const none = ({ kind }: Definition): string | null =>
  ['text', 'link', 'phone', 'html', 'choice'].includes(kind) ? '' : null;

/** A person's values in the order of the definitions; what is only shown has no id to be edited by. */
export function customValues(user: User, fields: readonly Definition[]): readonly FieldValue[] {
  return fields.flatMap((field): FieldValue[] => {
    const value = keptOf(user, field);
    if (value === null || (field.kind === 'toggle' && value === 'false')) return [];
    const named = { type: typeOf(field), label: field.title, value, custom: true } as const;
    if (field.kind === 'fixed') return [named];
    return [{ ...named, id: field.name, ...(field.kind === 'choices' ? { many: true } : {}) }];
  });
}

/** The fields that can be filled in. */
export const customFieldsOf = (fields: readonly Definition[]): readonly CustomField[] =>
  fields.filter(({ kind }) => kind !== 'fixed').map(customFieldOf);

const customFieldOf = (field: Definition): CustomField => {
  const range = rangeOf(field);
  return {
    id: field.name,
    title: field.title,
    type: typeOf(field),
    ...(range === '' ? {} : { description: range }),
    ...(field.options.length === 0 ? {} : { choices: field.options.map(({ title }) => title) }),
    ...(field.required ? { required: true } : {}),
    ...(field.longest === null ? {} : { longest: field.longest }),
  };
};

/** "0 – 100", in no language. */
function rangeOf({ least, most }: Definition): string {
  if (least !== null && most !== null) return `${least} – ${most}`;
  if (least !== null) return `≥ ${least}`;
  return most === null ? '' : `≤ ${most}`;
}
