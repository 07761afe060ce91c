import { useState } from 'preact/hooks';
import { AllowButton } from '@/components/options/AllowButton';
import { NoAnswer } from '@/components/options/NoAnswer';
import { SiteFields } from '@/components/options/SiteFields';
import { SiteOutcomeLine } from '@/components/options/SiteOutcomeLine';
import { originName } from '@/components/options/site-address';
import { TYPED, useSiteChoice } from '@/components/options/use-site-choice';
import type { Sites } from '@/components/options/use-sites';
import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';
import { Step } from './Step';
import type { Turn } from './use-turns';

/** Second step: the browser is asked for one mail site, and can be told to take it back. */
export function SiteStep({ sites, turn }: { readonly sites: Sites; readonly turn: Turn }) {
  const choice = useSiteChoice();
  const [another, setAnother] = useState(false);
  const allowed = sites.asked.value ?? [];
  const choosing = allowed.length === 0 || another;
  const allow = (): void => {
    const origins = choice.take();
    if (origins === null) return;
    void sites.allow(origins).then((yes) => {
      if (!yes) return;
      choice.clear();
      setAnother(false);
    });
  };
  // Behind a typed address it stands at the form's end, where what is wrong with the address has its place.
  const typing = choice.id === TYPED;
  const allowButton = (
    <AllowButton small choice={choice} asking={sites.asking} look={turn.next || another ? 'primary' : 'plain'} />
  );
  return (
    <Step
      {...turn}
      number={2}
      title={t('welcome_site_title')}
      text={t('welcome_site_text')}
      {...(choosing ? { onSubmit: allow } : {})}
      acts={
        choosing ? (
          !typing && allowButton
        ) : (
          <>
            <span class="quiet">{t('welcome_site_allowed')}</span>
            <Button small onPress={() => setAnother(true)}>
              {t('welcome_site_another')}
            </Button>
          </>
        )
      }
    >
      {choosing && <SiteFields choice={choice} />}
      {choosing && typing && <p>{allowButton}</p>}
      {allowed.length > 0 && (
        <ul class="step-list" aria-label={t('options_sites_list')}>
          {allowed.map(({ origin }) => (
            <li key={origin}>
              <span dir="ltr">{originName(origin)}</span>
              <Button
                small
                look="quiet"
                label={t('options_site_take_back_of', [originName(origin)])}
                onPress={() => void sites.revoke(origin)}
              >
                {t('options_site_take_back')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <SiteOutcomeLine outcome={sites.outcome} />
      {sites.asked.problem !== null && <NoAnswer again={sites.asked.again} />}
    </Step>
  );
}
