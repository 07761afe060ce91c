import type { ComponentChildren } from 'preact';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { TextArea } from '@/components/ui/TextArea';
import { useOwnId } from '@/components/ui/use-own-id';
import { t } from '@/utils/i18n';
import { type TextRules, textHint } from './text-rules';
import type { InlineField } from './use-inline-edit';

/** What a control other than a text field is given. Its ids tie it to its error. */
export interface EditControl {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** With the value that was just chosen, where choosing is saving. */
  readonly onSave: (value?: string) => void;
  readonly onCancel: () => void;
  readonly ids: { readonly input: string; readonly describedBy: string | undefined };
  readonly invalid: boolean;
}

interface EditFieldProps extends TextRules {
  readonly label: string;
  readonly control?: (control: EditControl) => ComponentChildren;
  readonly multiline?: boolean;
  readonly ltr?: boolean;
  readonly field: InlineField;
  readonly text: string;
}

/** The field with Save and Cancel under it, in the place of the value. */
export function EditField({ label, control, multiline = false, ltr = false, field, text, ...rules }: EditFieldProps) {
  const id = useOwnId();
  const { wrong } = field;
  const hint = textHint(text, rules);
  const describedBy = wrong !== null ? `${id}-wrong` : hint && `${id}-hint`;
  const common = {
    id,
    dir: ltr ? 'ltr' : 'auto',
    'aria-label': label,
    'aria-invalid': wrong === null ? undefined : 'true',
    'aria-describedby': describedBy,
  } as const;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      field.cancel();
    } else if (event.key === 'Enter') {
      const onButton = event.target instanceof Element && event.target.closest('.edit-acts') !== null;
      if (onButton || (multiline && !event.ctrlKey && !event.metaKey)) return;
      event.preventDefault();
      field.submit();
    }
  };
  const onFocusOut = (event: FocusEvent) => {
    const frame = field.frame.current;
    const within = event.relatedTarget instanceof Node && frame?.contains(event.relatedTarget) === true;
    // Nothing was left when the window was, or when all of it is taken away.
    if (frame !== null && !within && event.target !== document.activeElement) field.leave();
  };
  // A button that is pressed must not take the focus first: some browsers then say that the field was left.
  const stay = (event: MouseEvent) => event.preventDefault();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced with every field
    <div
      class="edit-fields"
      role="group"
      aria-label={t('edit_value', [label])}
      onKeyDown={onKeyDown}
      onFocusOut={onFocusOut}
    >
      {control === undefined ? (
        multiline ? (
          <TextArea {...common} value={text} onInput={field.type} />
        ) : (
          <input
            {...common}
            class="field-input"
            type="text"
            autoComplete="off"
            value={text}
            onInput={(event) => field.type(event.currentTarget.value)}
          />
        )
      ) : (
        control({
          label,
          value: text,
          onInput: field.type,
          onSave: field.submit,
          onCancel: field.cancel,
          ids: { input: id, describedBy },
          invalid: wrong !== null,
        })
      )}
      {wrong === null && hint !== undefined && (
        <p class="field-hint figures" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong !== null && (
        <p class="field-error" id={`${id}-wrong`}>
          <Icon name="alert" />
          <span>{wrong}</span>
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div class="edit-acts" onMouseDown={stay}>
        <Button small onPress={() => field.submit()}>
          {t('save')}
        </Button>
        <Button small look="quiet" onPress={field.cancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
