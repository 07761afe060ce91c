// Questions that a server had no answer to are put again by themselves: when the server said to come back, and when the
// browser finds a network again.
import type { PanelView, SourceAnswer } from '@/utils/messages/view';
import type { Lookups } from './lookups';
import type { Views } from './tab-state';
import { makeWaking } from './waking';

export interface Retrying {
  /** A view was written. */
  seen(tab: number, view: PanelView): void;
  /** A panel is opened, or has a network again: what failed for want of one is asked again. Never fails. */
  opened(view: PanelView): Promise<void>;
}

const ALARM = 'lookups';
/** ms: no server is asked the same by ourselves more often, whatever it says. */
const LEAST = 5000;

/** When an answer is to be asked for again by itself, in ms since the epoch; null: not at all. */
function retryTime({ state, problem, since }: SourceAnswer): number | null {
  if (state !== 'failed' || problem?.kind !== 'rate-limited' || problem.retryAt === undefined) return null;
  return Math.max(problem.retryAt, Date.parse(since) + LEAST);
}

/** Failed for want of a network, and not just now. */
const wasAway = ({ state, problem, since }: SourceAnswer, now: number): boolean =>
  state === 'failed' &&
  (problem?.kind === 'offline' || problem?.kind === 'timeout') &&
  now - Date.parse(since) >= LEAST;

/** When the first of a view's answers is due. */
const dueIn = ({ answers }: PanelView): number =>
  Math.min(...answers.map((answer) => retryTime(answer) ?? Number.POSITIVE_INFINITY));

export function makeRetrying(views: Pick<Views, 'get' | 'tabs'>, again: Lookups['again']): Retrying {
  const due = new Map<number, number>();

  const retry = async (view: PanelView, which: (answer: SourceAnswer) => boolean): Promise<void> => {
    const asked = view.answers.filter(which).map(({ source }) => again(view.tab, source.id));
    await Promise.allSettled(asked);
  };
  /** From the session's storage: the background may have been stopped since. */
  const everywhere = async (which: (answer: SourceAnswer) => boolean): Promise<void> => {
    const tabs = await views.tabs();
    // A tab that was closed is not written any more, and would be due for ever.
    for (const tab of due.keys()) if (!tabs.includes(tab)) due.delete(tab);
    waking.at(first());
    const all = await Promise.all(tabs.map(views.get));
    await Promise.all(all.map((view) => retry(view, which)));
  };

  const waking = makeWaking(
    () => everywhere((answer) => (retryTime(answer) ?? Number.POSITIVE_INFINITY) <= Date.now()),
    () => everywhere((answer) => wasAway(answer, Date.now() + LEAST)),
    ALARM,
  );
  const first = (): number | null => {
    const time = Math.min(...due.values());
    return Number.isFinite(time) ? time : null;
  };
  return {
    seen(tab, view) {
      const time = dueIn(view);
      if (time === (due.get(tab) ?? Number.POSITIVE_INFINITY)) return;
      if (Number.isFinite(time)) due.set(tab, time);
      else due.delete(tab);
      waking.at(first());
    },
    opened: (view) => retry(view, (answer) => wasAway(answer, Date.now())),
  };
}
