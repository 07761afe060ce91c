import './data-lock.css';
import { UnlockForm } from '@/components/lock/UnlockForm';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Box } from '@/components/ui/Strip';
import { t } from '@/utils/i18n';
import type { AskBackground, VaultState } from '@/utils/messages/protocol';
import { DataLockForm, DataLockRemove } from './DataLockForm';
import { DataLockOver } from './DataLockOver';
import { DataLockWhen } from './DataLockWhen';
import { NoAnswer } from './NoAnswer';
import { Title } from './Title';
import { type DataLockNow, useDataLock } from './use-data-lock';
import { useHeadingFocus } from './use-heading-focus';

interface DataLockProps {
  readonly ask: AskBackground;
  readonly locked?: boolean | null;
}

/** The passphrase: set, changed, taken away; when it locks; what it protects and what not. */
export function DataLock({ ask, locked = null }: DataLockProps) {
  const lock = useDataLock(ask, locked);
  const { asked, form, told, failed } = lock;
  const state = asked.value;
  const head = useHeadingFocus(`${form} ${state?.sealed} ${state?.locked}`);
  return (
    <section aria-labelledby="lock-title">
      <Title id="lock-title" text={t('options_lock_text')} headRef={head}>
        {t('options_lock')}
      </Title>
      {asked.problem !== null && <NoAnswer again={asked.again} />}
      {state !== null && (
        <div class="lock-frame">
          <State state={state} lock={lock} />
          {state.locked && !state.broken && (
            <div class="lock-part">
              <UnlockForm ask={ask} onUnlocked={(value) => asked.put({ ok: true, value })} onBroken={asked.again} />
            </div>
          )}
          {(form === 'set' || form === 'change') && !state.locked && (
            <DataLockForm key={form} lock={lock} change={form === 'change'} />
          )}
          {form === 'remove' && !state.locked && <DataLockRemove lock={lock} />}
        </div>
      )}
      <p class="outcome" role="status">
        {told}
      </p>
      <p class="outcome" role="alert">
        {failed && t('options_failed_save')}
      </p>
      {state?.sealed === true && !state.locked && <DataLockWhen state={state} set={lock.set} />}
      <What />
      {state?.sealed === true && (
        <>
          <h2 class="name">{t('options_lock_over')}</h2>
          <p class="section-text">{t('options_lock_over_text')}</p>
          <div class="lock-over">
            <Button look="destructive" icon="trash" onPress={() => lock.open('over')}>
              {t('options_lock_over')}
            </Button>
          </div>
        </>
      )}
      {form === 'over' && <DataLockOver erase={lock.erase} onClose={() => lock.open(null)} />}
    </section>
  );
}

function words({ sealed, locked }: VaultState) {
  if (locked) return { icon: 'lock', name: t('options_lock_is_locked'), text: t('lock_text') } as const;
  if (sealed) return { icon: 'check', name: t('options_lock_set'), text: t('options_lock_set_text') } as const;
  return { icon: 'unlock', name: t('options_lock_none'), text: t('options_lock_none_text') } as const;
}

function State({ state, lock }: { readonly state: VaultState; readonly lock: DataLockNow }) {
  if (state.broken) {
    return (
      <div class="lock-part" role="alert">
        <Box icon="alert" tone="failed" detail={t('lock_broken_text')}>
          {t('lock_broken')}
        </Box>
      </div>
    );
  }
  const { icon, name, text } = words(state);
  return (
    <div class="lock-part lock-state">
      <Icon name={icon} />
      <div class="lock-words">
        <strong>
          {t('lock_passphrase')} · {name}
        </strong>
        <span class="list-line">{text}</span>
      </div>
      {!state.locked && <Acts sealed={state.sealed} lock={lock} />}
    </div>
  );
}

function Acts({ sealed, lock }: { readonly sealed: boolean; readonly lock: DataLockNow }) {
  if (!sealed) {
    return (
      <div class="lock-acts">
        {lock.form === null && <Button onPress={() => lock.open('set')}>{t('options_lock_do_set')}</Button>}
      </div>
    );
  }
  return (
    <div class="lock-acts">
      <Button icon="lock" onPress={() => void lock.lock()}>
        {t('options_lock_now')}
      </Button>
      <Button onPress={() => lock.open('change')}>{t('options_lock_do_change')}</Button>
      <Button look="quiet" onPress={() => lock.open('remove')}>
        {t('options_lock_do_remove')}
      </Button>
    </div>
  );
}

/** What it protects, and as plainly what it does not. */
function What() {
  return (
    <>
      <h2 class="name">{t('options_lock_what')}</h2>
      <ul class="lock-what">
        <li>
          <Icon name="check" />
          {t('options_lock_does')}
        </li>
        <li>
          <Icon name="check" />
          {t('options_lock_does_hide')}
        </li>
        <li>
          <Icon name="stop" />
          {t('options_lock_does_not')}
        </li>
        <li>
          <Icon name="alert" />
          {t('options_lock_forgotten')}
        </li>
      </ul>
    </>
  );
}
