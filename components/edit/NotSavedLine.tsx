import { useActs } from '@/components/panel/acts';
import { ProblemPage } from '@/components/panel/ProblemPage';
import { isolate } from '@/components/panel/person-words';
import { problemWords } from '@/components/panel/problem-words';
import { Icon } from '@/components/ui/Icon';
import { t } from '@/utils/i18n';
import type { PersonRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import { MergeOwner } from './MergeOwner';

interface NotSavedProps {
  /** Of the field: "Retry Phone". */
  readonly label: string;
  readonly problem: Problem;
  readonly connection: string;
  /** Whose value it is. */
  readonly of?: PersonRef;
  readonly onRetry: () => void;
  readonly onRevert: () => void;
}

/** Under a value that could not be saved: it stays, with both ways on and the reason in words. */
export function NotSavedLine({ label, problem, connection, of, onRetry, onRevert }: NotSavedProps) {
  const { ask, tab, sourceName } = useActs();
  const { owner } = problem;
  const { detail } = problemWords(problem, 'failed_save', sourceName(connection));
  return (
    <div class="not-saved">
      <div class="not-saved-line">
        <span class="not-saved-sign">
          <Icon name="alert" />
          {t('not_saved')}
        </span>
        <button type="button" class="quiet-act" aria-label={t('retry_value', [label])} onClick={onRetry}>
          {t('retry')}
        </button>
        <button type="button" class="quiet-act" aria-label={t('revert_value', [label])} onClick={onRevert}>
          {t('revert')}
        </button>
      </div>
      <p class="quiet">
        {detail} <ProblemPage problem={problem} source={sourceName(connection)} />
      </p>
      {owner !== undefined && (
        <button
          type="button"
          class="quiet-act"
          onClick={() => void ask('lookup.person', { tab, ref: { connection, id: owner.id } })}
        >
          {t('show_person', [isolate(owner.name)])}
        </button>
      )}
      {of !== undefined && <MergeOwner problem={problem} of={of} />}
    </div>
  );
}
