// A contact value as one text, since that is what is edited, kept half-typed and compared: value, label and service.

import { readerLocale } from '@/components/ui/time';
import { fieldOf } from '@/utils/fields';
import { partsIn, whole } from '@/utils/fields/postal';
import type { EmailAddress, FieldType, FieldValue } from '@/utils/people/types';

export interface ContactText {
  readonly value: string;
  /** "Work", "Mobile", or an own word; empty: none. */
  readonly label: string;
  /** Of an instant messenger. */
  readonly service: string;
}

const NOTHING: ContactText = { value: '', label: '', service: '' };

export const writeContact = ({ value, label, service }: ContactText): string => JSON.stringify([value, label, service]);

export function readContact(text: string): ContactText {
  if (text === '') return NOTHING;
  const parts: unknown = JSON.parse(text);
  if (!Array.isArray(parts)) return NOTHING;
  const [value, label, service] = parts.map(String);
  return { value: value ?? '', label: label ?? '', service: service ?? '' };
}

export const textOfField = (field: FieldValue): string =>
  writeContact({
    value: field.type === 'postal' ? whole(field).trim() : field.value,
    label: field.label ?? '',
    service: field.parts?.['service'] ?? '',
  });

export const textOfEmail = ({ address, label = '' }: Pick<EmailAddress, 'address' | 'label'>): string =>
  writeContact({ value: address, label, service: '' });

/** What is kept of a typed contact value; null: nothing, the value is removed. `before`: the one it takes the place of. */
export function fieldOfText(type: FieldType, text: string, before: FieldValue | null): FieldValue | null {
  const { value: typed, label, service } = readContact(text);
  if (typed.trim() === '') return null;
  const value = fieldOf(type).parse(typed, readerLocale()) ?? typed.trim();
  const parts = partsOf(type, value, service.trim(), before);
  return {
    type,
    value,
    ...(label.trim() === '' ? {} : { label: label.trim() }),
    ...(parts === undefined ? {} : { parts }),
  };
}

function partsOf(type: FieldType, value: string, service: string, before: FieldValue | null): FieldValue['parts'] {
  if (type === 'messenger') return service === '' ? undefined : { ...before?.parts, service };
  return type === 'postal' ? partsIn(value, before?.parts) : before?.parts;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** What a server has instead, as such a text; empty: nothing. */
export function textOfTheirContact(theirs: unknown): string {
  if (typeof theirs !== 'object' || theirs === null) return '';
  const value = 'value' in theirs ? theirs.value : 'address' in theirs ? theirs.address : null;
  if (!isText(value)) return '';
  const label = 'label' in theirs && isText(theirs.label) ? theirs.label : '';
  const parts = 'parts' in theirs && typeof theirs.parts === 'object' ? theirs.parts : null;
  const service = parts !== null && 'service' in parts && isText(parts.service) ? parts.service : '';
  return writeContact({ value, label, service });
}
