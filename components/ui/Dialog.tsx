import './dialog.css';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useOwnId } from './use-own-id';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** At its foot. */
  readonly actions?: ComponentChildren;
  /** What has the focus at first; else the first thing that can have it. */
  readonly focus?: RefObject<HTMLElement | null>;
  /** A class beside its own. */
  readonly look?: string;
}

/** Over everything, until it is closed; the focus goes back to where it came from. */
export function Dialog({ title, onClose, children, actions, focus, look }: DialogProps) {
  const id = useOwnId();
  const dialog = useRef<HTMLDialogElement>(null);
  const now = useRef(onClose);
  now.current = onClose;
  useEffect(() => {
    const { activeElement } = document;
    const shown = dialog.current;
    const closed = () => now.current();
    shown?.addEventListener('close', closed);
    shown?.showModal();
    // From its beginning: what has the focus stands at its foot.
    focus?.current?.focus({ preventScroll: true });
    return () => {
      // Closed by being taken away, it does not tell: something else may stand there by then.
      shown?.removeEventListener('close', closed);
      shown?.close();
      if (activeElement instanceof HTMLElement && activeElement.isConnected) activeElement.focus();
    };
  }, []);
  return (
    <dialog class={look === undefined ? 'dialog' : `dialog ${look}`} ref={dialog} aria-labelledby={id}>
      <h2 class="dialog-title" id={id}>
        {title}
      </h2>
      {children}
      {actions !== undefined && <div class="dialog-actions">{actions}</div>}
    </dialog>
  );
}
