import { useActs } from '@/components/panel/acts';
import { Button } from '@/components/ui/Button';
import { SectionFold } from '@/components/ui/SectionFold';
import { t } from '@/utils/i18n';
import { decisionTitle } from './decision-words';
import type { Reviewing } from './use-review';

/** What was decided in this sitting, the newest first, and the way back from all of it. */
export function DecidedList({ reviewing }: { readonly reviewing: Reviewing }) {
  const { folded, fold } = useActs();
  const { decisions } = reviewing.review;
  if (decisions.length === 0) return null;
  return (
    <SectionFold
      title={t('duplicates_decided')}
      count={decisions.length}
      folded={folded('duplicates-decided', false)}
      onFold={(to) => fold('duplicates-decided', to)}
    >
      <ol class="decided">
        {decisions.toReversed().map((one, at) => (
          <li key={decisions.length - at}>{decisionTitle(one)}</li>
        ))}
      </ol>
      <div class="actions decided-back">
        <Button small icon="undo" busy={reviewing.busy && t('duplicates_undoing')} onPress={reviewing.undoAll}>
          {t('duplicates_undo_all')}
        </Button>
      </div>
    </SectionFold>
  );
}
