import { useEffect } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { isolate } from '@/components/panel/person-words';
import { Chip } from '@/components/ui/Chip';
import { listText } from '@/components/ui/list-text';
import { Skeleton } from '@/components/ui/Skeleton';
import { formatNumber, plural, t } from '@/utils/i18n';
import type { Source } from '@/utils/messages/view';
import type { SuspectPair } from '@/utils/people/same-person';
import { stateWord } from './decision-words';
import { EvidenceList } from './EvidenceList';
import { reasonTexts, tierWord } from './evidence-words';
import { PairActs } from './PairActs';
import { PairCards } from './PairCards';
import { groupSize } from './review';
import type { Reviewing } from './use-review';

interface PairReviewProps {
  readonly source: Source;
  readonly reviewing: Reviewing;
  readonly pair: SuspectPair;
}

/** The pair in sight: where it stands among all, both cards, the reasons, and what can be done. */
export function PairReview({ source, reviewing, pair }: PairReviewProps) {
  const { say } = useActs();
  const { review, state, sides } = reviewing;
  const position = t('duplicates_position', [formatNumber(review.at + 1), formatNumber(review.pairs.length)]);
  const members = groupSize(review, pair);
  const [one, other] = sides?.people ?? [null, null];
  // Once both are known: whoever goes through them by keys hears who they are, and why.
  useEffect(() => {
    if (one === null || other === null) return;
    const decided = state === 'open' ? null : stateWord(state);
    const who = t('apart_pair', [isolate(one.name), isolate(other.name)]);
    say(listText([position, who, decided, tierWord(pair), ...reasonTexts(pair.evidence)]));
  }, [sides?.key, review.at]);
  return (
    <>
      <p class="pair-line">
        <strong class="figures">{position}</strong>
        <Chip>{tierWord(pair)}</Chip>
        {state !== 'open' && <Chip icon="check">{stateWord(state)}</Chip>}
        {members > 0 && <span class="quiet">{plural('duplicates_group', members)}</span>}
      </p>
      {sides === null && (
        <div class="pair-waits" aria-busy="true">
          <Skeleton />
        </div>
      )}
      {sides !== null && sides.problem !== null && (
        <ProblemBox problem={sides.problem} call="failed_people" source={source.name} onRetry={reviewing.readAgain} />
      )}
      {sides !== null && sides.problem === null && <PairCards people={sides.people} />}
      <EvidenceList evidence={pair.evidence} />
      <PairActs reviewing={reviewing} />
    </>
  );
}
