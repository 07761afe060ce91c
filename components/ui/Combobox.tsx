import './field.css';
import { ComboboxInput, type ComboboxInputProps } from './ComboboxInput';
import { FieldFrame } from './Field';

export type { ComboboxOption } from './ComboboxInput';

export interface ComboboxProps extends Omit<ComboboxInputProps, 'ids' | 'label' | 'labelledBy' | 'invalid'> {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
}

/** A text field with suggestions, under its label. */
export function Combobox({ label, hint, error, ...rest }: ComboboxProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {({ input, label: labelId, describedBy }) => (
        <ComboboxInput ids={{ input, describedBy }} labelledBy={labelId} invalid={error !== undefined} {...rest} />
      )}
    </FieldFrame>
  );
}
