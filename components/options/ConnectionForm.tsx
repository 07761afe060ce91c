import './connection-form.css';
import { useEffect, useRef } from 'preact/hooks';
import { Field } from '@/components/ui/Field';
import { Box } from '@/components/ui/Strip';
import { Switch } from '@/components/ui/Switch';
import { plural, t } from '@/utils/i18n';
import type { ConnectionKind, ConnectionRow } from '@/utils/messages/protocol';
import { ConnectionField } from './ConnectionField';
import { ConnectionFoot } from './ConnectionFoot';
import {
  addressOf,
  draftOf,
  isUnconfirmed,
  letterOf,
  movedHost,
  type TypedConnection,
  withKind,
  wrongFields,
} from './connection-draft';
import { KindChoice } from './KindChoice';
import { MarkPicker } from './MarkPicker';
import { toUnlock } from './to-unlock';
import type { Begun, ConnectionForm as FormState } from './use-connection-form';

interface FormProps {
  readonly form: FormState;
  readonly begun: Begun;
  readonly kinds: readonly ConnectionKind[];
  readonly rows: readonly ConnectionRow[];
  readonly locked: boolean;
}

/** A new server, or one that is there: as its kind asks for it. */
export function ConnectionForm({ form, begun, kinds, rows, locked }: FormProps) {
  const { row, typed } = begun;
  const frame = useRef<HTMLFormElement>(null);
  useFocus(form, begun, frame);
  const kind = kinds.find(({ id }) => id === typed.kind);
  if (kind === undefined) return null;

  const address = addressOf(kind, typed.settings);
  const unconfirmed = isUnconfirmed(address, typed);
  const wrong = { ...(form.tries === 0 ? {} : wrongFields(kind, row, typed, rows)), ...refusedField(form) };
  const rename = (name: string): Partial<TypedConnection> =>
    typed.lettered ? { name } : { name, mark: { ...typed.mark, letter: letterOf(name) || kind.mark.letter } };
  const submit = (): void => {
    const sound = Object.keys(wrongFields(kind, row, typed, rows)).length === 0 && !unconfirmed;
    if (sound) void form.save(address?.state === 'ready' ? address.origin : null, draftOf(kind, row, typed));
    else form.tried();
  };

  return (
    <form
      noValidate
      class="connection-form"
      aria-labelledby="connection-form-title"
      ref={frame}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 class="name" id="connection-form-title">
        {row === null ? t('connection_form_add') : t('connection_form_edit', [row.name])}
      </h2>
      {locked && (
        <Box icon="lock" action={{ text: t('connection_unlock'), onPress: toUnlock }}>
          {t('connection_form_locked')}
        </Box>
      )}
      {row === null && kinds.length > 1 && (
        <KindChoice kinds={kinds} chosen={kind} choose={(to) => form.change(withKind(typed, kind, to, rows))} />
      )}
      <div class="connection-pair">
        <Field
          label={t('connection_name')}
          value={typed.name}
          onInput={(name) => form.change(rename(name))}
          {...errorOf(wrong['name'])}
        />
        <MarkPicker
          mark={typed.mark}
          onPick={(shape) => form.change({ mark: { ...typed.mark, shape } })}
          onLetter={(letter) => form.change({ mark: { ...typed.mark, letter }, lettered: letter !== '' })}
        />
      </div>
      {kind.form.map((field) => (
        <ConnectionField
          key={`${kind.id} ${field.id}`}
          field={field}
          row={row}
          typed={typed}
          error={wrong[field.id]}
          moved={movedHost(kind, row, typed)}
          locked={locked}
          unconfirmed={unconfirmed && form.tries > 0}
          change={form.change}
        />
      ))}
      <Switch
        on={typed.keeps}
        onChange={(keeps) => form.change({ keeps })}
        hint={
          !typed.keeps && row !== null && row.people > 0
            ? `${t('connection_keeps_off')} ${plural('connection_keeps_gone', row.people)}`
            : t(typed.keeps ? 'connection_keeps_on' : 'connection_keeps_off')
        }
      >
        {t('connection_keeps')}
      </Switch>
      <ConnectionFoot form={form} address={address} locked={locked} />
    </form>
  );
}

const errorOf = (error: string | undefined) => (error === undefined ? {} : { error });

/** A field that only the background found wrong. */
function refusedField({ begun, refusal }: FormState): Readonly<Record<string, string>> {
  if (refusal?.kind !== 'problem' || refusal.problem.kind !== 'invalid') return {};
  const { detail = '' } = refusal.problem;
  const taken = t('connection_name_taken', [begun?.typed.name.trim() ?? '']);
  return { [detail]: detail === 'name' ? taken : t('connection_field_refused') };
}

/** Begun: to its first field, or the token to type anew. Tried in vain: to what is wrong. */
function useFocus(form: FormState, begun: Begun, frame: { readonly current: HTMLFormElement | null }): void {
  const { fresh, tries, drawn } = form;
  const wrong = form.refusal?.kind === 'problem' ? form.refusal.problem.detail : undefined;
  useEffect(() => {
    if (!fresh) return;
    drawn();
    const secret = begun.focus === 'secret' ? frame.current?.querySelector<HTMLElement>('.secret input') : null;
    (secret ?? frame.current?.querySelector<HTMLElement>('input'))?.focus();
  }, [fresh]);
  useEffect(() => {
    if (tries > 0 || wrong !== undefined) {
      frame.current?.querySelector<HTMLElement>('[aria-invalid="true"], .plain-wrong input')?.focus();
    }
  }, [tries, wrong]);
}
