import { later } from './later';
import { useQueue } from './queue';
import { failedAnswers } from './states';
import type { StripsProps } from './still-text';

const AllStrips = later(async () => (await import('./AllStrips')).AllStrips, 'nothing');

/** Above everything, only when needed. */
export function Strips(props: StripsProps) {
  const { view, state, waiting } = props;
  const failed = state.kind === 'failed' || state.kind === 'never' ? [] : failedAnswers(view.answers);
  const { offline } = useQueue();
  const away = view.sources.some(({ id }) => offline[id] !== undefined);
  const any = waiting !== null || view.page.state === 'orphaned' || failed.length > 0 || away;
  return any ? <AllStrips {...props} failed={failed} away={away} /> : null;
}
