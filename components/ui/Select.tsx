import './field.css';
import type { ComponentChildren } from 'preact';
import { FieldFrame } from './Field';
import { Icon } from './Icon';
import { moved, moves, useList } from './listbox';

export interface SelectOption {
  readonly key: string;
  readonly text: string;
  /** A source's mark before the word: the reason why this is not the browser's own select. */
  readonly mark?: ComponentChildren;
}

export interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onPick: (key: string) => void;
  readonly hint?: string;
  readonly error?: string;
}

export function Select({ label, value, options, onPick, hint, error }: SelectProps) {
  const { open, setOpen, active, setActive, close } = useList(options.length);
  const chosen = options.findIndex(({ key }) => key === value);
  const current = options[chosen];
  const show = () => {
    setOpen(true);
    setActive(Math.max(chosen, 0));
  };
  const take = (index: number) => {
    const option = options[index];
    if (option !== undefined) onPick(option.key);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (!open && (moves(key) || key === 'Enter' || key === ' ')) {
      event.preventDefault();
      show();
    } else if (open && (moves(key) || key === 'Home' || key === 'End')) {
      event.preventDefault();
      setActive(moved(key, active, options.length));
    } else if (open && (key === 'Enter' || key === ' ')) {
      event.preventDefault();
      take(active);
    } else if (open && key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.stopPropagation();
      const hit = options.findIndex(({ text }) => text.toLocaleLowerCase().startsWith(key.toLocaleLowerCase()));
      if (hit >= 0 && open) setActive(hit);
      else if (hit >= 0) take(hit);
    }
  };
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {({ input, label: labelId, describedBy }) => (
        <div class="field-popup-frame">
          <button
            type="button"
            id={input}
            class="field-input field-input-arrow field-choice"
            role="combobox"
            aria-haspopup="listbox"
            aria-expanded={open}
            aria-controls={`${input}-list`}
            aria-activedescendant={open && active >= 0 ? `${input}-${active}` : undefined}
            aria-labelledby={`${labelId} ${input}-value`}
            aria-invalid={error === undefined ? undefined : 'true'}
            aria-describedby={describedBy}
            onClick={() => (open ? close() : show())}
            onKeyDown={onKeyDown}
            onBlur={close}
          >
            {current?.mark}
            <bdi id={`${input}-value`}>{current?.text ?? ''}</bdi>
          </button>
          <Icon name="down" class="field-arrow" />
          <div class="field-popup" role="listbox" id={`${input}-list`} aria-labelledby={labelId} hidden={!open}>
            {options.map((option, index) => (
              // The keys are the field's: the list is never in the tab order, and a press must not take the focus.
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              // biome-ignore lint/a11y/useFocusableInteractive: see above
              <div
                key={option.key}
                id={`${input}-${index}`}
                class="field-option"
                role="option"
                aria-selected={option.key === value}
                data-active={index === active}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(index)}
                onMouseMove={() => setActive(index)}
              >
                {option.mark}
                <span class="field-option-words">
                  <bdi>{option.text}</bdi>
                </span>
                {option.key === value && <Icon name="check" />}
              </div>
            ))}
          </div>
        </div>
      )}
    </FieldFrame>
  );
}
