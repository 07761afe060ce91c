import './field.css';

export interface DateFieldProps {
  readonly label: string;
  /** '2026-11-17', or empty. */
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly id?: string;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
}

/** A day of the calendar, by the browser's own field: it writes dates as its reader does. */
export function DateField({ label, value, onInput, id, invalid = false, describedBy }: DateFieldProps) {
  return (
    <input
      class="field-input"
      type="date"
      max="9999-12-31"
      aria-label={label}
      aria-invalid={invalid ? 'true' : undefined}
      aria-describedby={describedBy}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
      {...(id === undefined ? {} : { id })}
    />
  );
}
