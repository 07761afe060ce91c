import './password.css';
import { useState } from 'preact/hooks';
import { useCopy } from '@/components/profile/use-copy';
import { Button } from '@/components/ui/Button';
import { FieldFrame } from '@/components/ui/Field';
import { IconButton } from '@/components/ui/IconButton';
import { plural, t } from '@/utils/i18n';
import { generatePassword } from './generate-password';
import { strengthOf } from './password-strength';

/** In words how much is missing; null: long enough. */
export function shortBy(password: string, shortest: number): string | null {
  const missing = shortest - [...password].length;
  return missing > 0 ? plural('strength_short', missing) : null;
}

const words = { weak: 'strength_weak', fair: 'strength_fair', strong: 'strength_strong' } as const;
const filled = { weak: 1, fair: 2, strong: 3 } as const;

/** How hard it is to guess, in bars and a word. */
export function Strength({ password, known }: { readonly password: string; readonly known: readonly string[] }) {
  const strength = strengthOf(password, known);
  return (
    <div class="strength" data-strength={strength}>
      <span class="strength-bars" aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <span key={bar} class="strength-bar" data-on={bar <= filled[strength]} />
        ))}
      </span>
      <span role="status">{t(words[strength])}</span>
    </div>
  );
}

export interface PasswordFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly shortest: number;
  /** What a guesser would try first: names and addresses. */
  readonly known: readonly string[];
}

/** A password on its way: hidden unless shown, made here on a press, and said how hard it is to guess. */
export function PasswordField({ value, onChange, shortest, known }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const { copy } = useCopy(value);
  const short = shortBy(value, shortest);
  return (
    <div class="password">
      <FieldFrame label={t('password_new')} hint={value === '' ? plural('password_shortest', shortest) : undefined}>
        {({ input, describedBy }) => (
          <div class="password-frame">
            <input
              id={input}
              class="field-input"
              {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
              value={value}
              dir="ltr"
              autoComplete="new-password"
              spellcheck={false}
              aria-describedby={describedBy}
              onInput={(event) => onChange(event.currentTarget.value)}
            />
            <IconButton
              icon={shown ? 'lock' : 'eye'}
              label={t(shown ? 'password_hide' : 'password_show')}
              onPress={() => setShown(!shown)}
            />
          </div>
        )}
      </FieldFrame>
      {value !== '' && short === null && <Strength password={value} known={known} />}
      <div class="actions">
        <Button
          small
          icon="retry"
          onPress={() => {
            onChange(generatePassword(shortest));
            setShown(true);
          }}
        >
          {t('password_generate')}
        </Button>
        {value !== '' && (
          <Button small icon="copy" onPress={() => void copy()}>
            {t('password_copy')}
          </Button>
        )}
      </div>
    </div>
  );
}
