import { ProblemPage } from '@/components/panel/ProblemPage';
import { problemWords } from '@/components/panel/problem-words';
import { t } from '@/utils/i18n';
import type { Problem } from '@/utils/problem';

/** What a dialog was to do, and could not; where it can be done by hand. */
export function FailedDeed({ problem, source }: { readonly problem: Problem; readonly source: string }) {
  const { title, detail } = problemWords(problem, 'failed_action', source);
  return (
    <span>
      <strong>{title}</strong> {detail} {t('nothing_changed')} <ProblemPage problem={problem} source={source} />
    </span>
  );
}
