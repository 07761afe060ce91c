import { isolate } from '@/components/panel/person-words';
import { Skeleton } from '@/components/ui/Skeleton';
import { Box } from '@/components/ui/Strip';
import { useOwnId } from '@/components/ui/use-own-id';
import type { Holdings } from '@/utils/connectors/types';
import { formatNumber, t } from '@/utils/i18n';
import type { Plan } from '@/utils/messages/protocol';
import type { Source } from '@/utils/messages/view';
import type { Sides } from './sides';
import { howItIsDone, unseenText, whatMoves } from './what-moves';

interface WhatMovesProps {
  readonly sides: Sides;
  /** Null: not known yet. */
  readonly plan: Plan | null;
  /** What the one that goes has, where the server counts it. */
  readonly holdings: Holdings | null;
  /** How many of its tickets this login cannot move, since it does not see them. */
  readonly unseen: number;
  readonly source: Source;
  /** It could not be counted, and that is said elsewhere. */
  readonly failed: boolean;
}

/** How much goes over, and what the server can do and take back. */
export function WhatMoves({ sides, plan, holdings, unseen, source, failed }: WhatMovesProps) {
  const title = useOwnId();
  const { stays, goes } = sides;
  const { merging } = source.says ?? {};
  const moves = plan === null ? [] : whatMoves(plan, holdings);
  return (
    <section class="merge-section" aria-labelledby={title} aria-busy={plan === null && !failed}>
      <h2 class="merge-title" id={title}>
        {t('merge_moves', [isolate(stays.name)])}
      </h2>
      {plan === null && !failed && <Skeleton />}
      {plan !== null && moves.length === 0 && <p class="quiet">{t('merge_moves_nothing', [isolate(goes.name)])}</p>}
      {moves.length > 0 && (
        <ul class="merge-counts">
          {moves.map(({ count, word }) => (
            <li key={word}>
              <span class="merge-count figures">{formatNumber(count)}</span> <span class="quiet">{word}</span>
            </li>
          ))}
        </ul>
      )}
      {unseen > 0 && (
        <Box icon="alert" tone="caution">
          {unseenText(unseen, goes)}
        </Box>
      )}
      {plan !== null && <Box icon="info">{howItIsDone(plan, source, goes)}</Box>}
      {merging !== undefined && <Box icon="info">{t(merging, [source.name])}</Box>}
    </section>
  );
}
