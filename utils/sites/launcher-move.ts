import { t } from '@/utils/i18n';

export interface Track {
  /** Where it stands, 0 to 1. */
  top(): number;
  /** px from top to bottom. */
  length(): number;
  to(top: number): void;
  /** It was put down there. */
  done(top: number): void;
  /** Tells a screen reader. */
  say(text: string): void;
}

export interface Movable {
  /** The arrow keys move it until Enter, Escape or leaving it. */
  byKeys(): void;
  /** True once for the click that ends a drag. */
  justMoved(): boolean;
}

/** px below which a press is a press. */
const SLIP = 4;
const STEP = 0.05;

/** Lets a button be drawn or stepped up and down. */
export function movable(button: HTMLElement, track: Track): Movable {
  let grip: { readonly y: number; readonly top: number } | null = null;
  let dragging = false;
  let moved = false;
  let keysFrom: number | null = null;

  function down(event: PointerEvent): void {
    moved = false;
    if (!event.isTrusted || event.button !== 0) return;
    grip = { y: event.clientY, top: track.top() };
    button.setPointerCapture(event.pointerId);
  }

  function drag({ clientY }: PointerEvent): void {
    if (grip === null || (!dragging && Math.abs(clientY - grip.y) < SLIP)) return;
    dragging = true;
    track.to(within(grip.top + (clientY - grip.y) / track.length()));
  }

  function drop(): void {
    if (dragging) track.done(track.top());
    moved = dragging;
    dragging = false;
    grip = null;
  }

  function endKeys(top: number): void {
    if (keysFrom === null) return;
    if (top !== keysFrom) track.done(top);
    keysFrom = null;
    delete button.dataset['moving'];
    track.say('');
  }

  function onKey(event: KeyboardEvent): void {
    if (keysFrom === null) return;
    const from = keysFrom;
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: track.top() - STEP,
      ArrowDown: track.top() + STEP,
      Home: 0,
      End: 1,
    };
    const step = steps[event.key];
    if (step !== undefined) track.to(within(step));
    else if (event.key === 'Escape') {
      track.to(from);
      endKeys(from);
    } else if (event.key === 'Enter' || event.key === ' ') endKeys(track.top());
    else return;
    event.preventDefault();
  }

  button.addEventListener('pointerdown', down);
  button.addEventListener('pointermove', drag);
  button.addEventListener('pointerup', drop);
  button.addEventListener('pointercancel', drop);
  button.addEventListener('keydown', onKey);
  button.addEventListener('blur', () => endKeys(track.top()));

  return {
    byKeys() {
      keysFrom = track.top();
      button.dataset['moving'] = '';
      track.say(t('launcher_moving'));
    },
    justMoved() {
      const was = moved;
      moved = false;
      return was;
    },
  };
}

function within(top: number): number {
  return Math.min(1, Math.max(0, top));
}
