import { Button } from '@/components/ui/Button';
import { formatNumber, plural, t } from '@/utils/i18n';
import type { Finding } from './reviews';

/** How far the search is, in words and as a bar, and how to stop it. */
export function FindingProgress({ finding, onStop }: { readonly finding: Finding; readonly onStop: () => void }) {
  const { state, done, total } = finding;
  const words = state === 'comparing' ? plural('duplicates_comparing', done) : t('duplicates_reading');
  const share = state === 'reading' && total > 0 ? { value: done / total } : {};
  return (
    <div class="finding">
      <p class="finding-words">
        <strong>{words}</strong>
        {state === 'reading' && total > 0 && (
          <span class="quiet figures">{t('import_of', [formatNumber(done), formatNumber(total)])}</span>
        )}
      </p>
      <progress aria-label={words} max={1} {...share} />
      <Button small icon="stop" onPress={onStop}>
        {t('duplicates_stop')}
      </Button>
    </div>
  );
}
