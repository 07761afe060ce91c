import { useEffect } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { problemWords } from '@/components/panel/problem-words';
import { t } from '@/utils/i18n';
import type { Problem } from '@/utils/problem';

/** Says what could not be saved, where only the eye would see it. */
export function useWarned(problem: Problem | null, label: string, connection: string): void {
  const { warn, sourceName } = useActs();
  useEffect(() => {
    if (problem === null) return;
    const { title, detail } = problemWords(problem, 'failed_save', sourceName(connection));
    warn(t('not_saved_value', [label, title, detail]));
  }, [problem]);
}
