import { useEffect, useState } from 'preact/hooks';
import { t } from '@/utils/i18n';
import type { Answer, AskBackground, VaultState } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import { type Asked, useAsked } from './use-asked';

export type LockForm = 'set' | 'change' | 'remove' | 'over';

export interface DataLockNow {
  readonly asked: Asked<VaultState>;
  /** What is open below the state; null: nothing. */
  readonly form: LockForm | null;
  open(form: LockForm | null): void;
  /** What was done last. */
  readonly told: string;
  readonly failed: boolean;
  /** Null: it is done. */
  seal(passphrase: string | null, before: string | null): Promise<Problem | null>;
  lock(): Promise<void>;
  erase(): Promise<boolean>;
  set(change: Partial<Pick<VaultState, 'idleMinutes' | 'onScreenLock' | 'forgets'>>): Promise<void>;
}

function sealedWords(passphrase: string | null, before: string | null): string {
  if (passphrase === null) return t('options_lock_done_removed');
  return t(before === null ? 'options_lock_done_set' : 'options_lock_done_changed');
}

/** The lock as the background keeps it. `locked`: as pages are told, by which it is asked anew. */
export function useDataLock(ask: AskBackground, locked: boolean | null): DataLockNow {
  const asked = useAsked(() => ask('vault.state', {}));
  const [form, setForm] = useState<LockForm | null>(null);
  const [told, setTold] = useState('');
  const [failed, setFailed] = useState(false);
  const { again } = asked;
  useEffect(() => {
    if (locked === null) return;
    again();
    // Half-typed passphrases go with the lock.
    if (locked) setForm(null);
  }, [locked, again]);

  const settle = (answer: Answer<VaultState>, words: string): boolean => {
    if (answer.ok) {
      asked.put(answer);
      setForm(null);
    }
    setTold(answer.ok ? words : '');
    setFailed(!answer.ok);
    return answer.ok;
  };
  return {
    asked,
    form,
    open(next) {
      setTold('');
      setFailed(false);
      setForm(next);
    },
    told,
    failed,
    async seal(passphrase, before) {
      const answer = await ask('vault.seal', { passphrase, ...(before === null ? {} : { before }) });
      if (!answer.ok) return answer.problem;
      settle(answer, sealedWords(passphrase, before));
      return null;
    },
    async lock() {
      settle(await ask('vault.lock', {}), '');
    },
    async erase() {
      return settle(await ask('vault.erase', {}), t('options_lock_done_erased'));
    },
    async set(change) {
      settle(await ask('vault.set', change), '');
    },
  };
}
