// What of a person a change is about, and its value, as the profile calls and shows them.

import { textOfTheirs } from '@/components/edit/theirs';
import { contactName } from '@/components/profile/contact-words';
import type { Change } from '@/utils/changes/types';
import { type TextKey, t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';

const single = {
  name: 'field_name',
  summary: 'section_summary',
  timezone: 'what_timezone',
  language: 'property_language',
  autoReplies: 'what_auto_replies',
  picture: 'what_picture',
} as const satisfies Readonly<Record<string, TextKey>>;

/** "Phone", "Job title"; `person` knows the titles of custom fields. */
export function changedWord(change: Change, person: Person): string {
  switch (change.type) {
    case 'person.set':
      return t(single[change.field]);
    case 'custom.set':
      return person.fields.find(({ custom, id }) => custom === true && id === change.field)?.label ?? t('what_field');
    case 'contact.set':
      return contactName((change.to ?? change.from)?.type ?? 'text');
    case 'email.set':
      return t('field_address');
    case 'email.primary':
      return t('primary_address');
    case 'label.set':
      return t('label_named', [change.label]);
    case 'group.set':
      return t('property_groups');
    case 'membership.set':
      return t('field_organisation');
    case 'account.enable':
      return t('what_account');
    default:
      return change.type.startsWith('ticket.')
        ? t('what_ticket')
        : t(change.type.startsWith('note.') ? 'what_note' : 'what_person');
  }
}

/** A value of a change as text; empty: there is none. */
export function valueText(change: Change, value: unknown): string {
  if (typeof value === 'boolean') {
    if (change.type === 'account.enable') return t(value ? 'status_active' : 'status_disabled');
    return t(value ? 'yes' : 'no');
  }
  if (change.type === 'membership.set') return value === null ? '' : change.organisation.name;
  return textOfTheirs(value);
}
