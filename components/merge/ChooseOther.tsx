import { ProblemBox } from '@/components/panel/ProblemPlace';
import { isolate } from '@/components/panel/person-words';
import { Skeleton } from '@/components/ui/Skeleton';
import { useOwnId } from '@/components/ui/use-own-id';
import { t } from '@/utils/i18n';
import type { Source } from '@/utils/messages/view';
import type { Person, PersonRef } from '@/utils/people/types';
import { CandidateRows } from './CandidateRows';
import { SearchOther } from './SearchOther';
import { useCandidates } from './use-candidates';

interface ChooseOtherProps {
  readonly of: PersonRef;
  readonly source: Source;
  /** This connection can say who seems to be the same. */
  readonly compared: boolean;
  readonly onChoose: (other: Person) => void;
}

/** Whom to merge in: who is open in other tabs, who seems to be the same, and anybody else by a search. */
export function ChooseOther({ of, source, compared, onChoose }: ChooseOtherProps) {
  const { person, open, suspects, busy, problem, again } = useCandidates(of);
  const [tabs, maybe, other] = [useOwnId(), useOwnId(), useOwnId()];
  if (busy) {
    return (
      <div class="merge-pad" aria-busy="true">
        <Skeleton />
      </div>
    );
  }
  const box = problem !== null && (
    <div class="merge-pad">
      <ProblemBox problem={problem.problem} call={problem.call} source={source.name} onRetry={again} />
    </div>
  );
  if (person === null) return <>{box}</>;
  return (
    <>
      <p class="merge-pad merge-whom">{t('merge_whom', [isolate(person.name)])}</p>
      {open.length > 0 && (
        <section aria-labelledby={tabs}>
          <h2 class="people-title" id={tabs}>
            {t('merge_open_tabs')}
          </h2>
          <CandidateRows label={t('merge_open_tabs')} person={person} candidates={open} onChoose={onChoose} />
        </section>
      )}
      {/* A server that compares nobody has not found that there is nobody. */}
      {compared && (
        <section aria-labelledby={maybe}>
          <h2 class="people-title" id={maybe}>
            {t('merge_suspects')}
          </h2>
          {box}
          {suspects.length === 0 && problem === null && <p class="merge-pad quiet">{t('merge_suspects_none')}</p>}
          <CandidateRows label={t('merge_suspects')} person={person} candidates={suspects} onChoose={onChoose} />
        </section>
      )}
      <section aria-labelledby={other}>
        <h2 class="people-title" id={other}>
          {t('merge_somebody_else')}
        </h2>
        <SearchOther source={source} person={person} onChoose={onChoose} />
      </section>
    </>
  );
}
