import './duplicates.css';
import { useEffect, useRef } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { Empty } from '@/components/ui/Empty';
import { SourceMark } from '@/components/ui/SourceMark';
import { formatNumber, plural, t } from '@/utils/i18n';
import type { Source } from '@/utils/messages/view';
import { ApartList } from './ApartList';
import { DecidedList } from './DecidedList';
import { FindingProgress } from './FindingProgress';
import { PairReview } from './PairReview';
import { leftOpen } from './review';
import { type Reviewing, useReview } from './use-review';
import { useReviewKeys } from './use-review-keys';

/** What there is to say of the whole book, in one line. */
function overall({ finding, review }: Reviewing): string | null {
  if (finding === null || (!finding.last && review.pairs.length === 0)) return null;
  if (finding.stopped && review.pairs.length === 0) return t('duplicates_stopped');
  if (finding.state === 'failed') return null;
  if (review.pairs.length === 0) return plural('duplicates_none', finding.done);
  const left = leftOpen(review);
  return left === 0 ? t('duplicates_all_decided') : plural('duplicates_left', left);
}

/** All pairs of a book that may be one person, the surest first, one after the other. */
export function DuplicatesPage({ source }: { readonly source: Source }) {
  const { say, palette } = useActs();
  const page = useRef<HTMLDivElement>(null);
  const reviewing = useReview(source);
  const { finding, review, pair } = reviewing;
  useReviewKeys(page, palette, reviewing);
  // The list of commands gives the focus back to where it was: letters are to reach this page, not the search field.
  useEffect(() => {
    if (page.current?.contains(document.activeElement) === false) page.current.querySelector('h1')?.focus();
  }, []);
  const running = finding !== null && !finding.last;
  const searching = running && review.pairs.length === 0;
  const told = overall(reviewing);
  // Of very many pairs only the surest come.
  const capped = finding?.last === true && finding.found > finding.told;
  useEffect(() => {
    if (finding?.last === true && told !== null) say(told);
  }, [finding?.last, told]);
  return (
    <div class="card duplicates" ref={page} aria-busy={searching ? 'true' : undefined}>
      <div class="duplicates-head">
        <h1 class="part-title" tabIndex={-1}>
          {t('duplicates_title')}
        </h1>
        <span class="duplicates-source quiet">
          <SourceMark {...source.mark} />
          <bdi>{source.name}</bdi>
        </span>
      </div>
      {searching && <FindingProgress finding={finding} onStop={reviewing.stop} />}
      {finding?.problem !== undefined && (
        <ProblemBox problem={finding.problem} call="failed_duplicates" source={source.name} onRetry={reviewing.find} />
      )}
      {pair !== null && <PairReview source={source} reviewing={reviewing} pair={pair} />}
      {told !== null && pair !== null && <p class="quiet">{told}</p>}
      {capped && <p class="quiet">{t('first_of', [formatNumber(finding.told), formatNumber(finding.found)])}</p>}
      {told !== null && (pair === null || leftOpen(review) === 0) && (
        <Empty
          text={pair === null ? told : t('duplicates_again_text')}
          action={{ text: t('duplicates_again'), icon: 'retry', onPress: reviewing.find }}
        />
      )}
      <DecidedList reviewing={reviewing} />
      <ApartList source={source} changes={reviewing.changes} />
    </div>
  );
}
