// Which rows stand under Properties, and in which order they are gone through.

import type { RefObject } from 'preact';
import type { InlineEditProps } from '@/components/edit/InlineEdit';
import type { CustomField, FieldValue, Person } from '@/utils/people/types';

/** What each kind of row is handed. */
export interface RowProps extends Pick<InlineEditProps, 'onClosed'> {
  readonly edit: RefObject<(() => void) | null>;
  /** May it be changed here? */
  readonly may: boolean;
  readonly away: boolean;
}

export type Row =
  | { readonly kind: 'timezone' | 'language'; readonly key: string; readonly empty: boolean }
  | {
      readonly kind: 'custom';
      readonly key: string;
      readonly empty: boolean;
      readonly field: CustomField;
      readonly value: string;
    };

const ofValue = ({ id = '', label = '', type }: FieldValue): CustomField => ({ id, title: label, type });

/**
 * The server's own fields in its order, each with what the person has in it; then values of fields that it no longer
 * lists. `definitions` null: not known (yet), the person's own values stand for them.
 */
export function propertyRows(person: Person, definitions: readonly CustomField[] | null): readonly Row[] {
  const values = person.fields.filter(({ custom }) => custom === true);
  const known = new Set(definitions?.map(({ id }) => id));
  const rest = values.filter(({ id = '' }) => !known.has(id));
  const custom = (field: CustomField, value: string, index: number): Row => ({
    kind: 'custom',
    key: field.id === '' ? `custom ${index} ${field.title}` : `custom:${field.id}`,
    field,
    value,
    empty: value === '',
  });
  return [
    { kind: 'timezone', key: 'timezone', empty: (person.timezone ?? '') === '' },
    // None is a language too: the one that the server takes.
    { kind: 'language', key: 'language', empty: false },
    ...(definitions ?? []).map((field, index) =>
      custom(field, values.find(({ id }) => id === field.id)?.value ?? '', index),
    ),
    ...rest.filter(({ value }) => value !== '').map((field, index) => custom(ofValue(field), field.value, index)),
  ];
}
