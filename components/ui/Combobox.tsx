import './field.css';
import { FieldFrame } from './Field';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { moved, moves, useList } from './listbox';

export interface ComboboxOption {
  readonly key: string;
  readonly text: string;
  readonly icon?: IconName;
  /** At the end of the row, greyer: "8 people". */
  readonly end?: string;
}

export interface ComboboxProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Best first; they may come later than the typing. */
  readonly options: readonly ComboboxOption[];
  readonly onPick: (option: ComboboxOption) => void;
  readonly hint?: string;
  readonly error?: string;
}

/** A text field with suggestions: typing is free, the arrows choose, Enter takes, Esc closes the list only. */
export function Combobox(props: ComboboxProps) {
  const { label, value, onInput, options, onPick, hint, error } = props;
  const { open, setOpen, active, setActive, close } = useList(options.length);
  const pick = (option: ComboboxOption) => {
    onPick(option);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (moves(event.key)) {
      event.preventDefault();
      setOpen(true);
      setActive(moved(event.key, active, options.length));
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      const option = options[active];
      if (option === undefined) close();
      else pick(option);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
    }
  };
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {({ input, label: labelId, describedBy }) => (
        <div class="field-popup-frame">
          <input
            id={input}
            class="field-input field-input-arrow"
            type="text"
            role="combobox"
            autoComplete="off"
            spellcheck={false}
            dir="auto"
            value={value}
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={open ? `${input}-list` : undefined}
            aria-activedescendant={active < 0 ? undefined : `${input}-${active}`}
            aria-invalid={error === undefined ? undefined : 'true'}
            aria-describedby={describedBy}
            onInput={(event) => {
              onInput(event.currentTarget.value);
              setOpen(true);
              setActive(-1);
            }}
            onClick={() => setOpen(true)}
            onKeyDown={onKeyDown}
            onBlur={close}
          />
          <Icon name="down" class="field-arrow" />
          {open && (
            <div class="field-popup" role="listbox" id={`${input}-list`} aria-labelledby={labelId}>
              {options.map((option, index) => (
                // The keys are the field's: the list is never in the tab order, and a press must not take the focus.
                // biome-ignore lint/a11y/useKeyWithClickEvents: see above
                // biome-ignore lint/a11y/useFocusableInteractive: see above
                <div
                  key={option.key}
                  id={`${input}-${index}`}
                  class="field-option"
                  role="option"
                  aria-selected={index === active}
                  data-active={index === active}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => pick(option)}
                  onMouseMove={() => setActive(index)}
                >
                  {option.icon !== undefined && <Icon name={option.icon} />}
                  <span class="field-option-words">
                    <bdi>{option.text}</bdi>
                  </span>
                  {option.end !== undefined && <span class="quiet figures">{option.end}</span>}
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </FieldFrame>
  );
}
