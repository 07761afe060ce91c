import { useCallback } from 'preact/hooks';
import type { AskBackground, FromPanel } from '@/utils/messages/protocol';

/** What the user asks for to see somebody else. */
const turns: ReadonlySet<keyof FromPanel> = new Set<keyof FromPanel>([
  'lookup.text',
  'lookup.party',
  'lookup.person',
  'lookup.back',
  'match.pick',
]);

/** What takes back, or takes out of the queue, what a notice may still offer to undo. */
const backs: ReadonlySet<keyof FromPanel> = new Set<keyof FromPanel>(['action.undo', 'action.drop']);

const entryOf = (question: unknown): string =>
  typeof question === 'object' && question !== null && 'entry' in question ? String(question.entry) : '';

/**
 * Who asks in the panel for somebody is shown them: nothing half-typed holds against it (it is kept), no page. And what
 * was taken back anywhere in it is told to `onBack`, by its entry.
 */
export function useTurning(
  ask: AskBackground,
  onBack: (entry: string) => void,
  ...letGo: readonly (() => void)[]
): AskBackground {
  const asking: AskBackground = async (name, question) => {
    if (turns.has(name)) for (const go of letGo) go();
    const answer = await ask(name, question);
    if (answer.ok && backs.has(name)) onBack(entryOf(question));
    return answer;
  };
  return useCallback(asking, [ask, onBack, ...letGo]);
}
