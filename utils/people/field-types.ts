/** Every type that a value of a profile can have, for those who decode one. */
export const FIELD_TYPES = [
  'phone',
  'website',
  'messenger',
  'twitter',
  'linkedin',
  'facebook',
  'postal',
  'text',
  'number',
  'date',
  'toggle',
  'choice',
  'choices',
] as const;

export type FieldType = (typeof FIELD_TYPES)[number];
