import './notice.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber, t } from '@/utils/i18n';
import { Icon } from './Icon';
import type { IconName } from './icons';

/** What is left of a notice's time, in ms: outlives its being drawn. */
export interface NoticeClock {
  /** All of it. */
  readonly stays: number;
  left: number;
}

export interface NoticeProps {
  /** What was done. */
  readonly title: string;
  /** Where. */
  readonly detail: ComponentChildren;
  readonly action?: { readonly text: string; readonly icon?: IconName; readonly onPress: () => void };
  /** Goes on from here, where it was drawn before; absent: it stays until it is closed. */
  readonly clock?: NoticeClock;
  readonly onGone: () => void;
  readonly failed?: boolean;
  /** Its time is not its own and goes on whoever looks at it. */
  readonly firm?: boolean;
}

const TICK = 250;

/** Counts down what is left, in ms, as long as nobody holds it; calls `gone` at the end. */
function useLeft(clock: NoticeClock | undefined, held: boolean, gone: () => void): number {
  const [left, setLeft] = useState(clock?.left ?? 0);
  const over = useRef(gone);
  over.current = gone;
  useEffect(() => {
    if (clock === undefined || held) return;
    const from = Date.now();
    const before = clock.left;
    const timer = setInterval(() => {
      clock.left = before - (Date.now() - from);
      setLeft(clock.left);
      if (clock.left <= 0) {
        clearInterval(timer);
        over.current();
      }
    }, TICK);
    return () => clearInterval(timer);
  }, [clock, held]);
  return left;
}

/** What was just done, with the way back. It waits while it is pointed at, focused, or the window is away. */
export function Notice({ title, detail, action, clock, onGone, failed = false, firm = false }: NoticeProps) {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const [away, setAway] = useState(document.visibilityState === 'hidden');
  const held = !firm && (pointed || focused || away);
  const left = useLeft(clock, held, onGone);
  useEffect(() => {
    const look = () => setAway(document.visibilityState === 'hidden');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  const seconds = formatNumber(Math.max(0, Math.ceil(left / 1000)));
  const time = held ? t('notice_held') : t('notice_seconds_left', [seconds]);
  return (
    <section
      class={`notice${failed ? ' notice-failed' : ''}`}
      aria-label={title}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => setFocused(false)}
    >
      <div class="notice-words">
        <p class="notice-title">
          {failed && <Icon name="alert" />}
          <bdi>{title}</bdi>
        </p>
        <p class="notice-detail">
          <bdi>{detail}</bdi>
          {clock !== undefined && (
            <>
              <span class="notice-dot"> · </span>
              <span class="figures">{time}</span>
            </>
          )}
        </p>
      </div>
      {action !== undefined && (
        <button type="button" class="notice-action" onClick={action.onPress}>
          {action.icon !== undefined && <Icon name={action.icon} />}
          {action.text}
        </button>
      )}
      {clock === undefined ? (
        <button type="button" class="notice-close" aria-label={t('close')} onClick={onGone}>
          <Icon name="x" />
        </button>
      ) : (
        <span
          class="notice-line"
          style={{ transform: `scaleX(${Math.max(0, left / clock.stays)})` }}
          aria-hidden="true"
        />
      )}
    </section>
  );
}
