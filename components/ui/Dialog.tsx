import './dialog.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useOwnId } from './use-own-id';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** At its foot. */
  readonly actions?: ComponentChildren;
}

/** Over everything, until it is closed; the focus goes back to where it came from. */
export function Dialog({ title, onClose, children, actions }: DialogProps) {
  const id = useOwnId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      if (activeElement instanceof HTMLElement && activeElement.isConnected) activeElement.focus();
    };
  }, []);
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 class="dialog-title" id={id}>
        {title}
      </h2>
      {children}
      {actions !== undefined && <div class="dialog-actions">{actions}</div>}
    </dialog>
  );
}
