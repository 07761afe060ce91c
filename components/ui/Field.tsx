import './field.css';
import type { ComponentChildren, Ref } from 'preact';
import { Icon } from './Icon';
import { useOwnId } from './use-own-id';

/** Label above, hint or error below: around a text field, a combobox, a choice. */
export function FieldFrame(props: {
  readonly label: ComponentChildren;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: (ids: {
    readonly input: string;
    readonly label: string;
    readonly describedBy: string | undefined;
  }) => ComponentChildren;
}) {
  const id = useOwnId();
  const { label, hint, error } = props;
  const note = error ?? hint;
  return (
    <div class="field">
      <label class="field-label" id={`${id}-label`} for={id}>
        {label}
      </label>
      {props.children({ input: id, label: `${id}-label`, describedBy: note === undefined ? undefined : `${id}-note` })}
      {note !== undefined && (
        <p class={error === undefined ? 'field-hint' : 'field-error'} id={`${id}-note`}>
          {error !== undefined && <Icon name="alert" />}
          <span>{note}</span>
        </p>
      )}
    </div>
  );
}

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string;
  readonly error?: string;
  /** Which keys a touch keyboard offers. Never the browser's own check, which rewrites foreign domains. */
  readonly type?: 'text' | 'email' | 'url';
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly name?: string;
  /** Addresses and the like are always written left to right. */
  readonly ltr?: boolean;
  /** The focus goes elsewhere. */
  readonly onLeave?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function Field(props: FieldProps) {
  const { label, value, onInput, hint, error, type = 'text', placeholder, required = false, ltr = false } = props;
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {({ input, describedBy }) => (
        <input
          id={input}
          class="field-input"
          type="text"
          inputMode={type}
          value={value}
          required={required}
          autoComplete="off"
          spellcheck={false}
          dir={ltr ? 'ltr' : 'auto'}
          aria-invalid={error === undefined ? undefined : 'true'}
          aria-describedby={describedBy}
          onInput={(event) => onInput(event.currentTarget.value)}
          onBlur={props.onLeave}
          {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(props.name === undefined ? {} : { name: props.name })}
        />
      )}
    </FieldFrame>
  );
}
