import type { ComponentChildren } from 'preact';
import { Dash, InlineEdit, type InlineEditProps } from '@/components/edit/InlineEdit';

export interface PropertyRowProps extends Omit<InlineEditProps, 'pen' | 'save'> {
  /** What the server says about the field. */
  readonly hint?: string;
  /** Null: it is only read here. */
  readonly save: InlineEditProps['save'] | null;
  /** Nothing is in it, and empty ones are folded away. It comes out by itself while it is edited or not saved. */
  readonly away: boolean;
}

/** A label and its value, edited where it stands. */
export function PropertyRow({ hint, save, away, ...field }: PropertyRowProps) {
  const { label, value, read, empty = <Dash /> } = field;
  const words: ComponentChildren = value === '' ? empty : read(value);
  return (
    <div class={`property${away ? ' property-away' : ''}`}>
      <dt title={hint}>{label}</dt>
      <dd class="figures">{save === null ? words : <InlineEdit {...field} save={save} pen="row" />}</dd>
    </div>
  );
}
