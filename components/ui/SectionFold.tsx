import './section-fold.css';
import type { ComponentChildren } from 'preact';
import { formatNumber } from '@/utils/i18n';
import { Icon } from './Icon';
import { useOwnId } from './use-own-id';

export interface SectionFoldProps {
  readonly title: string;
  /** All of them, not only those drawn. */
  readonly count?: number;
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
  readonly busy?: boolean;
  /** Small buttons at the end of the heading. They go on a line of their own where there is no room beside it. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of the card under a heading that folds it away. */
export function SectionFold({ title, count, folded, onFold, busy = false, actions, children }: SectionFoldProps) {
  const id = useOwnId();
  return (
    <section class="fold" aria-labelledby={`${id}-title`} aria-busy={busy ? 'true' : undefined}>
      <div class="fold-top">
        <h2 class="fold-heading" id={`${id}-title`}>
          <button
            type="button"
            class="fold-button"
            aria-expanded={!folded}
            aria-controls={id}
            data-title={title}
            onClick={() => onFold(!folded)}
          >
            <Icon name={folded ? 'right' : 'down'} />
            {title}
            {count !== undefined && <span class="fold-count figures"> ({formatNumber(count)})</span>}
          </button>
        </h2>
        {actions !== undefined && <div class="fold-actions">{actions}</div>}
      </div>
      <div class="fold-body" id={id} hidden={folded}>
        {children}
      </div>
    </section>
  );
}
