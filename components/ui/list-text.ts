import { language } from '@/utils/i18n';

/** Several facts as one sentence would list them: "Anna Keller, Harbour & Finch, 3 open tickets". Empty ones are left out. */
export function listText(parts: readonly (string | null)[]): string {
  const words = parts.filter((part): part is string => part !== null && part !== '');
  return new Intl.ListFormat(language(), { type: 'unit', style: 'short' }).format(words);
}
