import type { ComponentChildren } from 'preact';

interface LockedValueProps {
  readonly label: string;
  /** Why it may not be changed. */
  readonly reason: string;
  readonly children: ComponentChildren;
}

/** A value where a field would stand, if this login might change it. */
export function LockedValue({ label, reason, children }: LockedValueProps) {
  return (
    <div class="field">
      <span class="field-label">{label}</span>
      <span>{children}</span>
      <p class="field-hint">{reason}</p>
    </div>
  );
}
