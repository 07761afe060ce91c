import './field.css';
import './text-area.css';
import type { Ref } from 'preact';

export interface TextAreaProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly id?: string;
  readonly dir?: 'ltr' | 'auto';
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-invalid'?: 'true' | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
}

/** Several lines, as high as what stands in it: an unseen copy of the text gives the height. */
export function TextArea({ value, onInput, areaRef, dir = 'auto', ...rest }: TextAreaProps) {
  return (
    <div class="text-area" data-text={`${value}\n`}>
      <textarea
        {...rest}
        class="field-input"
        rows={2}
        dir={dir}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...(areaRef === undefined ? {} : { ref: areaRef })}
      />
    </div>
  );
}
