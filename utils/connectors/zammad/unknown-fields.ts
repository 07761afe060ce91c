import type { FieldValue } from '@/utils/people/types';
import { type User, UserShape } from './shapes';

/** What every user of Zammad has beside what is read of them (6.5; 6.1 has fewer). */
const OTHERS = new Set(
  (
    'image_source created_by updated_by out_of_office_replacement password permissions groups authorizations ' +
    'two_factor_preferences overview_sortings accounts karma_activities'
  ).split(' '),
);

/**
 * Custom fields of somebody where nobody tells what they are: by the names of their columns, and only shown, since a
 * choice would be written as a text. What is a list or points to something else is left.
 */
export function unknownValues(user: User): readonly FieldValue[] {
  return Object.entries(user).flatMap(([key, value]): FieldValue[] => {
    if (key in UserShape.entries || OTHERS.has(key) || /_ids?$/u.test(key)) return [];
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : value === true ? 'true' : '';
    if (text === '') return [];
    return [{ type: value === true ? 'toggle' : 'text', label: key, value: text, custom: true }];
  });
}
