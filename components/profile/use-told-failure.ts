import { useEffect } from 'preact/hooks';
import type { SavingState } from '@/components/edit/use-saving';
import { useActs } from '@/components/panel/acts';
import { problemWords } from '@/components/panel/problem-words';
import { t } from '@/utils/i18n';
import type { Problem } from '@/utils/problem';

/** What kept a value from being saved, heard where the eye sees it; null: nothing. `label`: of the value. */
export function useToldFailure(label: string, state: SavingState<unknown>, connection: string): Problem | null {
  const { warn, sourceName } = useActs();
  const problem = state.kind === 'failed' || state.kind === 'conflict' ? state.problem : null;
  useEffect(() => {
    if (problem === null) return;
    const { title, detail } = problemWords(problem, 'failed_save', sourceName(connection));
    warn(t('not_saved_value', [label, title, detail]));
  }, [problem]);
  return problem;
}
