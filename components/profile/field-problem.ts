import { readerLocale } from '@/components/ui/time';
import { fieldOf } from '@/utils/fields';
import { t } from '@/utils/i18n';
import type { FieldType } from '@/utils/people/types';

/** The sentence that says what is wrong with text typed for a field; null: it can be kept. */
export function fieldProblem(type: FieldType, typed: string): string | null {
  const problem = fieldOf(type).check(typed, readerLocale());
  return problem === null ? null : t(problem);
}
