import './button.css';
import type { Ref } from 'preact';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { useOwnId } from './use-own-id';

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
  /** Why it may not be pressed: it stays focusable, and the reason is seen beside it as soon as it has the focus. */
  readonly mayNot?: string;
}

/** A button of one drawing. Its word is only read and shown as a hint: nothing important hides behind it. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, onPress, small = false, expanded, popup, controls, tabIndex, mayNot } = props;
  const reason = useOwnId();
  const off = mayNot !== undefined;
  const button = (
    <button
      type="button"
      class={`icon-button${small ? ' icon-button-small' : ''}`}
      aria-label={label}
      title={off ? undefined : label}
      onClick={() => {
        if (!off) onPress();
      }}
      aria-expanded={expanded}
      aria-haspopup={popup}
      aria-controls={controls}
      aria-disabled={off ? 'true' : undefined}
      aria-describedby={off ? reason : undefined}
      tabIndex={tabIndex}
      {...(props.buttonRef === undefined ? {} : { ref: props.buttonRef })}
    >
      <Icon name={icon} />
    </button>
  );
  if (!off) return button;
  return (
    <span class="icon-button-with-reason">
      {button}
      <span class="icon-button-reason" id={reason}>
        {mayNot}
      </span>
    </span>
  );
}
