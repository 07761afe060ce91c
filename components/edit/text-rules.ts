// What a server takes as a text beside what its kind wants: how long it may be, and whether there must be one. Checked
// here, since some servers cut what is too long and say nothing.

import { formatNumber, t } from '@/utils/i18n';

export interface TextRules {
  /** Characters. */
  readonly longest?: number | undefined;
  readonly required?: boolean | undefined;
}

/** Share of what fits, from which on the characters are counted out. */
const NEAR = 0.9;

/** Characters as servers count them: one that is written as two units is one. */
const charactersIn = (text: string): number => [...text].length;

const counts = (text: string, longest: number): readonly string[] => [
  formatNumber(charactersIn(text)),
  formatNumber(longest),
];

/** The sentence that says why it would not be taken; null: it would. */
export function textProblem(label: string, text: string, { longest, required = false }: TextRules): string | null {
  if (required && text.trim() === '') return t('field_required', [label]);
  return longest !== undefined && charactersIn(text) > longest ? t('too_long_of', counts(text, longest)) : null;
}

/** What stands under the field while it is filled; undefined: nothing. */
export function textHint(text: string, { longest, required = false }: TextRules): string | undefined {
  if (longest !== undefined && charactersIn(text) > longest * NEAR) return t('characters_of', counts(text, longest));
  return required ? t('field_required_hint') : undefined;
}
