import './chip.css';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';
import type { IconName } from './icons';

export interface ChipProps {
  readonly children: ComponentChildren;
  readonly icon?: IconName;
  readonly tone?: 'ink' | 'caution' | 'danger';
}

/** A word in a frame: a label, or a state with its sign. */
export function Chip({ children, icon, tone = 'ink' }: ChipProps) {
  return (
    <span class={`chip chip-${tone}`}>
      {icon !== undefined && <Icon name={icon} />}
      <bdi>{children}</bdi>
    </span>
  );
}
