import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';
import type { AskBackground, PageActs, SiteAccess } from '@/utils/messages/protocol';
import { AllowButton } from './AllowButton';
import { NoAnswer } from './NoAnswer';
import { SiteFields } from './SiteFields';
import { SiteOutcomeLine } from './SiteOutcomeLine';
import { originName } from './site-address';
import { Title } from './Title';
import { useHeadingFocus } from './use-heading-focus';
import { useSiteChoice } from './use-site-choice';
import { type Sites as SitesState, useSites } from './use-sites';

/** The allowed sites, each with its launcher and Revoke, and a form to allow one more. */
export function Sites({ ask, page }: { readonly ask: AskBackground; readonly page: PageActs }) {
  const sites = useSites(ask, page);
  const choice = useSiteChoice();
  const list = sites.asked.value;
  const head = useHeadingFocus((list ?? []).map(({ origin }) => origin).join(' '));
  return (
    <section aria-labelledby="sites-title">
      <Title id="sites-title" text={t('options_sites_text')} headRef={head}>
        {t('options_sites')}
      </Title>
      {sites.asked.problem !== null && <NoAnswer again={sites.asked.again} />}
      {list?.length === 0 && <p class="quiet">{t('options_sites_none')}</p>}
      {list !== null && list.length > 0 && (
        <ul class="list-frame" aria-label={t('options_sites_list')}>
          {list.map((site) => (
            <SiteRow key={site.origin} site={site} sites={sites} />
          ))}
        </ul>
      )}
      <SiteOutcomeLine outcome={sites.outcome} />
      <h2 class="name">{t('options_site_add_title')}</h2>
      <form
        noValidate
        class="allow-form"
        onSubmit={(event) => {
          event.preventDefault();
          const origins = choice.take();
          if (origins !== null) void sites.allow(origins).then((allowed) => allowed && choice.clear());
        }}
      >
        <SiteFields choice={choice} />
        <AllowButton choice={choice} asking={sites.asking} />
      </form>
    </section>
  );
}

function SiteRow({ site, sites }: { readonly site: SiteAccess; readonly sites: SitesState }) {
  const name = originName(site.origin);
  const shown = !site.launcherHidden;
  return (
    <li class="list-row list-one">
      <div class="list-what">
        <strong dir="ltr">{name}</strong>
      </div>
      <div class="list-state">
        <button
          type="button"
          class="toggle"
          aria-pressed={shown}
          aria-label={t('options_site_launcher_of', [name])}
          onClick={() => void sites.setLauncher(site.origin, shown)}
        >
          {t('options_site_launcher')}
        </button>
        <span class="quiet">{t(shown ? 'options_site_launcher_shown' : 'options_site_launcher_hidden')}</span>
      </div>
      <div class="list-acts">
        <Button label={t('options_site_revoke_of', [name])} onPress={() => void sites.revoke(site.origin)}>
          {t('options_site_revoke')}
        </Button>
      </div>
    </li>
  );
}
