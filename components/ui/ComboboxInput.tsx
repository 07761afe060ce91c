import './field.css';
import { useEffect } from 'preact/hooks';
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

export interface ComboboxInputProps {
  readonly ids: { readonly input: string; readonly describedBy: string | undefined };
  /** The id of its label, or the label itself where none stands beside it. */
  readonly labelledBy?: string;
  readonly label?: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Best first; they may come later than the typing. */
  readonly options: readonly ComboboxOption[];
  readonly onPick: (option: ComboboxOption) => void;
  readonly invalid?: boolean;
  /**
   * What Enter does where the arrows chose nothing. 'list': closes the list. 'best': takes the best one, since only what
   * is in the list can be meant. 'text': is left to whoever is around the field, for what was typed.
   */
  readonly enter?: 'list' | 'best' | 'text';
}

/** A text field with suggestions: typing is free, the arrows choose, Enter takes, Esc closes the list only. */
export function ComboboxInput(props: ComboboxInputProps) {
  const { ids, labelledBy, label, value, onInput, options, onPick, invalid = false, enter = 'list' } = props;
  const { open, setOpen, active, setActive, close } = useList(options.length);
  const named = { 'aria-label': label, 'aria-labelledby': labelledBy };
  useEffect(() => {
    if (open && active >= 0) document.getElementById(`${ids.input}-${active}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [open, active, ids.input]);
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
      const option = options[active];
      if (option !== undefined || enter !== 'text') event.preventDefault();
      if (option === undefined) close();
      else pick(option);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <div class="field-popup-frame">
      <input
        id={ids.input}
        class="field-input field-input-arrow"
        type="text"
        role="combobox"
        autoComplete="off"
        spellcheck={false}
        dir="auto"
        value={value}
        {...named}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? `${ids.input}-list` : undefined}
        aria-activedescendant={active < 0 ? undefined : `${ids.input}-${active}`}
        aria-invalid={invalid ? 'true' : undefined}
        aria-describedby={ids.describedBy}
        onInput={(event) => {
          onInput(event.currentTarget.value);
          setOpen(true);
          setActive(enter === 'best' && event.currentTarget.value.trim() !== '' ? 0 : -1);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <Icon name="down" class="field-arrow" />
      {open && (
        <div class="field-popup" role="listbox" id={`${ids.input}-list`} {...named}>
          {options.map((option, index) => (
            // The keys are the field's: the list is never in the tab order, and a press must not take the focus.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <div
              key={option.key}
              id={`${ids.input}-${index}`}
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
  );
}
