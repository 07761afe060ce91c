import './lock.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';
import type { AskBackground, VaultState } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import { SecretField } from './SecretField';

interface UnlockFormProps {
  readonly ask: AskBackground;
  /** The focus goes to the field when it is drawn. */
  readonly focus?: boolean;
  readonly onUnlocked?: (state: VaultState) => void;
  /** What is kept turned out to be unreadable. */
  readonly onBroken?: () => void;
}

const textOf = ({ kind }: Problem): string => t(kind === 'forbidden' ? 'lock_wrong' : 'lock_failed');

/** The passphrase, and Unlock. What was wrong stays selected, to be typed over. */
export function UnlockForm({ ask, focus = false, onUnlocked, onBroken }: UnlockFormProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (focus) field.current?.focus({ preventScroll: true });
  }, [focus]);
  const refuse = (why: string): void => {
    setError(why);
    field.current?.focus();
    field.current?.select();
  };
  const unlock = async (): Promise<void> => {
    if (busy) return;
    if (text === '') return refuse(t('lock_empty'));
    setBusy(true);
    setError(null);
    const answer = await ask('vault.unlock', { passphrase: text });
    setBusy(false);
    if (answer.ok) {
      setText('');
      onUnlocked?.(answer.value);
    } else if (answer.problem.detail === 'broken') onBroken?.();
    else refuse(textOf(answer.problem));
  };
  return (
    <form
      noValidate
      class="unlock"
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      <SecretField
        label={t('lock_passphrase')}
        value={text}
        complete="current-password"
        inputRef={field}
        error={error ?? undefined}
        onInput={(next) => {
          setText(next);
          setError(null);
        }}
      />
      <p class="unseen" role="alert">
        {error}
      </p>
      <Button submit look="primary" icon="unlock" busy={busy && t('lock_unlocking')}>
        {t('lock_unlock')}
      </Button>
    </form>
  );
}
