import type { IconName } from '@/components/ui/icons';
import { LONGEST } from '@/utils/actions/limits';
import { fieldOf } from '@/utils/fields';
import { t } from '@/utils/i18n';
import { parseAddress } from '@/utils/people/address';
import type { FieldType, Person } from '@/utils/people/types';
import type { ContactType } from './ContactControl';
import { readContact } from './contact-text';
import { fieldProblem } from './field-problem';

/** What can be added to a person's ways to be reached, in the order of the menu. */
export const contactTypes = [
  'phone',
  'website',
  'messenger',
  'twitter',
  'linkedin',
  'facebook',
  'postal',
] as const satisfies readonly FieldType[];

const icons: Partial<Record<ContactType, IconName>> = {
  address: 'mail',
  phone: 'phone',
  website: 'globe',
  messenger: 'chat',
  twitter: 'globe',
  linkedin: 'globe',
  facebook: 'globe',
  postal: 'place',
};

export const contactIcon = (type: ContactType): IconName => icons[type] ?? 'note';

export const contactName = (type: ContactType): string => t(type === 'address' ? 'field_address' : fieldOf(type).label);

/** Where half-typed text of a value is kept; the name of a place has its limit. */
export const contactPlace = (type: FieldType, text: string): string => `contact:${type}:${text.slice(0, 200)}`;

/** The sentence that says what is wrong with a typed contact value; null: it can be kept. */
export function contactProblem(type: FieldType, text: string): string | null {
  const { value, label, service } = readContact(text);
  if (Math.max(label.length, service.length) > LONGEST.line) return t('too_long');
  return fieldProblem(type, value);
}

/** The same for an address. `at`: which of the person's it is; -1: a new one. */
export function addressProblem(person: Person, at: number, text: string): string | null {
  const { value, label } = readContact(text);
  if (label.length > LONGEST.line) return t('too_long');
  if (value.trim() === '' && at >= 0) {
    if (person.emails.length === 1) return t('address_last');
    return person.emails[at]?.primary === true ? t('address_primary_stays') : null;
  }
  const address = parseAddress(value);
  if (address === null) return t('address_invalid');
  const twice = person.emails.some((email, index) => email.address === address && index !== at);
  return twice ? t('address_twice') : null;
}
