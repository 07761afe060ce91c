import './strip.css';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';
import type { IconName } from './icons';

export interface PlainAction {
  readonly text: string;
  readonly onPress: () => void;
}

export interface StripProps {
  readonly icon: IconName;
  /** plain: grey, a state; caution: look twice; failed: red. */
  readonly tone?: 'plain' | 'caution' | 'failed';
  readonly children: ComponentChildren;
  readonly actions?: readonly PlainAction[];
}

/** Across the whole panel, above everything. */
export function Strip({ icon, tone = 'plain', children, actions = [] }: StripProps) {
  return (
    <div class={`strip strip-${tone}`}>
      <Icon name={icon} />
      <div class="strip-words">
        <div>{children}</div>
        {actions.length > 0 && (
          <div class="strip-actions">
            {actions.map((action) => (
              <button key={action.text} type="button" class="word-button" onClick={action.onPress}>
                {action.text}
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

export interface BoxProps extends Omit<StripProps, 'actions'> {
  readonly detail?: ComponentChildren;
  readonly action?: PlainAction;
}

/** The same inside a section: what failed, where, and one way on at the end. */
export function Box({ icon, tone = 'plain', children, detail, action }: BoxProps) {
  return (
    <div class={`box box-${tone}`}>
      <Icon name={icon} />
      <div class="box-body">
        <div class="box-words">
          <div>{children}</div>
          {detail !== undefined && <div class="box-detail">{detail}</div>}
        </div>
        {action !== undefined && (
          <button type="button" class="box-action" onClick={action.onPress}>
            {action.text}
          </button>
        )}
      </div>
    </div>
  );
}
