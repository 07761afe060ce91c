import './address-list.css';
import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';

interface OutcomeProps {
  /** What was done last; empty: nothing yet, or it failed. */
  readonly told: string;
  readonly failed: boolean;
  readonly undo: (() => Promise<void>) | null;
}

/** What was done last in a list, with the way back beside it. */
export function Outcome({ told, failed, undo }: OutcomeProps) {
  return (
    <div class="taken-back">
      <p role="status" class="outcome">
        {told}
      </p>
      <p role="alert" class="outcome">
        {failed && t('options_failed_save')}
      </p>
      {undo !== null && (
        <Button small icon="undo" onPress={() => void undo()}>
          {t('undo')}
        </Button>
      )}
    </div>
  );
}
