import './field.css';
import './filter-field.css';
import { Icon } from './Icon';

interface FilterFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** A field that leaves fewer rows of a list with each letter; Esc empties it. */
export function FilterField({ label, value, onInput }: FilterFieldProps) {
  return (
    <div class="filter-field">
      <Icon name="search" />
      <input
        class="field-input"
        type="text"
        dir="auto"
        autoComplete="off"
        spellcheck={false}
        value={value}
        aria-label={label}
        placeholder={label}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.stopPropagation();
          onInput('');
        }}
      />
    </div>
  );
}
