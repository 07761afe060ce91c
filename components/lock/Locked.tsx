import '@/components/ui/ground.css';
import './lock.css';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Box } from '@/components/ui/Strip';
import { t } from '@/utils/i18n';
import type { AskBackground, PageActs } from '@/utils/messages/protocol';
import { UnlockForm } from './UnlockForm';
import { useBroken } from './use-broken';

interface LockedProps {
  readonly ask: AskBackground;
  readonly page: Pick<PageActs, 'openOptions'>;
  /** Inside another page of ours, which has its own `main` and focus. */
  readonly embedded?: boolean;
}

/** In the place of the panel while it is locked: the passphrase alone, no name of anybody or any server. */
export function Locked({ ask, page, embedded = false }: LockedProps) {
  const [broken, toBroken] = useBroken(ask);
  const Main = embedded ? 'div' : 'main';
  const Head = embedded ? 'h2' : 'h1';
  return (
    <Main class="locked">
      <div class="locked-sheet">
        <div class="locked-head">
          <Icon name="lock" class="locked-sign" />
          <Head class="locked-title">{t('lock_title')}</Head>
          {!broken && <p class="locked-text">{t('lock_text')}</p>}
        </div>
        {broken ? (
          <>
            <div role="alert">
              <Box icon="alert" tone="failed" detail={t('lock_broken_text')}>
                {t('lock_broken')}
              </Box>
            </div>
            <Button onPress={() => page.openOptions()}>{t('lock_open_settings')}</Button>
          </>
        ) : (
          <UnlockForm ask={ask} focus={!embedded} onBroken={toBroken} />
        )}
      </div>
    </Main>
  );
}
