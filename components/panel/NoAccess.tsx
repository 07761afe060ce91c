import { useState } from 'preact/hooks';
import { knownSites } from '@/components/options/known-sites';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { t } from '@/utils/i18n';
import type { PanelView } from '@/utils/messages/view';
import { useActs } from './acts';
import { PasteField } from './PasteField';
import { PlainHead } from './PlainHead';
import { Recent } from './Recent';

type Origins = readonly [string, ...string[]];

/** All hosts of a known mailbox service at once, since a mailbox moves between them. */
function originsFor(origin: string): Origins {
  return knownSites.find(({ origins }) => origins.includes(origin))?.origins ?? [origin];
}

function ReadAndNot() {
  return (
    <ul class="reads">
      <li>
        <Icon name="eye" />
        <span>{t('access_read')}</span>
      </li>
      <li>
        <Icon name="ban" />
        <span>{t('access_not_read')}</span>
      </li>
      <li>
        <Icon name="undo" />
        <span>{t('access_take_back')}</span>
      </li>
    </ul>
  );
}

/** Which site, what is read and what is not; nothing is asked before a press. */
export function NoAccess({ view }: { readonly view: PanelView }) {
  const { page } = useActs();
  const [refused, setRefused] = useState(false);
  const { host, origin } = view.page;
  const allow = async (origins: Origins) => setRefused(!(await page.allowSite(...origins)));
  return (
    <>
      <PlainHead title={host === null ? t('access_title_any') : t('access_title', [host])} />
      <div class="card pad stack">
        <p>{t(host === null ? 'access_any_text' : 'access_text')}</p>
        <ReadAndNot />
        <div class="actions">
          {host === null ? (
            <>
              {knownSites.map((site) => (
                <Button key={site.id} onPress={() => void allow(site.origins)}>
                  {t('access_allow', [t(site.name)])}
                </Button>
              ))}
              <Button look="quiet" onPress={() => page.openOptions()}>
                {t('access_other_site')}
              </Button>
            </>
          ) : (
            <Button onPress={() => void allow(originsFor(origin ?? `https://${host}`))}>
              {t('access_allow_this')}
            </Button>
          )}
        </div>
        {refused && <p role="status">{t('access_refused')}</p>}
        <PasteField />
      </div>
      <Recent recent={view.recent} />
    </>
  );
}
