import './lock.css';
import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import { FieldFrame } from '@/components/ui/Field';
import { IconButton } from '@/components/ui/IconButton';
import { t } from '@/utils/i18n';

export interface SecretFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** What the browser's own keeper of passwords may offer. */
  readonly complete: 'current-password' | 'new-password';
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A passphrase on its way: hidden, unless it is shown by a press. */
export function SecretField({ label, value, onInput, hint, error, complete, inputRef }: SecretFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {({ input, describedBy }) => (
        <div class="secret-field">
          <input
            id={input}
            class="field-input"
            {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
            value={value}
            dir="auto"
            autoComplete={complete}
            autocapitalize="off"
            spellcheck={false}
            aria-invalid={error === undefined ? undefined : 'true'}
            aria-describedby={describedBy}
            onInput={(event) => onInput(event.currentTarget.value)}
            {...(inputRef === undefined ? {} : { ref: inputRef })}
          />
          <IconButton
            icon={shown ? 'lock' : 'eye'}
            label={t(shown ? 'lock_hide' : 'lock_show')}
            onPress={() => setShown(!shown)}
          />
        </div>
      )}
    </FieldFrame>
  );
}
