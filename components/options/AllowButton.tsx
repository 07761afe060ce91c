import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';
import { knownSites } from './known-sites';
import { originName } from './site-address';
import { type SiteChoice, TYPED } from './use-site-choice';

export interface AllowProps {
  readonly choice: SiteChoice;
  readonly asking: boolean;
  readonly look?: 'primary' | 'plain';
  /** In a step's own line. */
  readonly small?: boolean;
}

/** Submits the form around it; names what the browser will be asked for. */
export function AllowButton({ choice, asking, look = 'primary', small = false }: AllowProps) {
  const unconfirmed =
    choice.id === TYPED && choice.reading.state === 'ready' && choice.reading.plain && !choice.confirmed;
  return (
    <Button
      submit
      small={small}
      look={look}
      busy={asking && t('options_site_asking')}
      {...(unconfirmed ? { mayNot: t('options_site_plain_first') } : {})}
    >
      {label(choice)}
    </Button>
  );
}

function label({ id, reading }: SiteChoice): string {
  const known = knownSites.find((site) => site.id === id);
  if (known && known.origins.length > 1) return t('options_site_allow', [t('options_site_outlook_short')]);
  if (known) return t('options_site_allow', [originName(known.origins[0])]);
  return reading.state === 'ready' ? t('options_site_allow', [reading.host]) : t('options_site_allow_any');
}
