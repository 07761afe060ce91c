// How values that are to be merged are called and read.

import { cityOf, languageText, readerLocale } from '@/components/ui/time';
import { fieldOf } from '@/utils/fields';
import { type TextKey, t } from '@/utils/i18n';
import type { Differing } from '@/utils/merge';
import type { FieldValue, Person } from '@/utils/people/types';

export const fieldWords = (field: FieldValue): string =>
  fieldOf(field.type).format(field, { locale: readerLocale(), yes: t('yes'), no: t('no') });

const words = {
  name: 'field_name',
  organisation: 'organisation',
  summary: 'section_summary',
  timezone: 'property_timezone',
  language: 'property_language',
  autoReplies: 'what_auto_replies',
  picture: 'what_picture',
} as const satisfies Readonly<Record<Exclude<Differing['what'], 'custom' | 'position' | 'manager'>, TextKey>>;

/** "Language", "Position at Harbour & Finch", or the title of a field. */
export function differingWord({ what, title = '' }: Differing): string {
  if (what === 'custom') return title === '' ? t('what_field') : title;
  if (what === 'position') return t('merge_position_at', [title]);
  return what === 'manager' ? t('merge_manager_at', [title]) : t(words[what]);
}

/** A value of one side as it is read: "vi" → "Vietnamese". */
export function differingText({ what, type = 'text' }: Differing, value: string): string {
  switch (what) {
    case 'timezone':
      return cityOf(value);
    case 'language':
      return languageText(value);
    case 'manager':
    case 'autoReplies':
      return t(value === 'true' ? 'yes' : 'no');
    case 'custom':
      return fieldWords({ type, value, custom: true });
    default:
      return value;
  }
}

/** Since when somebody is known; null: nobody says. */
export function yearOf({ createdAt }: Person): string | null {
  const at = Date.parse(createdAt ?? '');
  return Number.isNaN(at) ? null : new Intl.DateTimeFormat(readerLocale(), { year: 'numeric' }).format(at);
}
