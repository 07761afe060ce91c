import { t } from '@/utils/i18n';
import type { Problem } from '@/utils/problem';

/** Where it can be done by hand: the server's own page, over the web only. `source`: the server's name. */
export function ProblemPage({ problem, source }: { readonly problem: Problem; readonly source: string }) {
  const { page } = problem;
  if (page === undefined || !/^https?:\/\//iu.test(page)) return null;
  return (
    <a class="link" href={page} target="_blank" rel="noopener noreferrer">
      {t('open_in', [source])}
    </a>
  );
}
