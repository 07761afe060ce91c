import './button.css';
import type { ComponentChildren, Ref } from 'preact';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { useOwnId } from './use-own-id';

export type ButtonLook = 'plain' | 'quiet' | 'primary' | 'destructive' | 'destroy';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onPress?: () => void;
  /** `destructive` has a red edge; `destroy` is the red fill of the last step. */
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  /** 28 instead of 32 high: in rows. */
  readonly small?: boolean;
  readonly submit?: boolean;
  /** What the word changes to while it works; the width stays. */
  readonly busy?: string | false;
  /** Why it may not be pressed: it stays focusable and says so. */
  readonly mayNot?: string;
  /** A fuller name for readers, where the word alone is not enough ("Copy anna@example.com"). */
  readonly label?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly id?: string;
}

export function Button(props: ButtonProps) {
  const { children, onPress, look = 'plain', icon, small = false, submit = false, busy = false, mayNot } = props;
  const reason = useOwnId();
  const off = mayNot !== undefined || busy !== false;
  const looks = mayNot === undefined ? look : 'may-not';
  const button = (
    <button
      type={submit ? 'submit' : 'button'}
      class={`button button-${looks}${small ? ' button-small' : ''}`}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onPress?.();
      }}
      aria-disabled={off ? 'true' : undefined}
      aria-busy={busy === false ? undefined : 'true'}
      aria-label={props.label}
      aria-describedby={mayNot === undefined ? undefined : reason}
      {...(props.buttonRef === undefined ? {} : { ref: props.buttonRef })}
      {...(props.id === undefined ? {} : { id: props.id })}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span class="button-words">
        <span class={busy === false ? undefined : 'button-behind'} aria-hidden={busy === false ? undefined : 'true'}>
          {children}
        </span>
        {busy !== false && <span class="button-busy">{busy}</span>}
      </span>
    </button>
  );
  if (mayNot === undefined) return button;
  return (
    <span class="button-with-reason">
      {button}
      <span id={reason} class="quiet">
        {mayNot}
      </span>
    </span>
  );
}
