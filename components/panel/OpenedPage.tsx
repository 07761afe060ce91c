import { useCallback, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Icon } from '@/components/ui/Icon';
import { t } from '@/utils/i18n';
import type { PanelView } from '@/utils/messages/view';
import { type PanelPage, useActs } from './acts';
import { Page } from './Page';
import { useKeys } from './use-keys';
import { FILLING } from './use-pins';

/** A page in place of the profile, with the way back. The focus starts at its heading, and goes back to what opened it. */
export function OpenedPage(props: {
  readonly page: PanelPage;
  readonly view: PanelView;
  /** Something else is in its place. */
  readonly hidden: boolean;
  /** False: keys belong to the page around. */
  readonly keys: boolean;
}) {
  const { page, view, hidden, keys } = props;
  const { leave: pop, hold } = useActs();
  // Left by hand, a form no longer holds the panel; what was typed in it is kept.
  const leave = useCallback(() => {
    hold(FILLING, false);
    pop();
  }, [hold, pop]);
  const frame = useRef<HTMLDivElement>(null);
  useKeys(
    keys && !hidden,
    useMemo(() => ({ Escape: leave }), [leave]),
  );
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const heading = () => frame.current?.querySelector<HTMLElement>('h1');
    const back = frame.current?.querySelector<HTMLElement>('button');
    (heading() ?? back)?.focus();
    // Of a page that comes a moment later; unless the focus went on meanwhile.
    const late = new MutationObserver(() => {
      if (heading() === null) return;
      late.disconnect();
      if (document.activeElement === back) heading()?.focus();
    });
    if (frame.current !== null && heading() === null) late.observe(frame.current, { childList: true, subtree: true });
    return () => {
      late.disconnect();
      if (frame.current?.contains(document.activeElement) !== true) return;
      // Once what was hidden is there again.
      queueMicrotask(() => {
        if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
      });
    };
  }, []);
  return (
    <div class="panel-body" ref={frame} hidden={hidden}>
      <div class="back">
        <button type="button" class="back-button" onClick={leave}>
          <Icon name="undo" />
          {t('back')}
        </button>
      </div>
      <Page page={page} view={view} />
    </div>
  );
}
