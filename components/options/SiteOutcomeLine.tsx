import { t } from '@/utils/i18n';
import type { SiteOutcome } from './use-sites';

const words = {
  allowed: 'options_site_allowed',
  refused: 'options_site_refused',
  'taken-back': 'options_site_taken_back',
  kept: 'options_site_kept',
} as const;

/** What the last click led to; stands in the document from the start, so that readers hear it. */
export function SiteOutcomeLine({ outcome }: { readonly outcome: SiteOutcome | null }) {
  return (
    <p role="status" class="outcome">
      {outcome !== null &&
        (outcome.kind === 'unsaved' ? t('options_failed_save') : t(words[outcome.kind], [outcome.name]))}
    </p>
  );
}
