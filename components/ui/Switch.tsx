import './switch.css';
import type { ComponentChildren } from 'preact';
import { useOwnId } from './use-own-id';

export interface SwitchProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  /** What is so while it is on. */
  readonly children: ComponentChildren;
  /** Under the words: what it means, or why it may not be turned. */
  readonly hint?: string | undefined;
  readonly mayNot?: boolean;
}

/** On or off, at once. */
export function Switch({ on, onChange, children, hint, mayNot = false }: SwitchProps) {
  const id = useOwnId();
  return (
    <div class={`switch${mayNot ? ' switch-may-not' : ''}`}>
      <button
        type="button"
        role="switch"
        class="switch-button"
        aria-checked={on}
        aria-labelledby={`${id}-words`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        aria-disabled={mayNot ? 'true' : undefined}
        onClick={() => {
          if (!mayNot) onChange(!on);
        }}
      >
        <span class="switch-track" aria-hidden="true" />
        <span id={`${id}-words`}>{children}</span>
      </button>
      {hint !== undefined && (
        <p class="switch-hint quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
