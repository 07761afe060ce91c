import './data-lock.css';
import { UnlockForm } from '@/components/lock/UnlockForm';
import { useBroken } from '@/components/lock/use-broken';
import { Icon } from '@/components/ui/Icon';
import { Box } from '@/components/ui/Strip';
import { useOwnId } from '@/components/ui/use-own-id';
import { type TextKey, t } from '@/utils/i18n';
import type { AskBackground } from '@/utils/messages/protocol';
import { Title } from './Title';

/** The passphrase in a frame, where something else stands around it. */
export function UnlockBox({ ask }: { readonly ask: AskBackground }) {
  const [broken, toBroken] = useBroken(ask);
  const id = useOwnId();
  if (broken) {
    return (
      <div class="unlock-broken" role="alert">
        <Box icon="alert" tone="failed" detail={t('lock_broken_text')}>
          {t('lock_broken')}
        </Box>
      </div>
    );
  }
  return (
    <section class="unlock-box" aria-labelledby={id}>
      <p class="unlock-box-head" id={id}>
        <Icon name="lock" />
        {t('lock_title')}
      </p>
      <UnlockForm ask={ask} onBroken={toBroken} />
    </section>
  );
}

interface LockedSectionProps {
  readonly name: TextKey;
  readonly ask: AskBackground;
  /** That it is locked; until then nothing is said about it. */
  readonly known: boolean;
}

/** In the place of a section that shows people. */
export function LockedSection({ name, ask, known }: LockedSectionProps) {
  return (
    <section aria-labelledby="locked-title">
      <Title id="locked-title" text={known ? t('lock_section_text') : ''}>
        {t(name)}
      </Title>
      {known && <UnlockBox ask={ask} />}
    </section>
  );
}
