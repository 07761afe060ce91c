import './button.css';
import type { Ref } from 'preact';
import { Icon } from './Icon';
import type { IconName } from './icons';

export interface IconButtonProps {
  readonly icon: IconName;
  /** What it does, for readers and as the pointer's hint. */
  readonly label: string;
  readonly onPress: () => void;
  /** 24 instead of 28: in rows. */
  readonly small?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly expanded?: boolean;
  readonly popup?: 'menu' | 'dialog' | 'listbox';
  readonly controls?: string;
  readonly tabIndex?: number;
}

/** A button of one drawing. Its word is only read and shown as a hint: nothing important hides behind it. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, onPress, small = false, expanded, popup, controls, tabIndex } = props;
  return (
    <button
      type="button"
      class={`icon-button${small ? ' icon-button-small' : ''}`}
      aria-label={label}
      title={label}
      onClick={onPress}
      aria-expanded={expanded}
      aria-haspopup={popup}
      aria-controls={controls}
      tabIndex={tabIndex}
      {...(props.buttonRef === undefined ? {} : { ref: props.buttonRef })}
    >
      <Icon name={icon} />
    </button>
  );
}
