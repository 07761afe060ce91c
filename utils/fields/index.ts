import type { FieldType } from '@/utils/people/types';
import { choice } from './choice';
import { choices } from './choices';
import { date } from './date';
import { facebook } from './facebook';
import { linkedin } from './linkedin';
import { messenger } from './messenger';
import { number } from './number';
import { phone } from './phone';
import { postal } from './postal';
import { text } from './text';
import { toggle } from './toggle';
import { twitter } from './twitter';
import type { FieldKind } from './types';
import { website } from './website';

export { LONGEST_VALUE } from './check';
export type { FieldKind, Wording } from './types';

/** Every field type there is: one that is missing here does not compile. */
export const fieldTypes: Readonly<Record<FieldType, FieldKind>> = {
  phone,
  website,
  messenger,
  twitter,
  linkedin,
  facebook,
  postal,
  text,
  number,
  date,
  toggle,
  choice,
  choices,
};

export function fieldOf(type: FieldType): FieldKind {
  return fieldTypes[type];
}
