import './empty.css';
import { Icon } from './Icon';
import type { IconName } from './icons';

export interface EmptyProps {
  /** "No open tickets." */
  readonly text: string;
  readonly action?: { readonly text: string; readonly icon?: IconName; readonly onPress: () => void };
}

/** Nothing is there: one line, and at most one quiet way on. */
export function Empty({ text, action }: EmptyProps) {
  return (
    <p class="empty-line">
      <span class="quiet">{text}</span>
      {action !== undefined && <QuietAction {...action} />}
    </p>
  );
}

/** A petrol word with its sign. */
export function QuietAction(props: { readonly text: string; readonly icon?: IconName; readonly onPress: () => void }) {
  return (
    <button type="button" class="quiet-action" onClick={props.onPress}>
      {props.icon !== undefined && <Icon name={props.icon} />}
      {props.text}
    </button>
  );
}
