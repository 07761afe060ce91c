import type { Wording } from '@/utils/fields';
import type { FieldType, FieldValue } from '@/utils/people/types';

export const wording: Wording = { locale: 'en', yes: 'Yes', no: 'No' };

export const field = (type: FieldType, value: string): FieldValue => ({ type, value });
