import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { FieldFrame } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { t } from '@/utils/i18n';
import type { ConnectionFieldProps } from './field-props';

/** A token or password: what is kept is never shown again, only replaced. */
export function SecretField(props: ConnectionFieldProps) {
  const { field, row, typed, moved, locked, change } = props;
  const filled = row?.filled.includes(field.id) === true;
  const kept = filled && moved === null && !typed.replacing.includes(field.id);
  if (!kept && !(locked && row !== null)) return <TypedSecret {...props} filled={filled} />;
  return (
    <KeptSecret
      label={t(field.label)}
      locked={locked}
      replace={() => change({ replacing: [...typed.replacing, field.id] })}
    />
  );
}

function KeptSecret(props: { readonly label: string; readonly locked: boolean; readonly replace: () => void }) {
  const { label, locked, replace } = props;
  return (
    <div class="field">
      <span class="field-label">{label}</span>
      <div class="secret-kept">
        <span class="secret-word">
          <Icon name={locked ? 'lock' : 'key'} />
          {t('connection_secret_kept')}
        </span>
        <Button
          small
          label={t('connection_secret_replace_of', [label])}
          onPress={replace}
          {...(locked ? { mayNot: t('connection_secret_locked') } : {})}
        >
          {t('connection_secret_replace')}
        </Button>
      </div>
    </div>
  );
}

function TypedSecret(props: ConnectionFieldProps & { readonly filled: boolean }) {
  const { field, typed, error, moved, filled, change } = props;
  const [shown, setShown] = useState(false);
  const label = field.required ? t(field.label) : t('connection_optional', [t(field.label)]);
  const why = filled && moved !== null ? t('connection_secret_moved', [moved.from, moved.to]) : t(field.hint);
  const { [field.id]: _given, ...others } = typed.secrets;
  return (
    <div class="secret">
      <FieldFrame label={label} hint={why} error={error}>
        {({ input, describedBy }) => (
          <div class="secret-frame">
            <input
              id={input}
              class="field-input"
              {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
              value={typed.secrets[field.id] ?? ''}
              dir="ltr"
              autoComplete="off"
              autoCapitalize="off"
              spellcheck={false}
              aria-invalid={error === undefined ? undefined : 'true'}
              aria-describedby={describedBy}
              onInput={(event) => change({ secrets: { ...others, [field.id]: event.currentTarget.value } })}
            />
            <IconButton
              icon={shown ? 'lock' : 'eye'}
              label={t(shown ? 'connection_secret_hide' : 'connection_secret_show', [t(field.label)])}
              onPress={() => setShown(!shown)}
            />
            {filled && moved === null && (
              <Button
                small
                look="quiet"
                onPress={() => change({ secrets: others, replacing: typed.replacing.filter((id) => id !== field.id) })}
              >
                {t('connection_secret_keep')}
              </Button>
            )}
          </div>
        )}
      </FieldFrame>
    </div>
  );
}
