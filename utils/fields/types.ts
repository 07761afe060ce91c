// A field type says how a value of the profile is read from what somebody typed, how it is written on the card,
// and where it leads. One file a type; drawn, edited and imported by what stands in it.

import type { FieldType, FieldValue } from '@/utils/people/types';

/** What a value needs from outside to be written: texts are not this folder's business. */
export interface Wording {
  /** BCP 47. */
  readonly locale: string;
  readonly yes: string;
  readonly no: string;
}

export interface FieldKind {
  readonly id: FieldType;
  /** Key of its name among the texts. */
  readonly label: `field_${FieldType}`;
  /** Numbers and links are written left to right in every language. */
  readonly direction: 'ltr' | 'auto';
  /** What is kept of typed text; null if it is no such value. */
  parse(text: string): string | null;
  format(field: FieldValue, wording: Wording): string;
  /** Where a click leads: only to places that are safe to open; null for a value that leads nowhere. */
  link(field: FieldValue): string | null;
}
