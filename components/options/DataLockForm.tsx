import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Strength } from '@/components/actions/PasswordField';
import { SecretField } from '@/components/lock/SecretField';
import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';
import type { DataLockNow } from './use-data-lock';

const SHORTEST = 8;

type Wrong = { readonly field: 'before' | 'new' | 'again'; readonly text: string };

/** Two and, of a change, three fields; what is wrong stands under its own, and takes the focus. */
export function DataLockForm({ lock, change }: { readonly lock: DataLockNow; readonly change: boolean }) {
  const [before, setBefore] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  // The field that is wrong has its mark by then.
  useLayoutEffect(() => {
    const input = wrong === null ? null : form.current?.querySelector<HTMLInputElement>('[aria-invalid]');
    input?.focus();
    input?.select();
  }, [wrong]);
  const typed = (put: (text: string) => void) => (text: string) => {
    put(text);
    setWrong(null);
  };
  const errorOf = (field: Wrong['field']) => (wrong?.field === field ? wrong.text : undefined);
  const save = async (): Promise<void> => {
    if (busy) return;
    if (change && before === '') return setWrong({ field: 'before', text: t('lock_empty') });
    if ([...next].length < SHORTEST) return setWrong({ field: 'new', text: t('options_lock_short') });
    if (next !== again) return setWrong({ field: 'again', text: t('options_lock_differs') });
    setBusy(true);
    const problem = await lock.seal(next, change ? before : null);
    setBusy(false);
    if (problem === null) return;
    if (problem.kind === 'forbidden') return setWrong({ field: 'before', text: t('lock_wrong') });
    return setWrong({ field: 'new', text: t('options_failed_save') });
  };
  return (
    <form
      noValidate
      ref={form}
      class="lock-part lock-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {change && (
        <SecretField
          label={t('options_lock_before')}
          value={before}
          onInput={typed(setBefore)}
          complete="current-password"
          error={errorOf('before')}
        />
      )}
      <div class="lock-new">
        <SecretField
          label={t('options_lock_new')}
          value={next}
          onInput={typed(setNext)}
          complete="new-password"
          hint={[...next].length < SHORTEST ? t('options_lock_new_hint') : undefined}
          error={errorOf('new')}
        />
        {[...next].length >= SHORTEST && <Strength password={next} known={[]} />}
      </div>
      <SecretField
        label={t('options_lock_again')}
        value={again}
        onInput={typed(setAgain)}
        complete="new-password"
        error={errorOf('again')}
      />
      <p class="unseen" role="alert">
        {wrong?.text}
      </p>
      <div class="lock-buttons">
        <Button submit look="primary" busy={busy && t('options_lock_saving')}>
          {t('options_lock_save')}
        </Button>
        <Button onPress={() => lock.open(null)}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

/** Without a passphrase from here on: whoever takes it away knows it. */
export function DataLockRemove({ lock }: { readonly lock: DataLockNow }) {
  const [before, setBefore] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const refuse = (text: string): void => {
    setWrong(text);
    field.current?.focus();
    field.current?.select();
  };
  const remove = async (): Promise<void> => {
    if (busy) return;
    if (before === '') return refuse(t('lock_empty'));
    setBusy(true);
    const problem = await lock.seal(null, before);
    setBusy(false);
    if (problem !== null) refuse(t(problem.kind === 'forbidden' ? 'lock_wrong' : 'options_failed_save'));
  };
  return (
    <form
      noValidate
      class="lock-part lock-form"
      onSubmit={(event) => {
        event.preventDefault();
        void remove();
      }}
    >
      <div>
        <h2 class="heading">{t('options_lock_remove_title')}</h2>
        <p>{t('options_lock_remove_text')}</p>
      </div>
      <SecretField
        label={t('options_lock_before')}
        value={before}
        complete="current-password"
        inputRef={field}
        error={wrong ?? undefined}
        onInput={(text) => {
          setBefore(text);
          setWrong(null);
        }}
      />
      <p class="unseen" role="alert">
        {wrong}
      </p>
      <div class="lock-buttons">
        <Button submit look="destructive" busy={busy && t('options_lock_removing')}>
          {t('options_lock_remove_act')}
        </Button>
        <Button onPress={() => lock.open(null)}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
