import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import { formatNumber, plural, t } from '@/utils/i18n';
import type { VaultState } from '@/utils/messages/protocol';
import type { DataLockNow } from './use-data-lock';

const MINUTES = [5, 15, 30, 60] as const;
const NEVER = 'never';

const minutesText = (minutes: number): string =>
  minutes === 60 ? t('options_lock_idle_hour') : plural('options_lock_idle_minutes', minutes, [formatNumber(minutes)]);

interface DataLockWhenProps {
  readonly state: VaultState;
  readonly set: DataLockNow['set'];
}

/** When it locks by itself, and what goes then. Each choice holds at once. */
export function DataLockWhen({ state, set }: DataLockWhenProps) {
  const { idleMinutes, onScreenLock, forgets } = state;
  const minutes = [...new Set([...MINUTES, ...(idleMinutes === null ? [] : [idleMinutes])])].sort((a, b) => a - b);
  return (
    <>
      <h2 class="name">{t('options_lock_when')}</h2>
      <div class="lock-when">
        <Select
          label={t('options_lock_idle')}
          value={idleMinutes === null ? NEVER : String(idleMinutes)}
          options={[
            ...minutes.map((one) => ({ key: String(one), text: minutesText(one) })),
            { key: NEVER, text: t('options_lock_idle_never') },
          ]}
          onPick={(key) => void set({ idleMinutes: key === NEVER ? null : Number(key) })}
        />
        <Switch
          on={onScreenLock}
          onChange={(on) => void set({ onScreenLock: on })}
          hint={t('options_lock_screen_hint')}
        >
          {t('options_lock_screen')}
        </Switch>
        <Switch on={forgets} onChange={(on) => void set({ forgets: on })} hint={t('options_lock_forgets_hint')}>
          {t('options_lock_forgets')}
        </Switch>
      </div>
    </>
  );
}
