import { Button } from '@/components/ui/Button';
import { formatNumber, t } from '@/utils/i18n';
import type { Importing, ImportShown } from './use-import';

interface Step {
  readonly words: string;
  readonly counts: string | null;
  /** 0 to 1; null: not known yet. */
  readonly share: number | null;
}

/** How far the import is, in words and as a bar, and how to stop it. */
export function ImportProgress({ importing }: { readonly importing: Importing }) {
  const step = stepOf(importing.shown);
  if (step === null) return null;
  return (
    <div class="import-progress">
      <div class="import-line">
        <strong>
          <bdi>{step.words}</bdi>
        </strong>
        <span class="quiet figures">{step.counts}</span>
      </div>
      <progress aria-label={step.words} max={1} {...(step.share === null ? {} : { value: step.share })} />
      <Button small busy={importing.stopping && t('import_stopping')} onPress={() => void importing.stop()}>
        {t('import_stop')}
      </Button>
    </div>
  );
}

function stepOf(shown: ImportShown): Step | null {
  if (shown.kind === 'reading') return { words: t('import_reading', [shown.file]), counts: null, share: shown.share };
  if (shown.kind === 'begun') return { words: t('import_checking', [shown.file]), counts: null, share: null };
  if (shown.kind !== 'state') return null;
  const { state, file, done, total } = shown.state;
  const words = t(state === 'checking' ? 'import_checking' : 'import_running', [file]);
  const share = total === 0 ? null : Math.min(1, done / total);
  // While it is checked, the counts are pieces of the file, which say nothing to anybody.
  const counts = state === 'running' ? t('import_of', [formatNumber(done), formatNumber(total)]) : null;
  return { words, counts, share };
}
