import './button.css';
import './toggle-button.css';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';
import type { IconName } from './icons';

export interface ToggleButtonProps {
  readonly pressed: boolean;
  readonly onPress: (pressed: boolean) => void;
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}

/** A button that stays pressed. */
export function ToggleButton({ pressed, onPress, icon, children }: ToggleButtonProps) {
  return (
    <button
      type="button"
      class="button button-small toggle-button"
      aria-pressed={pressed}
      onClick={() => onPress(!pressed)}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}
