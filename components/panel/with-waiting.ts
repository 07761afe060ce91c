import { applied } from '@/utils/changes/apply';
import type { QueueState } from '@/utils/messages/protocol';
import type { Match, PanelView } from '@/utils/messages/view';
import { waitingOf } from './queue';

/** The view with what was saved here and is not sent yet: an agent sees what they did. */
export function withWaiting(view: PanelView, queue: QueueState): PanelView {
  const matched = (match: Match): Match => {
    const changes = waitingOf(queue, match.person.ref);
    return changes.length === 0 ? match : { ...match, person: changes.reduce(applied, match.person) };
  };
  return { ...view, answers: view.answers.map((answer) => ({ ...answer, matches: answer.matches.map(matched) })) };
}
