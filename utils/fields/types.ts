// A field type says how a value of the profile is read from what somebody typed, what is wrong with it, how it is
// written on the card, and where it leads. One file a type; drawn, edited and imported by what stands in it.

import type { FieldType, FieldValue } from '@/utils/people/types';
import type { FieldProblem } from './check';

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
  /** What is kept of typed text; null if it is no such value. `locale`: how the typist writes numbers. */
  parse(text: string, locale?: string): string | null;
  /** Key of the sentence that says what is wrong with typed text. Empty text is right: it removes the value. */
  check(text: string, locale?: string): FieldProblem | null;
  format(field: FieldValue, wording: Wording): string;
  /** A kept value as it stands in a field to be edited, where that differs from what is kept. */
  typed?(value: string, locale: string): string;
  /** Where a click leads: only to places that are safe to open; null for a value that leads nowhere. */
  link(field: FieldValue): string | null;
}
