import './rows.css';
import { useNow } from '@/components/panel/acts';
import { Icon } from '@/components/ui/Icon';
import { localTime } from '@/components/ui/time';
import { t } from '@/utils/i18n';

const HALF_A_MINUTE = 30_000;

/** What time it is where the person is, and how far that is from the reader's. */
export function Clock({ zone }: { readonly zone: string }) {
  const now = useNow(HALF_A_MINUTE);
  const time = localTime(zone, now);
  if (time === null) return null;
  return (
    <div class="row">
      <Icon name="clock" />
      <div class="row-words figures">
        <span class="unseen">{t('local_time')} </span>
        {time.there} <span class="quiet">· {time.difference}</span>
      </div>
    </div>
  );
}
